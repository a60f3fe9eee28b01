import type { Child } from "hono/jsx";

type Desk = { name: string; address: string };

export const nl = {
  accessibilityTitle: "Toegankelijkheid",
  accessibility: [
    "Deze site moet voor iedereen werken. Ook op een oude telefoon, of met alleen het toetsenbord. Ook met een voorleesprogramma, vier keer zo groot, of zonder JavaScript.",
    "Wij bouwen volgens WCAG 2.2, niveau AA. Elke pagina wordt bij elke wijziging automatisch nagekeken. Een onderzoek door een onafhankelijk bureau is nog niet gedaan.",
    "Werkt er iets niet voor u? Zeg het ons. Dan helpen wij u meteen op een andere manier, en maken wij het in orde.",
  ],
  complaintTitle: "Klacht of idee",
  complaintLead: "Bent u niet goed geholpen? Of klopt er iets niet op deze site? Zeg het ons.",
  noConsequences: "Een klacht heeft nooit gevolgen voor de hulp die u krijgt.",
  mailTo: (mail: string) => `Mail naar ${mail}`,
  callMe: "Laat iemand u bellen",
  comeBy: (name: string, address: string) => `U kunt ook langskomen bij ${name}: ${address}.`,
  withoutWriting:
    "Schrijven hoeft niet. Bel of kom langs, en vraag of wij uw klacht opschrijven. U mag iemand meenemen. Iemand anders mag het ook voor u doen.",
  aboutWhat: "Waarover kunt u klagen?",
  subjects: [
    "Iemand was niet netjes tegen u, of luisterde niet.",
    "U bent niet gebeld op de tijd die is beloofd.",
    "Iemand ging niet goed om met wat u vertelde.",
    "Er klopt iets niet op deze site.",
    "U hebt een idee om het beter te doen.",
  ],
  notYours: "U hoeft niet te weten wie erover gaat. Dat zoeken wij uit.",
  whatNext: "Wat gebeurt er daarna?",
  received: "U krijgt bericht dat uw klacht er is",
  receivedText: "Schreef u uw klacht op? Dan bevestigt de gemeente dat op papier of per mail.",
  answered: "Meestal krijgt u binnen zes weken antwoord",
  answeredText: "Kijkt er een adviseur van buiten mee? Dan mag het tien weken duren.",
  answeredWhy:
    "Dit geldt voor klachten over de gemeente: Algemene wet bestuursrecht, artikel 9:6 en 9:11 (Awb). Een organisatie die niet bij de gemeente hoort, heeft eigen regels. Vraag ons welke dat zijn.",
  notSettled: "Bent u daarna niet tevreden?",
  toOmbudsman: (name: string) => `Naar ${name}`,
  decision: "Gaat het over een brief waar u het niet mee eens bent?",
  decisionText:
    "Dan is een klacht niet genoeg. Meestal hebt u zes weken om te zeggen dat u het er niet mee eens bent. Die tijd loopt door, ook als u klaagt.",
  toDecision: "Kijk wie u met een brief kan helpen",
  ombudsman: (name: string) => `Komt u er met ons niet uit? Dan kunt u gratis naar ${name}. Die is onafhankelijk.`,
  reach: (desk: Desk, phone: Child, mail: Child): Child => [
    `Bel ${desk.name}, `,
    phone,
    ". Mail naar ",
    mail,
    `. Of kom langs: ${desk.address}.`,
  ],
  reachTitle: "Zo bereikt u ons",
  aboutTitle: "Over Rechtspoor",
  aboutLead: "Rechtspoor brengt u bij iemand die helpt met regels, geld en recht. Gratis en dicht bij u.",
  choose:
    "Kies eerst uw gemeente. Daar staat wie u kunt bellen met een klacht, een idee of een vraag over uw gegevens.",
  chooseLink: "Kies uw gemeente",
};
export type AboutText = typeof nl;
