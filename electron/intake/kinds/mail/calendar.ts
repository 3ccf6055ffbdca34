import type { ShownFields } from './mail-fields.ts';
import { contentOfPart, textOfPart } from './part-content.ts';
import type { MailPart } from './mail-shape.ts';

/** What a reader sees of an invitation, in its order, by the names of Outlook's own files. */
const shown: readonly (readonly [property: string, name: string])[] = [
  ['METHOD', 'Method'],
  ['DTSTART', 'Start'],
  ['DTEND', 'End'],
  ['DURATION', 'Duration'],
  ['RRULE', 'Recurrence'],
  ['LOCATION', 'Location'],
  ['ORGANIZER', 'Organizer'],
];
const mostEvents = 20;
const mostCharacters = 1_000_000;

/**
 * Time, place and organiser of the events that a mail invites to (RFC 5545), as they are written: `20190506T093000` in the
 * zone that the event names, not converted.
 */
export function calendarFields(message: Buffer, parts: readonly MailPart[]): ShownFields['fields'] {
  return parts
    .filter(({ type }) => type === 'text/calendar')
    .slice(0, mostEvents)
    .flatMap((part) => fieldsIn(textOfPart(contentOfPart(message, part), part).text.slice(0, mostCharacters)));
}

function fieldsIn(text: string): ShownFields['fields'] {
  const found: { name: string; value: string }[] = [];
  const within: string[] = [];
  let events = 0;
  for (const line of text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    const [, property = '', parameters = '', value = ''] =
      /^([\w-]{1,60})((?:;(?:[^:";]|"[^"]*")*)*):(.*)$/.exec(line) ?? [];
    const name = property.toUpperCase();
    if (name === 'BEGIN') {
      within.push(value.trim().toUpperCase());
      if (within.at(-1) === 'VEVENT' && (events += 1) > mostEvents) return found;
    } else if (name === 'END') within.pop();
    else if (within.at(-1) === (name === 'METHOD' ? 'VCALENDAR' : 'VEVENT')) {
      const label = shown.find(([one]) => one === name)?.[1];
      if (label !== undefined) found.push({ name: label, value: valueOf(value, parameters) });
    }
  }
  const order = shown.map(([, name]) => name);
  return events > 1 ? found : found.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

/** A value without the marks of its coding (§3.3.11), with the zone or the name that stands beside it. */
function valueOf(value: string, parameters: string): string {
  const of = (name: string) => new RegExp(`;${name}=(?:"([^"]*)"|([^;:"]*))`, 'i').exec(parameters);
  const [zone, person] = [of('TZID'), of('CN')];
  const plain = value
    .replace(/\\n/gi, ' ')
    .replace(/\\([\\;,])/g, '$1')
    .trim();
  const beside = zone?.[1] ?? zone?.[2] ?? '';
  const name = person?.[1] ?? person?.[2] ?? '';
  return (name === '' ? `${plain} ${beside}` : `${name} <${plain.replace(/^mailto:/i, '')}>`).trim();
}
