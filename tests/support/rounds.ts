/* How long properties are tried: the same cases each time in `npm test`, many others in `npm run test:long`. */

const isLong = process.env.LONG !== undefined;
const timesLonger = 10;

/**
 * For `fc.assert`. In a long run the cases are new each time; what fails says its seed, to be tried again.
 * @param seed fixes which cases a short run tries
 */
export const rounds = (seed: number, numRuns: number): { seed?: number; numRuns: number } =>
  isLong ? { numRuns: numRuns * timesLonger } : { seed, numRuns };

/** For rounds that are counted by hand. */
export const roundsOf = (short: number, long: number): number => (isLong ? long : short);
