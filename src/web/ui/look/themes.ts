import { z } from "zod";

/**
 * What a municipality may make its own. What means danger, late or good is not in this list: a resident who moves
 * house reads the same red. The values here are those of tokens.css; a test keeps the two the same.
 */
export const themeTokens = {
  ink: { light: "#16262c", dark: "#e8efed" },
  "ink-soft": { light: "#3a4b51", dark: "#c2cfce" },
  paper: { light: "#fbf8f2", dark: "#11191c" },
  card: { light: "#ffffff", dark: "#1a2529" },
  line: { light: "#d9d0c1", dark: "#41555a" },
  action: { light: "#095456", dark: "#8ad9d3" },
  "action-deep": { light: "#073f41", dark: "#b3ebe6" },
  "action-wash": { light: "#e3efec", dark: "#17383a" },
  "on-action": { light: "#ffffff", dark: "#06201f" },
  band: { light: "#095456", dark: "#0b3335" },
  "on-band": { light: "#ffffff", dark: "#f0f5f4" },
  nav: { light: "#073f41", dark: "#0a2223" },
  accent: { light: "#ffb81c", dark: "#ffc94d" },
  "on-accent": { light: "#16262c", dark: "#16262c" },
} as const;

type ThemeToken = keyof typeof themeTokens;
type Scheme = "light" | "dark";

const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
const colours = z.strictObject({
  ink: colour.optional(),
  "ink-soft": colour.optional(),
  paper: colour.optional(),
  card: colour.optional(),
  line: colour.optional(),
  action: colour.optional(),
  "action-deep": colour.optional(),
  "action-wash": colour.optional(),
  "on-action": colour.optional(),
  band: colour.optional(),
  "on-band": colour.optional(),
  nav: colour.optional(),
  accent: colour.optional(),
  "on-accent": colour.optional(),
} satisfies Record<ThemeToken, unknown>);

type Colours = z.infer<typeof colours>;

/** Words and shapes that stand on each other somewhere on a page, and how much they must differ. */
const pairs: readonly { over: ThemeToken | "urgent"; under: ThemeToken; least: 3 | 7 }[] = [
  ...(["paper", "card", "action-wash"] as const).flatMap((under) => [
    { over: "ink", under, least: 7 } as const,
    { over: "ink-soft", under, least: 7 } as const,
    { over: "action-deep", under, least: 7 } as const,
    { over: "action", under, least: 7 } as const,
  ]),
  { over: "urgent", under: "paper", least: 7 },
  { over: "urgent", under: "card", least: 7 },
  { over: "on-action", under: "action", least: 7 },
  { over: "on-action", under: "action-deep", least: 7 },
  { over: "on-band", under: "band", least: 7 },
  { over: "on-band", under: "nav", least: 7 },
  { over: "on-accent", under: "accent", least: 7 },
  { over: "accent", under: "band", least: 3 },
  { over: "accent", under: "nav", least: 3 },
];

const urgent = { light: "#951e17", dark: "#ffb4a8" } satisfies Record<Scheme, string>;
const schemes: readonly Scheme[] = ["light", "dark"];

export type Unreadable = { scheme: Scheme; over: string; under: string; contrast: number; least: number };

/** The pairs that cannot be read well enough, seen together with the defaults a theme leaves alone. */
export function unreadablePairs(theme: { light?: Colours | undefined; dark?: Colours | undefined }): Unreadable[] {
  return schemes.flatMap((scheme) => {
    const of = (token: ThemeToken | "urgent"): string =>
      token === "urgent" ? urgent[scheme] : (theme[scheme]?.[token] ?? fallback(token, scheme, theme[scheme]));
    return pairs
      .map(({ over, under, least }) => ({ scheme, over, under, least, contrast: contrast(of(over), of(under)) }))
      .filter(({ contrast: found, least }) => found < least);
  });
}

/** In light, the band follows the action colour and the workspace's bar its deeper shade, as tokens.css says. */
function fallback(token: ThemeToken, scheme: Scheme, given: Colours | undefined): string {
  const followed = scheme === "light" ? ({ band: given?.action, nav: given?.["action-deep"] } as const) : {};
  const leader = token === "band" ? followed.band : token === "nav" ? followed.nav : undefined;
  return leader ?? themeTokens[token][scheme];
}

/** A municipality's colours, for light and for dark screens. What it leaves out stays ours. */
export const MunicipalityTheme = z
  .strictObject({ light: colours.optional(), dark: colours.optional() })
  .superRefine((theme, check) => {
    for (const { scheme, over, under, contrast: found, least } of unreadablePairs(theme)) {
      const message = `${over} / ${under}: ${found.toFixed(1)} < ${least}`;
      check.addIssue({ code: "custom", path: [scheme, over], message });
    }
  });

export type MunicipalityTheme = z.infer<typeof MunicipalityTheme>;

/** The stylesheet that comes after ours. Throws on colours nobody can read: they are refused when they are saved. */
export function themeStylesheet(theme: MunicipalityTheme): string {
  const { light = {}, dark = {} } = MunicipalityTheme.parse(theme);
  const lines = [
    ...Object.entries(light).map(([token, value]) => `  --rechtspoor-${token}: ${value};\n`),
    ...Object.entries(dark).map(([token, value]) => `  --rechtspoor-${token}-dark: ${value};\n`),
  ];
  return lines.length === 0 ? "" : `:root {\n${lines.join("")}}\n`;
}

/** WCAG 2.2, "contrast ratio": 1 for the same colour, 21 for black on white. */
export function contrast(one: string, other: string): number {
  const lights = [luminance(one), luminance(other)];
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
}

function luminance(colourHex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colourHex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
