export const nl = {
  untouched: (link: string) => ({
    subject: "Een hulpvraag staat al een jaar stil",
    text: [
      "Goedendag,",
      "",
      "In één of meer open hulpvragen van uw team is een jaar niets gebeurd.",
      "Is de vraag klaar? Sluit hem dan af. Dan gaat hij na een tijd vanzelf weg. Een open hulpvraag gaat nooit weg.",
      "",
      `U vindt ze op Vandaag, of onder Hulpvragen als u de oudste bovenaan zet: ${link}`,
    ].join("\n"),
  }),
};

export type RetentionText = typeof nl;
