import type { Child } from "hono/jsx";

export const nl = {
  title: "Waar woont u?",
  lead: "Kies uw gemeente. Dan laten wij zien wie u gratis kan helpen, dicht bij u.",
  label: "Uw gemeente, woonplaats of postcode",
  hint: "Bijvoorbeeld: Utrecht, Den Bosch of 3511",
  send: "Ga verder",
  again: (name: string) => `Verder met ${name}`,
  all: "Of kies uit de lijst",
  problems: {
    empty: "Vul uw gemeente, woonplaats of postcode in.",
    notFound:
      "Deze plaats of postcode kennen wij hier niet. Kijk of u het goed hebt geschreven, met onze letters. Of kies uit de lijst.",
    notDutch: "Dit is geen Nederlandse postcode. Een postcode heeft vier cijfers en begint niet met een 0, zoals 3511.",
    belgian:
      "Dit is een Belgische postcode. Wij kennen alleen hulp in Nederland. Woont u in België? Bel het OCMW van uw gemeente. Gaat uw vraag over Nederland? Vul dan de plaats in waar die over gaat.",
    several: "Er zijn meer plaatsen die zo heten. Vul uw postcode in.",
  },
  missing:
    "Staat uw gemeente er niet bij? Bel dan uw eigen gemeente en vraag naar de sociaal raadslieden of het wijkteam. Zij helpen u verder.",
  notHere: {
    title: "Uw gemeente doet nog niet mee",
    lead: (where: string) => `${where} ligt in geen gemeente die meedoet. U kunt wel hulp krijgen.`,
    thisPlace: "Deze plaats",
    postcode: (pc4: number, name: string | undefined) => `Postcode ${pc4}${name === undefined ? "" : ` (${name})`}`,
  },
  unknown: {
    title: "Deze postcode kennen wij niet",
    lead: (pc4: number | undefined) =>
      `Kijk of ${pc4 ?? "uw postcode"} klopt. Klopt het? Dan kunt u hieronder hulp vinden die er is voor heel Nederland.`,
  },
  ownMunicipality: "Bel ook uw eigen gemeente. Vraag naar de sociaal raadslieden of het wijkteam. Zij helpen u verder.",
  desk: (name: string, phone: Child, hours: string): Child => [
    "Liever praten? Bel ",
    name,
    ", ",
    phone,
    ` (${hours}).`,
  ],
  national: "Hulp voor heel Nederland",
  moreNational: (count: number) => `Meer hulp voor heel Nederland (${count})`,
  toWebsite: "Naar de website",
  otherPlace: "Woont u ergens anders?",
  toList: "Kies uit de lijst",
};
export type ChooseText = typeof nl;
