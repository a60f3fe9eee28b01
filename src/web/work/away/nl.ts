export const nl = {
  title: "Ik ben er niet",
  lead: "Alles wat u hebt opgepakt, gaat naar uw vervanger. Is die er ook niet, dan gaat het terug naar het team.",
  until: "Tot en met welke dag bent u weg?",
  hint: "Bijvoorbeeld 27 11 2026",
  send: "Draag over en meld mij af",
  back: "Ik ben er weer",
  backText: (day: string) => `U staat als afwezig tot en met ${day}.`,
  done: (count: number) =>
    count === 0
      ? "U bent afgemeld. U had niets openstaan."
      : `U bent afgemeld. ${count} ${count === 1 ? "toezegging is" : "toezeggingen zijn"} overgedragen.`,
  welcome: "Welkom terug. Wat is overgedragen, blijft bij uw vervanger tot u het weer oppakt.",
  problems: {
    dayMissing: "Vul een dag, een maand en een jaar in.",
    dayTooFar: "Deze dag is meer dan een jaar weg. Kijk of het jaar klopt.",
    dayPast: "Deze dag is al voorbij. Vul vandaag of een latere dag in.",
  },
};
export type AwayText = typeof nl;
