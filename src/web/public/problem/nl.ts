import type { Child } from "hono/jsx";

export const nl = {
  notFound: {
    title: "Deze pagina is er niet",
    text: "Het adres klopt niet, of wat hier stond is weg. Of u mag dit niet zien.",
  },
  wrongMethod: {
    title: "Zo kunt u deze pagina niet openen",
    text: "Het adres klopt, maar u kunt er niet zomaar naartoe. Ga naar het begin en probeer het vanaf daar.",
  },
  stale: {
    title: "Dit formulier is niet aangekomen",
    text: "Er ging iets mis met het versturen. Ga terug, kijk uw antwoorden na en stuur het nog een keer.",
  },
  tooLarge: { title: "Dit is te groot", text: "Wat u stuurt is te veel tekst. Ga terug en maak het korter." },
  tooMany: {
    title: "Even wachten",
    text: "Vanaf dit adres is te vaak iets gevraagd. Wacht een minuut en probeer het opnieuw. Er is niets kwijt.",
  },
  broken: {
    title: "Er gaat iets mis bij ons",
    text: "Dat is niet uw schuld. Wat u net stuurde, is misschien niet bewaard. Probeer het nog een keer. U vraagt niets dubbel.",
  },
  away: {
    title: "Even niet bereikbaar",
    text: "Onze gegevens zijn even niet te bereiken. Probeer het over een minuut opnieuw. Stuurde u een formulier? Stuur het dan nog een keer. U vraagt niets dubbel.",
  },
  signIn: { title: "Log eerst in", text: "U bent nog niet ingelogd, of u was te lang weg." },
  kept: {
    title: "U bent uitgelogd",
    lead: "Wat u stuurde, is nog niet bewaard. Het is ook niet kwijt: het staat hieronder.",
    leadNothingTyped: "Wat u deed, is nog niet gebeurd. U hoeft het niet opnieuw te doen.",
    signIn: "Log opnieuw in",
    comeBack: "Kom terug naar deze pagina en stuur het opnieuw.",
    sendAgain: "Stuur dit opnieuw",
    typed: "Dit typte u",
    close:
      "U wordt uitgelogd na 2 uur zonder werk, en na 10 uur altijd. Stuurt u dit niet meer? Sluit dan deze pagina: alleen hier staat wat u typte.",
    labels: {
      note: "Notitie",
      callNote: "Notitie",
      closeNote: "Notitie",
      word: "Waar het over gaat",
      name: "Naam",
      phone: "Telefoonnummer",
      mail: "E-mailadres",
      language: "Taal",
      time: "Tijd",
      zoek: "Zoeken",
    },
    other: "Tekst",
  },
  toSignIn: "Naar inloggen",
  person: (name: string, phone: Child): Child => [`Liever iemand spreken? Bel ${name}, `, phone, "."],
  noPlace: "Liever iemand spreken? Kies uw gemeente. Daar staat wie u kunt bellen.",
  home: "Naar het begin",
  reference: (id: string) => `Belt u ons hierover? Noem dan dit nummer: ${id}.`,
};
export type ProblemText = typeof nl;
