type Desk = {
  name: string;
  phone: string;
  mail: string;
  address: string;
  ombudsman: { name: string; website: string };
};

export const nl = {
  privacyTitle: "Uw gegevens",
  privacy: [
    ["Wat u in uw eigen woorden vertelt", "Dat gebruiken wij alleen om hulp te zoeken. Wij bewaren het niet."],
    [
      "Wat u invult bij ‘Bel mij terug’",
      "Alleen het team dat u belt, ziet dit. Is dat team niet van de gemeente? Dan kan de gemeente er niet bij.",
    ],
    [
      "Hoe lang",
      "Tot uw vraag klaar is, en daarna zo kort als de wet toelaat. Stopt u uw vraag zelf? Dan belt niemand u meer.",
    ],
    ["Wie keek er?", "Elke keer dat een medewerker uw vraag opent, schrijven wij dat op."],
    ["Burgerservicenummer", "Dat vragen wij nooit. Schrijf het ook niet op."],
    [
      "Cookies",
      "Wij onthouden uw gemeente en postcode als u die invult. Uw antwoorden, het bewijs en uw code staan hoogstens 20 minuten in uw eigen browser. De knop ‘Verlaat deze site’ wist ze meteen. Wij volgen u niet.",
    ],
    [
      "Uw rechten",
      "U mag uw gegevens zien, verbeteren of laten weghalen. Bel het team dat u belt, of vraag het aan de balie.",
    ],
  ] as [string, string][],
  accessibilityTitle: "Toegankelijkheid",
  accessibility: [
    "Deze site moet voor iedereen werken: op een oude telefoon, met het toetsenbord, met een voorleesprogramma, vergroot tot 400 procent, en zonder JavaScript.",
    "Wij bouwen volgens WCAG 2.2, niveau AA. Elke pagina wordt bij elke wijziging automatisch nagekeken. Een onderzoek door een onafhankelijk bureau is nog niet gedaan.",
    "Werkt er iets niet voor u? Zeg het ons. Dan helpen wij u meteen op een andere manier, en maken wij het in orde.",
  ],
  complaintTitle: "Klacht of idee",
  complaint: [
    "Bent u niet goed geholpen? Of klopt er iets niet op deze site? Zeg het ons. U hoeft niet te weten wie erover gaat.",
    "Een klacht heeft nooit gevolgen voor de hulp die u krijgt.",
  ],
  ombudsman: (name: string) => `Komt u er met ons niet uit? Dan kunt u gratis naar ${name}. Die is onafhankelijk.`,
  reach: (desk: Desk) => `Bel ${desk.name}, ${desk.phone}. Mail naar ${desk.mail}. Of kom langs: ${desk.address}.`,
  reachTitle: "Zo bereikt u ons",
  aboutTitle: "Over Rechtspoor",
  aboutLead: "Rechtspoor brengt u bij iemand die helpt met regels, geld en recht. Gratis en dicht bij u.",
  choose:
    "Kies eerst uw gemeente. Daar staat wie u kunt bellen met een klacht, een idee of een vraag over uw gegevens.",
  chooseLink: "Kies uw gemeente",
};
export type AboutText = typeof nl;
