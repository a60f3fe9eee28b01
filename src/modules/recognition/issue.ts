import { z } from "zod";

/** What recognition proposes: each is a field in which somebody may have a right, and the last is none. */
export const issueCodes = [
  "wonen-huur",
  "werk-ontslag",
  "uitkering-bijstand",
  "toeslagen-belasting",
  "schulden",
  "scheiden-gezag",
  "familie-erfrecht",
  "zorg-wmo-jeugd",
  "vreemdelingen",
  "consument-contract",
  "straf-slachtoffer",
  "discriminatie-klacht-overheid",
  "boete-cjib",
  "buren",
  "geen-juridisch",
] as const;
export const IssueCode = z.enum(issueCodes);
export type IssueCode = z.infer<typeof IssueCode>;

/** What somebody is in need of besides, whatever the law says. */
export const needCodes = [
  "eenzaamheid",
  "mantelzorg",
  "rondkomen",
  "taal",
  "opvoeding",
  "rouw",
  "verslaving",
  "veiligheid",
] as const;
export const NeedCode = z.enum(needCodes);
export type NeedCode = z.infer<typeof NeedCode>;

const Sentence = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });
/** What an issue may mean for somebody, and what to ask them next: content/recognition/meaning.yaml. */
export const Meanings = z.strictObject({
  issues: z.record(IssueCode, z.strictObject({ means: Sentence, ask: Sentence })),
  needs: z.record(NeedCode, Sentence),
});
export type Meanings = z.infer<typeof Meanings>;

/** The one life event that an issue belongs to: content/issues.yaml. */
export const IssueThemes = z.strictObject({ issues: z.record(IssueCode, z.object({ theme: z.string() })) }).transform(
  ({ issues }) =>
    (code: IssueCode): string =>
      issues[code].theme,
);
