import { utf8 } from '../canonical-json.ts';
import { onOneLine } from '../bilingual.ts';
import { fill, inEach, languagesOf, listedApart, type CaseLanguage } from '../language.ts';
import { legalBasisText } from '../law/legal-basis.ts';
import { deadlineName, dueByText } from '../messages/order-messages.ts';
import { shortTime } from '../instant.ts';
import { visibleLines, visibleText } from '../visible-text.ts';
import { alarmsOf, calendarSpan, durationText, type CalendarSpan } from './calendar-span.ts';
import { addDays } from './day.ts';
import { doubtsText, type Deadline } from './deadlines.ts';

/**
 * What a calendar file is about. `stampedAt` in UTC: when the dates became what they are, which RFC 5545 wants in each event;
 * `revision` counts how often they were stated before.
 */
type CalendarOf = Readonly<{
  caseId: string;
  title: string;
  stampedAt: string;
  revision: number;
  language: CaseLanguage;
}>;

/**
 * The deadlines as an iCalendar file (RFC 5545) that phones and mail programs take in: whole days in Beijing as dates,
 * moments in UTC, so that no reader's zone moves them. An event ends when its period does. What cannot be computed is left
 * out; the list itself shows it.
 */
export function icsText(deadlines: readonly Deadline[], calendar: CalendarOf): string {
  const names = new Map<string, number>();
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fascicle//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    ...deadlines.flatMap((deadline) => {
      const span = calendarSpan(deadline);
      if (!span) return [];
      const name = uid(deadline.id);
      const before = names.get(name) ?? 0; // one party may be served twice
      names.set(name, before + 1);
      return eventLines(deadline, span, before === 0 ? name : `${name}.${before + 1}`, calendar);
    }),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(deadline: Deadline, span: CalendarSpan, name: string, calendar: CalendarOf): readonly string[] {
  const { caseId, title, stampedAt, revision, language } = calendar;
  const languages = languagesOf(language);
  const named = inEach(language, (one) => deadlineName(deadline.name, deadline.of, one));
  const summary = escaped(visibleText(onOneLine(named)));
  const words = languages.flatMap((one) => [
    ...(span.kind === 'moment' ? [fill(dueByText[one], { at: shortTime(span.end) })] : []),
    listedApart(
      deadline.basis.map((code) => legalBasisText(code, deadline.lawDay)[one]),
      one,
    ),
    doubtsText(deadline.doubts)[one],
  ]);
  return [
    'BEGIN:VEVENT',
    `UID:${name}@${caseId}.fascicle.invalid`,
    `DTSTAMP:${compact(stampedAt)}`,
    `SEQUENCE:${revision}`,
    ...spanLines(span),
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escaped([visibleText(title), ...words].join('\n'))}`,
    'TRANSP:TRANSPARENT',
    ...alarmsOf(span).flatMap((minutes) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${summary}`,
      `TRIGGER:${durationText(minutes)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/** RFC 5545: DTEND of a date is the day after the last. */
function spanLines({ kind, start, end }: CalendarSpan): readonly string[] {
  if (kind === 'moment') return [`DTSTART:${compact(start)}`, `DTEND:${compact(end)}`];
  const date = (day: string) => day.replaceAll('-', '');
  return [`DTSTART;VALUE=DATE:${date(start)}`, `DTEND;VALUE=DATE:${date(addDays(end, 1))}`];
}

/** `2019-05-06T01:30:00.000Z` → `20190506T013000Z`. */
function compact(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return visibleLines(text.replaceAll('\r\n', '\n'))
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** A party's name may hold anything; an identifier holds letters, digits and hyphens. */
function uid(id: string): string {
  return Array.from(utf8(id), (byte) =>
    /[a-z0-9-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Lines of at most 75 octets, continued by a space (RFC 5545 §3.1); a character is never cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = utf8(character).length;
    if (octets + size > 74) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
