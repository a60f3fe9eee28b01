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
  },
  elsewhere:
    "Staat uw gemeente er niet bij? Bel dan uw eigen gemeente en vraag naar de sociaal raadslieden of het wijkteam. Zij helpen u verder.",
};
export type ChooseText = typeof nl;
