import { z } from "zod";
import { IssueCode, NeedCode } from "./issue.ts";

const Sentence = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });

/** A story to practise on, with the sides that are there, and why: content/recognition/practice.yaml. */
export const Practice = z.strictObject({
  story: Sentence,
  issues: z.array(IssueCode).min(1),
  needs: z.array(NeedCode),
  tell: Sentence,
});
export type Practice = z.infer<typeof Practice>;

export type PracticeResult = { seen: IssueCode[]; missed: IssueCode[]; notThere: IssueCode[] };

/** What somebody saw against what is there. */
export const compared = ({ issues }: Practice, chosen: readonly IssueCode[]): PracticeResult => ({
  seen: issues.filter((code) => chosen.includes(code)),
  missed: issues.filter((code) => !chosen.includes(code)),
  notThere: chosen.filter((code) => !issues.includes(code)),
});
