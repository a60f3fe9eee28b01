export const nl = {
  title: "Uitnodiging",
  lead: (organisation: string, name: string) => `${organisation} heeft u toegevoegd als collega: ${name}.`,
  how: "Bent u dat niet? Gebruik deze link dan niet. Bent u het wel? Log in met het account van uw werk. Daarna hoeft u deze link niet meer te gebruiken.",
  signInWith: (name: string) => `Log in met ${name}`,
  gone: "Deze uitnodiging werkt niet meer. Vraag wie uw collega's beheert om een nieuwe.",
  toSignIn: "Hebt u al eerder ingelogd? Ga dan naar inloggen",
};
export type InvitationText = typeof nl;
