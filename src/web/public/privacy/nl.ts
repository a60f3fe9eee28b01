import type { Child } from "hono/jsx";
import type { ResidentCookie } from "./cookies.ts";

/** How long, when it is not counted in months; nothing: it stays. */
export type KeptLength = Partial<Record<"days" | "hours" | "minutes", number | undefined>>;

export const nl = {
  title: "Uw gegevens",
  shortTitle: "Kort",
  short: [
    "Wij vragen zo weinig mogelijk. Een telefoonnummer is genoeg.",
    "Alleen het team dat u belt, ziet uw vraag. De gemeente kan niet in de vragen van andere teams kijken.",
    "Wij vragen nooit uw burgerservicenummer. Schrijf het ook niet op.",
    "Geen computer beslist over u. Wij volgen u niet.",
    "U mag zien wat wij van u weten. U mag het laten verbeteren of weghalen.",
  ],
  onThisPage: "Op deze pagina",

  whoTitle: "Wie is verantwoordelijk?",
  who: "Elke organisatie is zelf verantwoordelijk voor de vragen die haar teams krijgen. Ook voor wat zij daarover opschrijft.",
  whoHere: (municipality: string) => `In ${municipality} zijn dit:`,
  nobody: (municipality: string) =>
    `In ${municipality} kan nog niemand u hier terugbellen. Dan bewaren wij ook niets van u.`,
  host: (municipality: string) =>
    `Deze site is er voor inwoners van ${municipality}. Toch kan de gemeente niet in de vragen van andere organisaties kijken. Ook niet als zij die organisaties betaalt.`,
  team: (name: string, number: Child, mail: Child): Child => [`${name}: bel `, number, " of mail naar ", mail, "."],

  doTitle: "Wat doen wij met uw gegevens?",
  doLead: "Dit doen wij met wat u ons vertelt, en niets anders. Kies een regel om er meer van te zien.",
  purpose: "Waarvoor",
  data: "Welke gegevens",
  recipients: "Wie ziet dit",
  kept: "Hoe lang",
  allowed: "Waarom dit mag",
  allowedBy: {
    organisation: (why: string, article: string) => `Een hulporganisatie: ${why} (${article})`,
    municipality: (why: string, article: string) => `Een team van de gemeente: ${why} (${article})`,
  },
  special:
    "U hoeft niets te schrijven over uw gezondheid, uw geloof of uw afkomst. Doet u dat toch? Dan gebruiken wij het alleen om u te helpen.",
  forOthers: "Vraagt u hulp voor iemand anders? Dan geldt dit allemaal ook voor die ander.",

  keptTitle: "Hoe lang bewaren wij het?",
  keptLead: "Daarna gaat het vanzelf weg. Bij uw eigen vraag staat de dag waarop dat gebeurt.",
  keptTerm: "Hoe lang",
  keptFrom: "Vanaf",
  keptWhat: "Wat er dan gebeurt",
  keptNow: (length: string, because: string, article: string) => `${length}. ${because} (${article})`,
  keptLength: ({ days, hours, minutes }: KeptLength): string => {
    if (days !== undefined) return `${days} dagen`;
    if (hours !== undefined) return `${hours} uur`;
    return minutes === undefined ? "Dit blijft" : `${minutes} minuten`;
  },
  keptBy: {
    organisation: (line: string) => `Bij een hulporganisatie: ${line}`,
    municipality: (line: string) => `Bij een team van de gemeente: ${line}`,
  },

  wordsTitle: "Wat u in uw eigen woorden vertelt",
  words:
    "Dat gebruiken wij alleen om hulp te zoeken. Wij bewaren het niet. Alleen uw eigen browser onthoudt het, hoogstens 20 minuten.",

  seeTitle: "Wie kan wat zien?",
  see: [
    "Het team dat u belt, ziet uw vraag en wat het zelf daarover opschrijft.",
    "Andere teams zien dat niet. Ook niet als ze bij dezelfde organisatie horen.",
    "Alleen in een noodgeval leest een collega van dezelfde organisatie een uur mee. Het team hoort dat, en u ziet het bij uw vraag.",
    "Wie bij de gemeente werkt, ziet alleen de vragen van het eigen team. Ook het bestuur van de gemeente ziet niets.",
    "U ziet uw eigen vraag, met uw code en de laatste vier cijfers van uw nummer. Aantekeningen van het team staan daar niet bij.",
    "Wie de computers beheert, kan bij de opslag. Dat is nodig om alles te laten werken. Die mag er niet in kijken.",
  ],
  looked:
    "Elke keer dat een medewerker uw vraag opent, schrijven wij dat op. Niemand kan dat ongemerkt veranderen. Met uw code ziet u welk team keek, en hoe vaak.",
  log: "Van wat er met uw gegevens gebeurt, houden wij een logboek bij. Daarin staat geen naam, geen nummer en niet wat u vroeg.",
  outside:
    "Wij geven uw gegevens aan niemand anders. Wij verkopen niets. Wie voor ons de computers en de mail regelt, doet dat in onze opdracht.",

  cookiesTitle: "Cookies",
  cookiesLead:
    "Een cookie is een klein bestand in uw eigen browser. Wij gebruiken ze alleen om de site te laten werken. Wat u vertelt, staat er onleesbaar in.",
  cookies: {
    gemeente: { what: "Welke gemeente u koos", how: "Een half jaar" },
    postcode: { what: "De postcode die u invulde", how: "Een half jaar" },
    verhaal: { what: "Wat u in uw eigen woorden vertelde", how: "20 minuten" },
    vragen: { what: "Wat u antwoordde op onze vragen", how: "20 minuten" },
    antwoorden: { what: "Wat u invulde bij ‘Bel mij terug’", how: "20 minuten" },
    bewijs: { what: "Wat u na uw vraag te zien kreeg, met uw code", how: "20 minuten" },
    begonnen: { what: "Dat u iets was begonnen, en niet wat", how: "2 uur" },
    vraag: { what: "Dat u uw vraag mag zien, nadat u uw code gaf", how: "20 minuten" },
    mijncode: { what: "Uw nieuwe code, als u de oude kwijt was", how: "20 minuten" },
    gezegd: { what: "Wat de volgende pagina één keer moet zeggen", how: "2 minuten" },
  } satisfies Record<ResidentCookie, { what: string; how: string }>,
  cookiesEach: "Alle cookies, één voor één",
  cookieName: "Naam",
  cookieWhat: "Wat erin staat",
  cookieHow: "Hoe lang",
  cookiesWipe: "De knop ‘Verlaat deze site’ wist wat u vertelde meteen. Wij zetten geen cookies van anderen.",
  elsewhere:
    "Uw browser haalt niets op bij andere bedrijven. Er staan geen kaarten, filmpjes of knoppen van anderen op deze site.",

  mailTitle: "Mail",
  mail: [
    "Gaf u een mailadres? Dan mailen wij wanneer wij bellen, met uw code. En als wij u niet op tijd belden.",
    "Bent u uw code kwijt? Dan mailen wij een link, als u daarom vraagt.",
    "In onze mail staat nooit uw naam, en niet waar het over gaat. Wel welk team u belt.",
    "Is een mail verstuurd? Dan wissen wij bij ons wat erin stond.",
  ],

  notTitle: "Wat wij niet doen",
  not: [
    "Wij vragen geen burgerservicenummer. Schrijft u het toch op, dan halen wij het weg.",
    "Wij maken geen profiel van u.",
    "Geen computer beslist over u. De site geeft alleen raad, mensen beslissen.",
    "Wij zoeken niet in andere systemen naar gegevens over u.",
  ],
  technical:
    "Om misbruik te stoppen, tellen wij hoe vaak een internetadres iets vraagt. Die telling is kort daarna weg. In onze eigen logboeken staan geen internetadressen.",

  rightsTitle: "Uw rechten",
  rightsLead: "U mag ons dit vragen. Het kost niets.",
  rights: [
    "Zien welke gegevens wij van u hebben, en er een kopie van krijgen.",
    "Laten verbeteren wat niet klopt.",
    "Laten weghalen wat niet meer nodig is.",
    "Zeggen dat u niet wilt dat wij uw gegevens gebruiken, en waarom.",
    "Vragen of wij even stoppen met uw gegevens te gebruiken, zolang iets wordt uitgezocht.",
  ],
  rightsHow:
    "Hebt u een code? Dan kan het zelf, bij Mijn vraag volgen onder Uw gegevens. Anders belt of mailt u het team dat u helpt. De nummers staan boven op deze pagina. Weet u niet welk team? Vraag het aan de balie.",
  rightsWhen:
    "U krijgt binnen een maand antwoord. Is het ingewikkeld? Dan mag het twee maanden langer duren. Dat hoort u dan binnen die maand.",
  rightsLaw: "Dit staat in de Algemene verordening gegevensbescherming (AVG), artikel 12, 15 tot en met 18 en 21.",
  rightsOfficer:
    "Een gemeente heeft iemand die op privacy let: de functionaris gegevensbescherming. De balie brengt u met die persoon in contact.",
  complainTitle: "Niet tevreden?",
  complain: (authority: Child): Child => [
    "Zeg het ons eerst, als u dat wilt. U mag ook meteen klagen bij de ",
    authority,
    ". Die let op hoe iedereen met gegevens omgaat.",
  ],
  authority: "Autoriteit Persoonsgegevens",
};
export type PrivacyText = typeof nl;
