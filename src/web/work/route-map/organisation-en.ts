import type { organisationTexts as dutch } from "./organisation-nl.ts";

export const organisationTexts: typeof dutch = {
  aboutOrganisation: (name) => `About ${name}`,
  organisationLead:
    "What the organisation says about itself. Residents and professionals read it with everything it offers.",
  independenceSaid: "Whether the organisation is independent, and why, is changed by whoever runs this website.",
  seeOrganisation: "See what people read",
  profileSections: { texts: "What people read", numbers: "Website and numbers" },
  profileLabels: {
    does: "What do you do?",
    doesNot: "What do you not do?",
    limits: "For whom is there no place, and where does your help end?",
    chain: "Your place among the others",
    website: "Website",
    kvk: "Trade register number (KVK)",
    oin: "OIN (public bodies only)",
  },
  profileHints: {
    does: "Say it to the resident, in short sentences.",
    doesNot: "For example: we do not come along to court.",
    limits: "For example: a limit to the income, or no cases of businesses.",
    chain: "For professionals: who sends people to you, and whom do you send people to?",
    kvk: "Eight digits.",
    oin: "Twenty digits.",
  },
  profileProblems: {
    doesTooLong: "This is too long. Use at most 1500 characters.",
    doesNotTooLong: "This is too long. Use at most 1500 characters.",
    profileLimitsTooLong: "This is too long. Use at most 1500 characters.",
    chainTooLong: "This is too long. Use at most 1500 characters.",
    kvkWrong: "A trade register number has eight digits.",
    oinWrong: "An OIN has twenty digits.",
  },
};
