export const nl = {
  today: "Vandaag",
  cases: "Hulpvragen",
  newCase: "Nieuwe hulpvraag",
  routeMap: "Routekaart",
  outbox: "Uitgaande post",
  toToday: "Naar Vandaag",
  search: "Zoek op naam of nummer",
  away: "Ik ben er niet",
  oldExample: "Deze voorbeeldwereld is oud: alles is te laat. Maak een nieuwe met: npm run example:reset",
  example: "Voorbeeldwereld: alle inwoners en collega's zijn verzonnen.",
};
export type WorkFrameText = typeof nl;
