import type { ProfileField } from "../../../modules/directory/index.ts";

/** About an organisation as it tells of itself on the route map. */
export const organisationTexts = {
  aboutOrganisation: (name: string) => `Over ${name}`,
  organisationLead:
    "Wat de organisatie over zichzelf zegt. Inwoners en professionals lezen dit bij alles wat zij aanbiedt.",
  independenceSaid: "Of de organisatie onafhankelijk is, en waarom, wijzigt wie deze website beheert.",
  seeOrganisation: "Bekijk wat mensen lezen",
  profileSections: { texts: "Wat mensen lezen", numbers: "Website en nummers" },
  profileLabels: {
    does: "Wat doet u?",
    doesNot: "Wat doet u niet?",
    limits: "Voor wie is er geen plaats, en waar houdt uw hulp op?",
    chain: "Uw plaats tussen de anderen",
    website: "Website",
    kvk: "KVK-nummer",
    oin: "OIN (alleen voor de overheid)",
  } satisfies Record<ProfileField, string>,
  profileHints: {
    does: "Zeg het tegen de inwoner, in korte zinnen.",
    doesNot: "Bijvoorbeeld: wij gaan niet mee naar de rechter.",
    limits: "Bijvoorbeeld: een grens aan het inkomen, of geen zaken van bedrijven.",
    chain: "Voor professionals: wie stuurt mensen naar u door, en naar wie stuurt u door?",
    kvk: "Acht cijfers.",
    oin: "Twintig cijfers.",
  },
  profileProblems: {
    doesTooLong: "Dit is te lang. Gebruik hoogstens 1500 tekens.",
    doesNotTooLong: "Dit is te lang. Gebruik hoogstens 1500 tekens.",
    profileLimitsTooLong: "Dit is te lang. Gebruik hoogstens 1500 tekens.",
    chainTooLong: "Dit is te lang. Gebruik hoogstens 1500 tekens.",
    kvkWrong: "Een KVK-nummer heeft acht cijfers.",
    oinWrong: "Een OIN heeft twintig cijfers.",
  },
};
