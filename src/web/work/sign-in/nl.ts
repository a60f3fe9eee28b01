export const nl = {
  title: "Inloggen",
  lead: "Kies wie u bent. Dit is de voorbeeldwereld: iedereen hier is verzonnen en een wachtwoord is niet nodig.",
  production: "Inloggen met uw eigen organisatie kan in deze versie nog niet.",
  roles: { helper: "hulpverlener", "team-lead": "teamleider" },
  choose: "Ga verder als deze persoon",
  person: "Collega",
  none: "Er zijn geen voorbeeldpersonen.",
  problems: { personMissing: "Kies eerst een collega uit de lijst." },
  noTeam: "U hoort bij geen enkel team. Vraag uw teamleider om u toe te voegen.",
};
export type SignInText = typeof nl;
