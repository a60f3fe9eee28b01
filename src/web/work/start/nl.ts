import type { TeamRole } from "../../../modules/access/index.ts";

/** What somebody with a role does here. `to` is the page it happens on; without one there is none yet. */
export type Step = {
  does: string;
  to?:
    | "today"
    | "cases"
    | "newCase"
    | "away"
    | "handOver"
    | "people"
    | "places"
    | "routeMap"
    | "coverage"
    | "editMap"
    | "find"
    | "glass"
    | "trail"
    | "requests";
};
export type Tour = { about: string; steps: Step[]; sees: string };

const ownFiles =
  "U ziet alleen de hulpvragen van uw eigen team. Elke keer dat u er een opent, wordt dat opgeschreven. De inwoner kan dat zien.";
const noFiles = "U ziet geen hulpvragen en geen inwoners. Ook niet van uw eigen team.";

export const nl = {
  title: "Start hier",
  lead: (name: string) => `Welkom, ${name}. Dit is wat u hier doet, en wat u ziet.`,
  role: (role: string, team: string) => `${role} bij ${team}`,
  steps: "Zo begint u",
  sees: "Wat u ziet",
  deputy: (name: string) => `Bent u er niet? Dan neemt ${name} waar.`,
  noDeputy: "Niemand neemt u nu waar. Vraag aan wie de collega's beheert om een vervanger.",
  emergency: "Moet u in een noodgeval een hulpvraag van een ander team lezen?",
  emergencyLink: "Noodtoegang",
  keys: "Werkt u liever met het toetsenbord? Druk op ? voor alle toetsen.",
  stuck: (desk: string, phone: string) => `Komt u er niet uit? Vraag het uw teamleider, of bel ${desk}: ${phone}.`,
  tours: {
    helper: {
      about: "U belt inwoners terug, helpt ze verder en schrijft op wat er gebeurde.",
      steps: [
        { does: "Kijk op Vandaag wat u en uw team hebben beloofd. Bovenaan staat wat niet kan wachten.", to: "today" },
        { does: "Neem een vraag over, en lees de waarschuwing vóór u belt." },
        { does: "Zoek iemand terug op naam of nummer.", to: "cases" },
        { does: "Staat er iemand aan uw balie? Maak een nieuwe hulpvraag.", to: "newCase" },
        {
          does: "Past iemand beter bij een andere organisatie? Zoek hulp, en bel daar een collega direct. Of geef de inwoner een lijst mee.",
          to: "find",
        },
        { does: "Bent u er niet? Draag over wat u hebt opgepakt.", to: "away" },
      ],
      sees: ownFiles,
    },
    "team-lead": {
      about: "U zorgt dat het team zijn beloften nakomt.",
      steps: [
        { does: "Kijk elke ochtend op Vandaag wat te laat dreigt te komen.", to: "today" },
        { does: "Spreek een nieuw moment af als het eerste niet lukt. Dat kan alleen u." },
        { does: "Ging een collega weg? Verdeel bij Overdracht wat bleef liggen.", to: "handOver" },
        {
          does: "Gebruikte iemand noodtoegang, of viel lezen op? Kijk of het terecht was als wie op privacy let er niet is. Het staat op Vandaag.",
          to: "today",
        },
      ],
      sees: ownFiles,
    },
    "objection-officer": {
      about: "U behandelt bezwaren en probeert ze eerst met een gesprek op te lossen.",
      steps: [{ does: "De hulpvragen van uw team staan op Vandaag.", to: "today" }],
      sees: ownFiles,
    },
    "directory-editor": {
      about: "U houdt de routekaart actueel: wie helpt waarmee, waar en wanneer.",
      steps: [
        { does: "Houd bij wat er staat: tijden, plaatsen, kosten en voor wie het is.", to: "editMap" },
        { does: "Bekijk de routekaart zoals inwoners die zien.", to: "routeMap" },
        { does: "Werkt u voor de gemeente of de regio? Schrijf bij Onderwerpen wat alleen bij u geldt." },
        { does: "Kijk welke hulp er in de gemeente is, en wat ontbreekt.", to: "coverage" },
      ],
      sees: noFiles,
    },
    chair: {
      about: "U leidt het signaleringsoverleg.",
      steps: [
        { does: "Bekijk de routekaart.", to: "routeMap" },
        { does: "Kijk welke hulp er in de gemeente is, en wat ontbreekt.", to: "coverage" },
      ],
      sees: noFiles,
    },
    policy: {
      about: "U maakt beleid, en gebruikt daarvoor cijfers waarin niemand te herkennen is.",
      steps: [
        { does: "Bekijk de routekaart.", to: "routeMap" },
        { does: "Kijk welke hulp er in de gemeente is, en wat ontbreekt.", to: "coverage" },
      ],
      sees: noFiles,
    },
    "project-lead": {
      about: "U leidt de verandering: doel, plan en nulmeting.",
      steps: [
        { does: "Bekijk de routekaart.", to: "routeMap" },
        { does: "Kijk welke hulp er in de gemeente is, en wat ontbreekt.", to: "coverage" },
      ],
      sees: noFiles,
    },
    researcher: {
      about: "U onderzoekt wat werkt, met cijfers waarin niemand te herkennen is.",
      steps: [
        { does: "Bekijk de routekaart.", to: "routeMap" },
        { does: "Kijk welke hulp er in de gemeente is, en wat ontbreekt.", to: "coverage" },
      ],
      sees: noFiles,
    },
    "privacy-officer": {
      about: "U ziet toe op wie in welke hulpvraag keek, en waarom.",
      steps: [
        {
          does: "Bekijk wat opviel en wie noodtoegang gebruikte. Schrijf op of het terecht was. U krijgt er een mail over.",
          to: "trail",
        },
        { does: "Zoek op wie wanneer keek, en op welke grond.", to: "trail" },
        { does: "Vraagt een inwoner wie er keek? Zoek het op met de code van die inwoner.", to: "trail" },
        { does: "Kijk of verzoeken over gegevens op tijd een antwoord krijgen.", to: "requests" },
      ],
      sees: "U ziet dat een hulpvraag is geopend, door wie en op welke grond. De hulpvraag zelf opent u niet. Ook wat u zoekt, wordt opgeschreven.",
    },
    "organisation-admin": {
      about: "U regelt wie voor uw organisatie werkt, in welk team en met welke taak.",
      steps: [
        { does: "Bekijk of elke collega een vervanger heeft.", to: "people" },
        { does: "Voeg een collega toe, of laat iemand gaan. Dat werkt meteen.", to: "people" },
      ],
      sees: noFiles,
    },
    "platform-admin": {
      about: "U regelt welke onderdelen een gemeente gebruikt, en welke organisaties en teams er zijn.",
      steps: [
        { does: "Zet onderdelen aan of uit, en voeg organisaties en teams toe.", to: "places" },
        { does: "Zeg bij een nieuwe organisatie wie daar de collega's beheert. Die voegt collega's toe." },
      ],
      sees: noFiles,
    },
  } satisfies Record<TeamRole, Tour> as Record<TeamRole, Tour>,
};
export type StartText = typeof nl;
