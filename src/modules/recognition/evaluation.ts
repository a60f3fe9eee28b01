import { type IssueCode, issueCodes } from "./issue.ts";
import type { Statement } from "./statement.ts";

/* How good recognising is, measured on statements whose issues somebody else has said. Pure: what to print is elsewhere. */

/** What was recognised of a statement, best first. */
export type Judged = { statement: Statement; ranked: { code: IssueCode; chance: number }[]; isUnsure: boolean };

/** A share with the interval it lies in with a chance of 95 % (Wilson 1927). */
export type Share = { of: number; share: number; from: number; until: number };

const z95 = 1.959_964;

export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { of, share: 0, from: 0, until: 1 };
  const share = hits / of;
  const spread = z95 ** 2 / of;
  const middle = (share + spread / 2) / (1 + spread);
  const reach = (z95 / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  return {
    of,
    share,
    from: Math.min(share, Math.max(0, middle - reach)),
    until: Math.max(share, Math.min(1, middle + reach)),
  };
}

type LabelReport = { code: IssueCode; recall: Share; precision: Share; f1: number };
/** Of the statements whose first chance lies in a span: how often it was right. */
type CalibrationBin = { from: number; until: number; said: number; right: Share };

export type Evaluation = {
  statements: number;
  top1: Share;
  top3: Share;
  /** A legal side, and first of all it was said that there is none. */
  legalMissed: Share;
  unsure: Share;
  /** Of those where it was sure. */
  top1WhenSure: Share;
  macroF1: number;
  labels: LabelReport[];
  /** The first label of a statement against what was recognised first, where that was wrong; the most frequent first. */
  confusion: { meant: IssueCode; said: IssueCode; times: number }[];
  calibration: CalibrationBin[];
  /** How far, on average, what was said lies from what is true: 0 is perfect. */
  calibrationError: number;
};

const bins = 10;

/** Right is whoever names one of the issues of a statement; recall of a label asks for it among as many as there are, at least three. */
export function evaluate(judged: readonly Judged[]): Evaluation {
  const count = (of: readonly Judged[], isHit: (one: Judged) => boolean) => shareOf(of.filter(isHit).length, of.length);
  const first = ({ ranked }: Judged) => ranked[0]?.code;
  const isRight = (one: Judged) => one.statement.issues.some((issue) => issue === first(one));
  const isLegal = ({ statement }: Judged) => statement.issues.some((issue) => issue !== "geen-juridisch");
  const labels = issueCodes.map((code): LabelReport => {
    const having = judged.filter(({ statement }) => statement.issues[0] === code);
    const saying = judged.filter((one) => first(one) === code);
    const recall = count(having, (one) => isRight(one));
    const precision = count(saying, (one) => isRight(one));
    const both = recall.share + precision.share;
    return { code, recall, precision, f1: both === 0 ? 0 : (2 * recall.share * precision.share) / both };
  });
  const known = labels.filter(({ recall }) => recall.of > 0);
  const mistakes = new Map<string, { meant: IssueCode; said: IssueCode; times: number }>();
  for (const one of judged) {
    const [meant] = one.statement.issues;
    const said = first(one);
    if (meant === undefined || said === undefined || isRight(one)) continue;
    const key = `${meant} ${said}`;
    mistakes.set(key, { meant, said, times: (mistakes.get(key)?.times ?? 0) + 1 });
  }
  const calibration = Array.from({ length: bins }, (_, at): CalibrationBin => {
    const from = at / bins;
    const until = (at + 1) / bins;
    const within = judged.filter(({ ranked: [best] }) => {
      const chance = best?.chance ?? 0;
      return chance >= from && (chance < until || at === bins - 1);
    });
    const said = within.reduce((sum, { ranked: [best] }) => sum + (best?.chance ?? 0), 0) / Math.max(1, within.length);
    return { from, until, said, right: count(within, isRight) };
  });
  return {
    statements: judged.length,
    top1: count(judged, isRight),
    top3: count(judged, ({ statement, ranked }) =>
      ranked.slice(0, 3).some(({ code }) => statement.issues.some((issue) => issue === code)),
    ),
    legalMissed: count(judged.filter(isLegal), (one) => first(one) === "geen-juridisch" && !isRight(one)),
    unsure: count(judged, ({ isUnsure }) => isUnsure),
    top1WhenSure: count(
      judged.filter(({ isUnsure }) => !isUnsure),
      isRight,
    ),
    macroF1: known.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, known.length),
    labels,
    confusion: [...mistakes.values()].sort((a, b) => b.times - a.times),
    calibration,
    calibrationError:
      calibration.reduce((sum, { said, right }) => sum + right.of * Math.abs(said - right.share), 0) /
      Math.max(1, judged.length),
  };
}
