import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrast, MunicipalityTheme, themeStylesheet, themeTokens, unreadablePairs } from "./themes.ts";

test("black on white is 21, a colour on itself is 1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#ffffff", "#000000")).toBeCloseTo(21);
  expect(contrast("#777777", "#777777")).toBe(1);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("our own colours can be read", () => {
  expect(unreadablePairs({})).toEqual([]);
});

test("the list of tokens says what tokens.css says", () => {
  const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
  const tokenValue = (name: string): string => {
    const value = css.match(new RegExp(`^  --rechtspoor-${name}: (.+);$`, "m"))?.[1] ?? "";
    const followed = value.match(/^var\(--rechtspoor-(.+)\)$/)?.[1];
    if (followed !== undefined) return tokenValue(followed);
    return value.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
  };
  for (const [token, { light, dark }] of Object.entries(themeTokens)) {
    expect([token, tokenValue(token), tokenValue(`${token}-dark`)]).toEqual([token, light, dark]);
  }
});

test("a municipality's colours become custom properties, apart for dark screens", () => {
  const theme = { light: { action: "#14377d", "action-deep": "#0c2554" }, dark: { action: "#b9cdfa" } };
  expect(themeStylesheet(theme)).toBe(
    ":root {\n  --rechtspoor-action: #14377d;\n  --rechtspoor-action-deep: #0c2554;\n  --rechtspoor-action-dark: #b9cdfa;\n}\n",
  );
});

test("colours that cannot be read are refused, also when the other one is ours", () => {
  expect(MunicipalityTheme.safeParse({ light: { action: "#ff6600" } }).success).toBe(false);
  expect(MunicipalityTheme.safeParse({ dark: { action: "#095456" } }).success).toBe(false);
  expect(() => themeStylesheet({ light: { "on-band": "#888888" } })).toThrow();
});

test("nothing but a colour and a known name gets into the stylesheet", () => {
  expect(MunicipalityTheme.safeParse({ light: { action: "red;} body{display:none" } }).success).toBe(false);
  expect(MunicipalityTheme.safeParse({ light: { urgent: "#000000" } }).success).toBe(false);
});
