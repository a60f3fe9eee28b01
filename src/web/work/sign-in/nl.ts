export const nl = {
  title: "Inloggen",
  lead: "Log in met het account van uw eigen organisatie.",
  example: "Dit is de voorbeeldwereld: hierna kiest u wie u bent, zonder wachtwoord.",
  stuck: "Lukt het niet? Vraag het aan uw teamleider of aan de beheerder van uw organisatie.",
  signInWith: (name: string) => `Log in met ${name}`,
  noProviders: "Inloggen is hier nog niet ingesteld. Vraag het aan uw beheerder.",
  refusals: {
    notTrusted: "Inloggen is niet gelukt. Probeer het opnieuw. Lukt het weer niet? Vraag het aan uw beheerder.",
    away: "De inlogpagina van uw organisatie geeft nu geen antwoord. Probeer het over een paar minuten opnieuw. Wie al is ingelogd, kan doorwerken.",
    stopped: "U bent gestopt met inloggen. Er is niets veranderd.",
    tooWeak: "Voor dit werk is een sterkere manier van inloggen nodig, zoals met een code op uw telefoon.",
    otherMail:
      "Deze uitnodiging ging naar een ander mailadres dan dat van dit account. Log in met het account van het adres waar de mail kwam. Of vraag wie uw collega's beheert om een uitnodiging naar uw eigen adres.",
    otherAccount:
      "Dit account is hier al bekend, en de uitnodiging is voor iemand anders. Wij hebben de uitnodiging niet gebruikt. Log hieronder in om verder te werken.",
    noTeam: "U bent bij ons nog niet bekend bij een team. Vraag uw teamleider om u toe te voegen.",
  },
  signedOut: "U bent uitgelogd.",
  signOutThere: (name: string) => `Log ook uit bij ${name}, als u deze computer deelt`,
  pickTitle: "Wie bent u?",
  pickLead: "Dit is de voorbeeldwereld: iedereen hier is verzonnen en een wachtwoord is niet nodig.",
  choose: "Ga verder als deze persoon",
  person: "Collega",
  problems: { personMissing: "Kies eerst een collega uit de lijst." },
};
export type SignInText = typeof nl;
