export const nl = {
  help: "Wie u kan helpen",
  helpText: "Bekijk wie u hierbij gratis kan helpen, dicht bij u.",
  toHelp: "Toon wie kan helpen",
  callMe: "Bel mij terug",
  related: "Hoort hier ook bij",
  checked: "Deze tekst is nagekeken op",
};
export type ThemeText = typeof nl;
