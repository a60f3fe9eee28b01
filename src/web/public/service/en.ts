import type { ServiceText } from "./nl.ts";

export const en: ServiceText = {
  helpsWith: "With what",
  forWhom: "For whom",
  result: "What you can expect",
  bring: "Bring",
  hours: "When",
  hoursAt: (place) => `When: ${place}`,
  closed: "closed",
  noHours: "We have no hours. Call first, or ask us to call you.",
  address: "Address",
  phone: "Phone",
  mail: "E-mail",
  website: "Website",
  languages: "Languages",
  wheelchair: {
    yes: "You can get in with a wheelchair.",
    no: "A wheelchair cannot get in here. Call, and we come to you.",
  },
  organisation: "Whose it is",
  callMe: "Call me back",
  callMeText: "You leave your number. Somebody from this desk calls you.",
  whichDay: "Day",
  source: "Where this information comes from",
  sourceText: (asOf) => [
    "From public information of ",
    asOf,
    ". We have not checked it with the organisation. Look at the website before you go.",
  ],
  noNumber: (name, phone) => [`We have no checked number of this help. Call ${name}, `, phone, ". Or let us call you."],
  wrong: "Is something wrong? Tell us",
  notFound: "This help is no longer there.",
};
