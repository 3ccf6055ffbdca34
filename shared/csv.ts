import { visibleText } from './visible-text.ts';

/**
 * CSV for people's spreadsheet programs (RFC 4180): a UTF-8 byte-order mark, without which Excel reads Chinese as
 * nonsense, every cell quoted, lines ended by CR LF.
 *
 * A cell never does anything and never changes: hidden characters and line breaks are written out, and a cell that a
 * spreadsheet would run as a formula, or round as a long number, begins with an apostrophe.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  const lines = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(cell))).join(','),
  );
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}

/** `=`, `+`, `-`, `@`, their full-width twins, and what older programs skip before them. */
const formula = /^[=+\-@＝＋－＠|%]/;
/** Excel keeps 15 digits of a number and drops leading zeros. */
const longNumber = /^(?:\d{12,}|0\d+)$/;

function quoted(cell: string): string {
  const shown = visibleText(cell);
  const inert = formula.test(shown.trimStart()) || longNumber.test(shown.trim()) ? `'${shown}` : shown;
  return `"${inert.replaceAll('"', '""')}"`;
}
