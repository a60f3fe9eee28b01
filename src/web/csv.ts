/** A cell that a spreadsheet would take for a formula. Full-width signs count: Excel reads them as the plain ones. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

const cell = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/**
 * A table as a file that Dutch Excel opens in columns at a double click: semicolons, because the comma is its decimal
 * sign, and a byte order mark, without which it does not read UTF-8. A cell can never be a formula.
 */
export const csv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;
