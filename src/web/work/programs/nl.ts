import type { Scope } from "../../../modules/access/index.ts";

export const nl = {
  title: "Programma's",
  lead: "Een programma van uw organisatie kan vragen stellen zonder wachtwoord van een collega. Bijvoorbeeld een scherm aan de muur.",
  none: "Uw organisatie heeft nog geen programma's.",
  columns: {
    name: "Naam",
    may: "Mag",
    proves: "Bewijst zich met",
    until: "Tot en met",
    used: "Laatst gebruikt",
    end: "Stoppen",
  },
  scopes: {
    "toezeggingen.lezen": "Zien wat een team heeft beloofd, zonder namen",
    "terugbelverzoeken.maken": "Een terugbelverzoek doorgeven",
  } satisfies Record<Scope, string>,
  proofs: { key: "een sleutel", secret: "een geheim" },
  never: "nog nooit",
  endedOn: (day: string) => `gestopt op ${day}`,
  count: (count: number) => `${count} ${count === 1 ? "programma" : "programma's"}`,
  end: (name: string) => `Stop ${name}`,
  ended: "Het programma is gestopt. Wat het nog vroeg, wordt nu geweigerd.",
  gone: "Dit programma was al gestopt.",
  add: "Een programma toevoegen",
  organisation: "Van welke organisatie?",
  choose: "Kies een organisatie",
  name: "Naam van het programma",
  nameHint: "Bijvoorbeeld: Scherm in de kantine. Geen naam van een persoon.",
  may: "Wat mag het vragen?",
  key: "Openbare sleutel van de leverancier",
  keyHint:
    "Gaf de leverancier van het programma een openbare sleutel? Plak hem hier, van de eerste streepjes tot en met de laatste. Kreeg u geen sleutel? Laat dit leeg. U krijgt dan een geheim te zien, dat u in het programma zet.",
  until: "Tot en met welke dag?",
  untilHint: "Leeg is een jaar. Hoogstens twee jaar.",
  send: "Voeg toe",
  added: "Het programma is toegevoegd",
  id: "Nummer",
  secret: "Geheim",
  once: "Dit geheim ziet u maar één keer. Zet het meteen in het programma. Wij bewaren het niet.",
  problems: {
    nameMissing: "Vul een naam in.",
    nameTooLong: "De naam is te lang. Gebruik hoogstens 80 tekens.",
    scopesMissing: "Kies wat het programma mag vragen.",
    endsInThePast: "Deze dag is al voorbij.",
    endsTooLate: "Dit is meer dan twee jaar weg. Kies een eerdere dag.",
    keyPrivate:
      "Dit is een geheime sleutel. Die mag niemand anders hebben. Maak een nieuw paar en geef alleen de openbare sleutel.",
    keyUnreadable:
      "Dit is geen openbare sleutel. Plak hem helemaal, met de regels BEGIN en END erbij. Of vraag de leverancier om een openbare sleutel in PEM.",
    keyUnfit:
      "Deze soort sleutel kunnen wij niet gebruiken. Vraag de leverancier om een andere: EC op P-256, of RSA van minstens 2048 bits.",
    noOrganisation: "Kies een organisatie.",
  },
};
export type ProgramsText = typeof nl;
