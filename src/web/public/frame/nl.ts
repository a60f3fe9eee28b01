export const nl = {
  siteName: (municipality: string) => `Rechtspoor ${municipality}`,
  talk: "Liever praten?",
  follow: "Mijn vraag volgen",
  example:
    "Dit is een voorbeeld. De mensen en hulppunten met ‘Voorbeeld’ in de naam zijn verzonnen. Bel de nummers niet.",
  oldExample: "Deze voorbeeldwereld is oud: alles is te laat. Maak een nieuwe met: npm run example:reset",
  onPaper: (address: string, day: string) => `Deze bladzijde staat op ${address}. Afgedrukt op ${day}.`,
  mirrored: "Proef: deze pagina staat van rechts naar links.",
};
export type FrameText = typeof nl;
