/*
 * Words as they are compared: small letters without accents, and a stem that the forms of one word share. Made here and not
 * by PostgreSQL, whose stemmer leaves huis and huizen apart and changes with its version. A stem is only compared, never
 * shown: it needs to be the same for the forms of a word and, as far as can be, for no other.
 */

/** Longer is no word, and PostgreSQL holds a lexeme to 2,046 bytes. */
const longest = 60;

/** Small letters and digits with single spaces in between: "Coöperatie W.W.-uitkering" → "cooperatie ww uitkering". */
export const plain = (text: string): string =>
  text
    // Before and after small letters: some letters come apart into one with a mark only then.
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/(?<![\p{Letter}\p{Number}])(?:\p{Letter}\.){2,}/gu, (initials) => `${initials.replaceAll(".", "")} `)
    .replace(/(?<=\p{Letter})['’‘`´](?=\p{Letter})/gu, "")
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();

export const wordsOf = (text: string): string[] => {
  const words = plain(text);
  return words === "" ? [] : words.split(" ").map((word) => [...word].slice(0, longest).join(""));
};

const hasVowel = /[aeiouy]/;
/** As it stands at the end of a word: brieven has a v, brief an f; bonnen has two n's, bon has one. */
const closed = (rest: string): string =>
  rest
    .replace(/([bcdfgklmnprst])\1$/, "$1")
    .replace(/v$/, "f")
    .replace(/z$/, "s");

/** Without the ending, unless too little of the word would be left to tell it by. */
const without = (word: string, ending: RegExp): string => {
  const rest = word.replace(ending, "");
  if (rest === word) return word;
  const left = closed(rest);
  return left.length >= 3 && hasVowel.test(left) ? left : word;
};

/* Each is taken off once, in this order: what is left of rekening is reken, and not rek. */
const endings: RegExp[] = [
  // Small things: kindje, dingetje, boompje, kamertje.
  /(?<=\w{3}[^aeiou])etjes?$/,
  /(?<=\w{2}m)pjes?$/,
  /(?<=\w{2}[aeiou][lrnw]|\w[aeiou]{2})tjes?$/,
  /(?<=\w{3}[^aeiouj])jes?$/,
  // Plurals and linking letters: huurders, foto’s, gezins-, functies, rights. Not huis, kans or advies.
  /(?<=[bdfgklmnprt]|[aoy]|[^aeiou]e|[dfgkmnprt]ie)(?<=\w{4})s$/,
  // Plurals and infinitives: schulden, categorieën, huizen.
  /(?<=[^aeiou]|ie|ee|ui|ij)en$/,
  // Doing: scheiding is scheiden, ontruiming is ontruimen.
  /ing$/,
  // Inflection: juridische, kosteloze.
  /(?<=[^aeiou])e$/,
  // Verbs: betaalt, werkt, krijgt, vindt. Not recht, dienst or klant.
  /(?<=(?:aa|ee|oo|uu)[flmnrs]|[aeiou]{2}[dflmnrs]|[kpgd])t$/,
];

const bare = (word: string): string => endings.reduce(without, word.replace(/heden$/, "heid"));

/** Huur and huren are written with two letters and with one for the same sound. */
const evened = (stem: string): string => closed(stem).replace(/([aeou])\1/g, "$1");

/** @param word one of `wordsOf` */
export const stemOf = (word: string): string => (word.length <= 3 ? word : evened(bare(word)));

/** As it sounds, roughly: misspelled words often sound right (beswaar, schijding, advokaat). */
export const soundOf = (word: string): string =>
  word
    .replace(/ij|y/g, "ei")
    .replace(/ou/g, "au")
    .replace(/sch|sg/g, "sx")
    .replace(/ch/g, "g")
    .replace(/x/g, "g")
    .replace(/qu/g, "kw")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/c/g, "k")
    .replace(/ph/g, "f")
    .replace(/th/g, "t")
    .replace(/z/g, "s")
    .replace(/v/g, "f")
    .replace(/dt$|d$/g, "t")
    .replace(/ie/g, "i")
    .replace(/(.)\1+/g, "$1");
