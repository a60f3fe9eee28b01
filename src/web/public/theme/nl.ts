export const nl = {
  questions: "Weet u niet wat u moet doen?",
  questionsText:
    "Beantwoord een paar korte vragen. Dan ziet u wat niet kan wachten, wat u zelf kunt doen en wie helpt.",
  toQuestions: "Begin met de vragen",
  help: "Wie u kan helpen",
  helpText: "Bekijk wie u hierbij gratis kan helpen, dicht bij u.",
  toHelp: "Toon wie kan helpen",
  callMe: "Bel mij terug",
  related: "Hoort hier ook bij",
  checked: "Deze tekst is nagekeken op",
  own: (place: string) => `Zo gaat het in ${place}`,
  from: (place: string) => `Deze tekst is van ${place}.`,
  onlyDutch: "Deze tekst is er alleen in het Nederlands.",
  outdated: "De Nederlandse tekst is nieuwer dan deze vertaling.",
  poster: "Voor professionals: poster om op te hangen",
};
export type ThemeText = typeof nl;
