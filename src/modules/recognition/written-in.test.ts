import { expect, test } from "vitest";
import { writtenIn } from "./written-in.ts";

test.each([
  ["mijn baas betaalt mij niet", "nl"],
  ["huur te hoog en ik kan het niet betalen", "nl"],
  ["k weet nie meer wa te doen me uitkering is weg", "nl"],
  ["My boss does not pay me and I want to leave", "en"],
  ["i have got a letter from the bailiff", "en"],
  ["kira borcum var ne yapmam lazim", "tr"],
  ["Bana yardım edin, evim yok", "tr"],
  ["المالك يريد أن أترك البيت", "other"],
  ["Хозяин выгоняет меня из квартиры", "other"],
  ["ሰላም እርዳታ እፈልጋለሁ", "other"],
  ["CJIB", "unknown"],
  ["huurachterstand", "unknown"],
  ["", "unknown"],
  ["😀 12345", "unknown"],
  ["ik kreeg een email van my boss, die zegt you are fired", "nl"],
])("%s → %s", (text, language) => {
  expect(writtenIn(text)).toBe(language);
});
