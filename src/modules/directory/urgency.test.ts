import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { themesIn } from "./theme.ts";
import { parseUrgencies, urgenciesIn } from "./urgency.ts";
import { listThemes, readUrgencies } from "./usecases.ts";

const today = Temporal.PlainDate.from("2026-11-25");
const kindsIn = (words: string) => urgenciesIn(words, readUrgencies(), today).kinds;

describe("whoever does not want to live any more is led to 113, however they say it", () => {
  test.each([
    "ik wil dood",
    "Ik wil echt gewoon dood.",
    "ik wil... dood",
    "IK WIL DOOD!!",
    "ik zou liever dood zijn",
    "soms denk ik dat ik dood wil",
    "ik wil niet meer leven",
    "ik wil echt niet meer leven, alles is kwijt",
    "omdat ik niet meer wil leven",
    "zelfmoord",
    "ik denk aan zelfmoord",
    "ik heb zelfmoordgedachten",
    "ik ga mezelf iets aandoen",
    "ik ben bang dat mijn zoon zichzelf iets aandoet of zichzelf iets wil aandoen, zichzelf iets aandoen",
    "ik zie het niet meer zitten",
    "ik zie het echt niet meer zitten door die schulden",
    "I want to die",
    "I don't want to live anymore",
    "i dont want to live any more",
    "I am going to kill myself",
    "suicide",
  ])("%s", (words) => {
    expect(kindsIn(words)).toContain("life");
  });
});

describe("whoever is not safe with somebody close is led to Veilig Thuis", () => {
  test.each([
    "mijn man slaat mij",
    "Mijn man slaat me soms.",
    "mijn ex man bedreigt mij",
    "mijn man bedreigt mij",
    "mijn vader mishandelt mij",
    "mijn ex mishandelt mijn kind",
    "mijn man heeft mij gisteren geslagen",
    "mijn vriend slaat mij en leest mijn telefoon",
    "ik ben bang voor mijn man",
    "ik word mishandeld door mijn vriend",
    "mijn kind wordt geslagen",
    "mijn kinderen worden thuis mishandeld",
    "hij slaat mij",
    "de buurman slaat zijn kind",
    "huiselijk geweld",
    "Mijn man wil scheiden en hij heeft me vorige week geslagen waar de kinderen bij waren.",
    "mijn man heeft me geslagen",
    "Ik durf niet meer naar huis",
    "my husband hits me",
    "I am afraid of my husband",
  ])("%s", (words) => {
    expect(kindsIn(words)).toContain("violence");
  });
});

describe("whoever is about to lose their home, or has no food, heat or light, hears what to do today", () => {
  test.each([
    "de deurwaarder komt morgen",
    "deurwaarder komt morgen",
    "morgen staat de deurwaarder voor de deur",
    "ik word uit mijn huis gezet",
    "uit mijn huis gezet",
    "huisuitzetting",
    "er is een ontruiming aangezegd",
    "ze gaan ons huis ontruimen",
    "op straat",
    "ik sta op straat met mijn kinderen",
    "we worden op straat gezet",
    "eviction tomorrow",
    "ik kan de huur niet betalen",
    "Ik kan mijn huur niet betalen.",
    "we kunnen de huur echt niet meer betalen",
    "I can't pay my rent",
  ])("home: %s", (words) => {
    expect(kindsIn(words)).toEqual(["home"]);
  });

  test.each([
    "geen geld voor eten",
    "ik heb geen geld meer voor eten",
    "gas afgesloten",
    "het licht is afgesloten",
    "mijn water wordt morgen afgesloten",
    "we zitten zonder stroom",
    "no money for food",
  ])("needs: %s", (words) => {
    expect(kindsIn(words)).toEqual(["needs"]);
  });
});

const harmless = [
  "ik wil door",
  "dode hoek",
  "de dode hoek van een vrachtwagen",
  "erfenis na overlijden van mijn moeder",
  "dood van mijn vader",
  "ik wil de dood van mijn vader melden",
  "mijn vader is dood, wat moet ik regelen",
  "mijn man is dood",
  "het huis van mijn moeder ontruimen",
  "mijn man wordt bedreigd door een incassobureau",
  "ik ben bang voor de deurwaarder",
  "mijn dochter is geslaagd",
  "mijn vader slaapt",
  "mijn kind slaapt slecht",
  "slagroom",
  "mijn vader heeft een slagerij",
  "ik wil niet meer leven in deze woning vol schimmel",
  "we kunnen van de uitkering niet meer leven",
  "mijn fiets is op straat gestolen",
  "ik mag niet parkeren op straat.",
  "mijn man slaapt niet",
  "mijn buurman heeft een hond",
  "ik kan de huurverhoging niet begrijpen",
  "de gasrekening is te hoog",
  "brief van een deurwaarder",
  "ik zie het verschil niet",
  "ik wil scheiden",
  "de huur is betaald",
  "I want to dye my hair",
  "I do not want to live with my husband",
];

describe("a harmless text is not called urgent", () => {
  test.each(harmless)("%s", (words) => {
    expect(kindsIn(words)).toEqual([]);
  });

  test("nor are titles and search words of the themes about anybody's life", () => {
    const said = listThemes().flatMap((theme) =>
      [theme.text.nl, theme.text.en].flatMap((it) => [it.title, ...it.words]),
    );
    expect(said.filter((words) => kindsIn(words).includes("life"))).toEqual([]);
  });

  test("whatever harmless sentences stand after another", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...harmless), { maxLength: 6 }), (sentences) => {
        expect(kindsIn(sentences.join(". "))).toEqual([]);
      }),
      rounds(50, 500),
    );
  });

  test("and among harmless sentences the urgent one is still seen", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...harmless), { maxLength: 4 }), fc.nat(), (sentences, place) => {
        const told = sentences.toSpliced(place % (sentences.length + 1), 0, "ik wil dood");
        expect(kindsIn(told.join(". "))).toEqual(["life"]);
      }),
      rounds(50, 500),
    );
  });

  test("any text at all is read to its end", () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const { kinds, rest } = urgenciesIn(words, readUrgencies(), today);
        expect(kinds.length).toBeLessThanOrEqual(4);
        expect(typeof rest).toBe("string");
      }),
      rounds(50, 500),
    );
  });
});

describe("what is left of the words for finding themes", () => {
  const themesOf = (words: string) =>
    themesIn(urgenciesIn(words, readUrgencies(), today).rest, listThemes()).map((theme) => theme.slug);

  test("wanting to die is no family and inheritance", () => {
    expect(themesOf("ik wil dood")).toEqual([]);
    expect(themesOf("ik wil dood, ik heb een deurwaarder en drie aanmaningen")).toEqual(["schulden"]);
  });

  test("a death in the family still is", () => {
    expect(themesOf("dood van mijn vader")).toContain("familie-en-erfenis");
  });
});

describe("the file of what cannot wait", () => {
  const file = (phrase: string, often = "nu") => `
numbers:
${["emergency", "suicide-prevention", "safe-at-home"].map((id) => `  - { id: ${id}, number: "1", name: x, source: "https://a.nl", checked: 2026-11-26 }`).join("\n")}
said-often: [${often}]
sets: {}
kinds: [{ id: life, phrases: ["${phrase}"] }]`;

  test("a phrase with a word that is never read, or a set that is not there, is refused", () => {
    expect(() => parseUrgencies(file("ik wil nu dood"))).toThrow('"nu" is never read');
    expect(() => parseUrgencies(file("<nobody> dood"))).toThrow('no set "nobody"');
    expect(() => parseUrgencies(file("ik wil dood").replace("id: safe-at-home", "id: emergency"))).toThrow("missing");
  });
});

describe("whoever is held or questioned is told of a lawyer first", () => {
  test.each([
    "mijn zoon is opgepakt",
    "Mijn zoon van 16 zit vast op het politiebureau",
    "de politie heeft mijn man meegenomen",
    "ik moet voor verhoor naar de politie",
    "ik word morgen verhoord",
    "mijn broer zit in vreemdelingendetentie",
    "vrijdag wordt hij uitgezet met het vliegtuig",
    "they arrested my son",
    "my husband is in custody",
  ])("%s", (words) => {
    expect(kindsIn(words)).toContain("custody");
  });

  test.each([
    "ik zit vast aan mijn contract",
    "ik heb een vast contract bij de politie",
    "mijn huur is vast",
    "ik wil aangifte doen bij de politie",
    "de politie komt niet voor de buren",
    "mijn man zit in de ziektewet",
  ])("not: %s", (words) => {
    expect(kindsIn(words)).not.toContain("custody");
  });
});

describe("whoever must do something within a week hears that first", () => {
  test.each([
    "ik moet binnen 3 dagen betalen",
    "u dient binnen twee dagen het bedrag te voldoen",
    "ik moet binnen een week weg",
    "de brief zegt uiterlijk vrijdag",
    "ik ben vandaag op staande voet ontslagen",
    "ik moet voor maandag reageren",
    "ze willen dat ik voor vrijdag teken en ik moet tekenen voor vrijdag",
    "de termijn loopt morgen af",
    "morgen is de zitting bij de rechtbank",
    "vandaag is de laatste dag voor bezwaar",
    "I have to answer within 5 days",
    "the deadline is tomorrow",
  ])("%s", (words) => {
    expect(kindsIn(words)).toContain("term");
  });

  test.each([
    "ik moet binnen zes weken bezwaar maken",
    "binnen 14 dagen terugsturen",
    "ik zoek iemand om op zondag mee te wandelen",
    "maandag kan ik niet naar de kaartclub",
    "mijn contract loopt volgend jaar af",
    "ik werk van maandag tot vrijdag",
    "de winkel is dicht op zondag",
  ])("not: %s", (words) => {
    expect(kindsIn(words)).not.toContain("term");
  });
});

describe("a day within a week by which something must be done", () => {
  test.each([
    "ik moet voor 30 november betalen",
    "de ontruiming is op 1 december",
    "Ik moet uiterlijk 2 december 2026 reageren",
    "de zitting is 30-11",
    "ik moet tekenen voor 1/12/2026",
    "ze sluiten mij af, dat moet ik voor 27.11.26 betalen",
    "I must answer by 30 November",
    "the court hearing is on December 1st",
  ])("%s", (words) => {
    expect(kindsIn(words)).toContain("term");
  });

  test.each([
    "ik moet voor 14 januari reageren",
    "mijn kleinzoon is jarig op 28 november",
    "op 24 november moest ik betalen",
    "ik moet voor 31 november betalen",
    "ik moet 30.11 euro betalen per maand aan 7/24 service",
    "ik moet voor 30 november 2027 weg",
  ])("not: %s", (words) => {
    expect(kindsIn(words)).not.toContain("term");
  });

  test("over the turn of the year", () => {
    const late = Temporal.PlainDate.from("2026-12-29");
    expect(urgenciesIn("ik moet voor 2 januari reageren", readUrgencies(), late).kinds).toContain("term");
  });
});

describe("whoever is about to lose what they have hears that first", () => {
  test.each([
    "Deurwaarder komt vrijdag mijn spullen halen",
    "er stond een deurwaarder aan de deur, ze komen onze spullen halen",
    "Er ligt beslag op mijn rekening",
  ])("%s", (words) => {
    expect(kindsIn(words)).toContain("home");
  });
});
