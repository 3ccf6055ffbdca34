import { utf8 } from '../canonical-json.ts';
import type { Language } from '../language.ts';
import { deadlineName } from '../messages/order-messages.ts';
import { visibleLines, visibleText } from '../visible-text.ts';
import { addDays } from './day.ts';
import { doubtsText, type Deadline } from './deadlines.ts';
import { legalBasisText } from '../law/legal-basis.ts';

/** What a calendar file is about. `stampedAt` in UTC: when it was written, which RFC 5545 wants in each event. */
type CalendarOf = Readonly<{ caseId: string; title: string; stampedAt: string; language: Language }>;

/** Reminders before the day, in days. */
const reminders = [3, 1];

/**
 * The deadlines as an iCalendar file (RFC 5545) that phones and mail programs take in: whole days in Beijing as dates,
 * moments in UTC, so that no reader's zone moves them. What cannot be computed is left out; the list itself shows it.
 */
export function icsText(deadlines: readonly Deadline[], { caseId, title, stampedAt, language }: CalendarOf): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fascicle//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    ...deadlines.flatMap((deadline) => {
      const span = spanOf(deadline);
      if (!span) return [];
      const name = visibleText(deadlineName(deadline.name, deadline.of, language));
      const rules = deadline.basis.map((code) => legalBasisText(code, deadline.lawDay)[language]).join('; ');
      return [
        'BEGIN:VEVENT',
        `UID:${uid(deadline.id)}@${caseId}.fascicle.invalid`,
        `DTSTAMP:${compact(stampedAt)}`,
        ...span,
        `SUMMARY:${escaped(name)}`,
        `DESCRIPTION:${escaped(`${visibleText(title)}\n${rules}\n${doubtsText(deadline.doubts)[language]}`)}`,
        'TRANSP:TRANSPARENT',
        ...reminders.flatMap((days) => [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${escaped(name)}`,
          `TRIGGER:-P${days}D`,
          'END:VALARM',
        ]),
        'END:VEVENT',
      ];
    }),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function spanOf({ when }: Deadline): readonly string[] | null {
  switch (when.at) {
    case 'day':
      return wholeDays(when.day, when.day);
    case 'window':
      return wholeDays(when.from, when.to);
    case 'moment':
      return [`DTSTART:${compact(when.moment)}`, `DTEND:${compact(when.moment)}`];
    case 'unknown':
      return null;
  }
}

/** RFC 5545: DTEND of a date is the day after the last. */
function wholeDays(from: string, to: string): readonly string[] {
  const date = (day: string) => day.replaceAll('-', '');
  return [`DTSTART;VALUE=DATE:${date(from)}`, `DTEND;VALUE=DATE:${date(addDays(to, 1))}`];
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
