import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Minutes each, of one worker: begun last, they would leave the other with nothing to do. */
const longest = ["tests/security/matrix.test.ts", "tests/security/ids-of-others.test.ts", "tests/crash/"];

/** The files that take longest first, the rest as vitest has it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.includes(name));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
