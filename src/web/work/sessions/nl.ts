export const nl = {
  title: "Waar u bent ingelogd",
  lead: "Ziet u hier een apparaat dat niet van u is? Log daar uit, en zeg het tegen uw beheerder.",
  unknown: "Onbekend apparaat",
  here: "Dit apparaat",
  began: "Ingelogd",
  seen: "Voor het laatst gebruikt",
  ends: "Uiterlijk tot",
  end: "Log hier uit",
  ended: "Daar is uitgelogd.",
};
export type SessionsText = typeof nl;
