import { withoutBlanks } from '../../reading/printed-words.ts';
import type { Facts, StoredExhibit } from '../../reading/stored-facts.ts';
import { word } from '../arranged/tables.ts';
import { beijing } from '../statement.ts';

/**
 * To the second, in Beijing's time, without blanks: `2026-12-0104:00:33+08:00`. @param up whether what is less than a second
 * counts as a whole one
 */
export function toSecond(instant: string, up = false): string {
  const moment = Date.parse(instant) + (up ? 999 : 0);
  return Number.isNaN(moment)
    ? 'no such moment'
    : beijing(new Date(moment).toISOString())
        .replace(/\.\d{3}/u, '')
        .replace(/\(UTC.*/u, '');
}

/** When something was made and came into the case. @param always whether a capture's time is named */
export function timesPrinted(facts: Facts, { record, stated }: StoredExhibit, always: boolean): string {
  const at = toSecond(record.startedAt);
  const isImport = record.kind === 'import';
  const made =
    stated?.date !== undefined
      ? word(facts, `形成${stated.date}`, `dated ${stated.date}`)
      : !isImport || record.formed === undefined
        ? null
        : record.formed === 'unknown'
          ? word(facts, '形成时间不详', 'time of making unknown')
          : word(facts, `形成${record.formed}（导入时所述）`, `made ${record.formed} (as stated at import)`);
  const came = isImport ? word(facts, `导入时间${at}`, `imported ${at}`) : word(facts, `取证${at}`, `captured ${at}`);
  if (made !== null) return `${withoutBlanks(made)}${word(facts, '；', ';')}${came}`;
  return isImport || always ? came : at;
}

/** When it came out, as somebody stated or its page says: the day, and the time of day where it is said. */
export function publicationSaid({ record, stated }: StoredExhibit): string | null {
  const onPage = record.pageFacts?.find(({ name }) => name === 'Published')?.value;
  const said = stated?.media?.['published'] ?? (record.kind === 'capture' ? onPage : undefined) ?? '';
  const plain = /\[([^\]]+)\]/u.exec(said)?.[1] ?? said;
  const found = /(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?))?/u.exec(plain);
  return found ? [found[1], found[2]].filter(Boolean).join(' ') : null;
}
