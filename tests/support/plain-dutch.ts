/* What we mean by plain Dutch (B1): short sentences, no official words, u and not jij. */

/** Words above B1, or official Dutch, each with all the forms that slip in. */
export const bannedWords =
  /\b(indien(en|t|de|den)?|ingediend\w*|betrekking|betreffende|middels|inzake|alsmede|derhalve|conform|dien(t|en)|teneinde|krachtens|aangaande|tevens|thans|reeds|omtrent|voornoemd\w*|desgewenst|ten behoeve|met inachtneming|in verband met|verzoekt u|gelieve|woonachtig|belanghebbende\w*|rechtzoekende\w*|toevoeging\w*|verschoonbaar|ontvankelijk|(hulp)?aanbod|sessie|dossier|procedure|persoonsgegevens|doorverw[ij]+z\w*|contactmoment\w*)\b/i;

export const informal = /\b(je|jij|jouw|jullie)\b/i;

/** Sentences without the article between brackets: that is for who wants to look it up. */
export const sentencesOf = (text: string): string[] =>
  text
    .replace(/ \([^)]*\)/g, "")
    .split("\n")
    .flatMap((line) => line.replace(/^- /, "").split(/(?<=[.?!])\s+/))
    .filter((sentence) => sentence !== "");

export const wordCount = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

export const averageLength = (sentences: string[]): number =>
  sentences.map(wordCount).reduce((sum, count) => sum + count, 0) / Math.max(1, sentences.length);
