import { type Evaluation, evaluate, judge, readStatements, type Share } from "../modules/recognition/index.ts";

/*
 * npm run eval:recognition -- FILE: how good recognising is on statements that somebody labelled. FILE is CSV with a first line
 * `text,label` (several labels with | between them; a column `needs` may follow). Ends with 2 when the file cannot be understood.
 */

const [file, ...rest] = process.argv.slice(2);
if (file === undefined || rest.length > 0) refuse("Usage: npm run eval:recognition -- FILE");
print(evaluate(judge(read(file))));

function refuse(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(2);
}

function read(file: string) {
  try {
    return readStatements(file);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function print(found: Evaluation): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const say = ({ share, from, until, of }: Share) =>
    of === 0 ? "none" : `${percent(share)} (${percent(from)} to ${percent(until)}, of ${of})`;
  const lines = [
    `${found.statements} statements; between brackets the 95 % interval (Wilson)`,
    "",
    `top-1                  ${say(found.top1)}`,
    `top-3                  ${say(found.top3)}`,
    `macro-F1               ${found.macroF1.toFixed(3)}`,
    `legal side missed      ${say(found.legalMissed)}`,
    `says "I do not know"   ${say(found.unsure)}`,
    `top-1 when it is sure  ${say(found.top1WhenSure)}`,
    `calibration error      ${found.calibrationError.toFixed(3)}`,
    "",
    "label                            recall                                       precision",
    ...found.labels.map(
      ({ code, recall, precision }) => `${code.padEnd(32)} ${say(recall).padEnd(44)} ${say(precision)}`,
    ),
    "",
    "most often taken for another (label → said, times)",
    ...found.confusion.slice(0, 15).map(({ meant, said, times }) => `${meant} → ${said}  ${times}`),
    "",
    "said chance of the first  how often right",
    ...found.calibration
      .filter(({ right }) => right.of > 0)
      .map(
        ({ from, until, said, right }) =>
          `${percent(from)}–${percent(until)}: said ${percent(said)}, right ${say(right)}`,
      ),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
