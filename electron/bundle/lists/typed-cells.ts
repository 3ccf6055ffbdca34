import type { PrintedList } from './printed-lists.ts';

/**
 * What a cell of a workbook holds. `shown` is what the bundle prints; number and format show just that, so that a cell can be
 * added up, sorted and filtered without saying anything else.
 */
export type TypedCell = Readonly<{ shown: string }> | Readonly<{ shown: string; number: number; format: string }>;
export type TypedRow = Readonly<{ group: string | null; cells: readonly TypedCell[] }>;
type TypedRows = Readonly<{ rows: readonly TypedRow[]; loose: readonly string[] }>;

/** Whole numbers that a double holds and a workbook shows to the last digit; `007` is a name, not a number. */
const wholeNumber = /^(?:0|[1-9]\d{0,14})$/;
/** `2019-05-06`, `2019-05-06 09:30`, with seconds, thousandths and an offset from UTC. */
const moment = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}(:\d{2}(\.\d{3})?)?)( [+-]\d{2}:\d{2})?)?$/;
/** What a table prints where nothing is stated. */
const isOpen = (text: string): boolean => text === '' || text === '–';

/**
 * The rows of a list as cells with a type, by content alone: a column of whole numbers, and days and times as they are
 * printed. Times stay text where a column has them of several zones: sorted as numbers they would be out of order.
 *
 * @returns the rows, each with the group that it is in, and the lines across that are of no row
 */
export function typedRows({ columns, rows }: Pick<PrintedList, 'columns' | 'rows'>): TypedRows {
  const texts = rows.flatMap((row) => ('across' in row ? [] : [row.cells]));
  const typeOf = columns.map((_, at) => columnType(texts.map((cells) => cells[at] ?? '')));
  const typed: TypedRow[] = [];
  const loose: string[] = [];
  let group: string | null = null;
  for (const [n, row] of rows.entries()) {
    const next = rows[n + 1];
    if (!('across' in row))
      typed.push({ group, cells: row.cells.map((text, at) => typeOf[at]?.(text) ?? { shown: text }) });
    else if (next === undefined || 'across' in next) loose.push(row.across);
    else group = row.across;
  }
  return { rows: typed, loose };
}

function columnType(texts: readonly string[]): (text: string) => TypedCell | null {
  const said = texts.filter((text) => !isOpen(text));
  if (said.length > 0 && said.every((text) => wholeNumber.test(text)))
    return (text) => (isOpen(text) ? null : { shown: text, number: Number(text), format: '0' });
  const zones = new Set(said.flatMap((text) => zoneOf(text) ?? []));
  return (text) => (zones.size > 1 && zoneOf(text) !== null ? null : asMoment(text));
}

/** The offset that a time is printed with, empty where it has none; null where the text is no time. */
function zoneOf(text: string): string | null {
  const [, , time, , , zone = ''] = moment.exec(text) ?? [];
  return time === undefined ? null : zone;
}

/** Days from 1899-12-30 to 1970-01-01, and the first number of a day that all programs read alike (1900-03-01). */
const epoch = 25_569;
const ofDay = 86_400_000;
const firstAlike = 61;

/** A day or time as a workbook counts it: days since 1899-12-30 on the clock that is printed, whatever the machine's zone. */
function asMoment(text: string): TypedCell | null {
  const [, day = '', time, seconds, thousandths, zone] = moment.exec(text) ?? [];
  const clock = `${time ?? '00:00'}${seconds ? '' : ':00'}${thousandths ? '' : '.000'}`;
  const milliseconds = Date.parse(`${day}T${clock}Z`);
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString() !== `${day}T${clock}Z`) return null;
  const number = (milliseconds + epoch * ofDay) / ofDay; // rounded once
  if (number < firstAlike) return null;
  const format = [
    'yyyy-mm-dd',
    time && ` hh:mm${seconds ? ':ss' : ''}${thousandths ? '.000' : ''}`,
    zone && `"${zone}"`,
  ].join('');
  return { shown: text, number, format };
}
