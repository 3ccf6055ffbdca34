import type { Facts } from '../../reading/stored-facts.ts';
import type { StoredDue, StoredObligation, StoredOrder } from '../../reading/stored-order.ts';
import type { StoredRecord } from '../../reading/stored-record.ts';
import { toSecond } from '../front/times.ts';
import { withoutBlanks } from '../../reading/printed-words.ts';
import { isClockOff } from '../certificate.ts';
import { apart, blindSaid, frameSaid, inWords, type pageSaid } from './said.ts';

/** One item of the case as a look at something: own reading of what its record says that was seen. */
export type Look = Readonly<{ record: StoredRecord; text: string | null }>;
type PageIs = keyof typeof pageSaid;

export const saysSo = (text: string | null, words: string): boolean =>
  text !== null && withoutBlanks(text).includes(withoutBlanks(words));

export function pageIs({ record, text }: Look, words: string): PageIs {
  const { outcome, httpStatus = null, judged, url, finalUrl } = record;
  if (outcome === 'blocked') return 'blocked';
  if ([404, 410, 451].includes(httpStatus ?? 0)) return 'gone';
  if ([401, 403, 407, 429].includes(httpStatus ?? 0)) return 'blocked';
  if (outcome === 'failed' || text === null || httpStatus === null || httpStatus >= 400) return 'unreachable';
  if (saysSo(text, words)) return 'live';
  if (withoutBlanks(text) === '') return 'empty';
  if (judged?.is === 'notice') return 'notice';
  if (judged?.is === 'wall') return 'blocked';
  if (judged?.is === 'doubtful') return 'unclear';
  return finalUrl !== url ? 'moved' : 'without-words';
}

/** Whether the words were seen; null: nobody can tell. */
export const sawWords = (look: Look, words: string): boolean | null => {
  const is = pageIs(look, words);
  return is === 'live' ? true : ['unclear', 'blocked', 'unreachable'].includes(is) ? null : false;
};

export const looksAt = ({ looks }: Facts, address: string): readonly Look[] =>
  looks
    .filter(({ record }) => record.kind === 'capture' && new URL(record.url ?? '').href === new URL(address).href)
    .toSorted((a, b) => Date.parse(a.record.startedAt) - Date.parse(b.record.startedAt));

const day = 86_400_000;
export const beijingDay = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
export const dayAfter = (of: string, days: number): string =>
  new Date(Date.parse(`${of}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
const startOf = (of: string): number => Date.parse(`${of}T00:00:00+08:00`);
const endOf = (of: string): number => startOf(dayAfter(of, 1));

/** The last day of a term, or its moment; null: not known. @throws on a day on which this reader cannot tell whether courts work */
export function lastOf(due: StoredDue, { served }: StoredOrder): string | null {
  const last = () => {
    if (due.by === 'not-stated') return null;
    if (due.by === 'day') return due.on;
    if (due.by === 'moment') return due.at;
    const service = served.find(({ party }) => party === due.party);
    if (!service) return null;
    return due.by === 'at-once' ? service.on : dayAfter(dayOrDayOf(service.on), due.days);
  };
  const is = last();
  if (is !== null && is.length === 10 && [0, 6].includes(new Date(is).getUTCDay()))
    throw new Error(`${is} is a weekend: this reader knows no days off`);
  return is;
}

export const dayOrDayOf = (text: string): string => (text.length > 10 ? beijingDay(text) : text);
const momentOf = (text: string): number => (text.length > 10 ? Date.parse(text) : endOf(text));

/** By when, as a moment; null: not known. */
export const dueOf = ({ due }: StoredObligation, order: StoredOrder): number | null => {
  const last = lastOf(due, order);
  return last === null ? null : momentOf(last);
};

export const reached = (due: StoredDue, { served }: StoredOrder): readonly string[] =>
  served
    .filter(({ role, party }) => role === 'respondent' || ('party' in due && due.party === party))
    .map(({ on }) => on);

/** Where a look lies to the term; only `after` says anything against anybody. */
export type SideOfTerm = 'before-order' | 'before' | 'after' | 'unknown';
export function sideOf(at: string, clockOff: boolean, obligation: StoredObligation, order: StoredOrder): SideOfTerm {
  const due = dueOf(obligation, order);
  const moment = Date.parse(at);
  if (clockOff) return 'unknown';
  if (order.ruled !== null && moment < startOf(order.ruled)) return 'before-order';
  if (due === null) return 'unknown';
  if (moment < due) return 'before';
  // Sent to an address that nobody says was the party's: whether it was served is open.
  if (order.served.some(({ way, completedBy }) => way === 'electronic' && completedBy === undefined)) return 'unknown';
  const bound = reached(obligation.due, order).map(momentOf);
  return bound.length > 0 && moment > Math.max(due, ...bound) ? 'after' : 'unknown';
}

export const clockOff = ({ record }: Look): boolean => record.kind === 'import' || isClockOff(record);

/** Last seen and first not seen, in the words of the report. */
export function frameOf(facts: Facts, looks: readonly Look[], words: string): string {
  const say = (what: keyof typeof frameSaid, values = {}) => inWords(facts, frameSaid[what], values);
  if (looks.length === 0) return say('none');
  const saw = looks.map((look) => sawWords(look, words));
  const firstSeen = saw.indexOf(true);
  const notSeen = saw.findIndex((one, at) => one === false && at > firstSeen);
  const lastSeen = saw.slice(0, notSeen < 0 ? undefined : notSeen).lastIndexOf(true);
  const again = notSeen < 0 ? -1 : saw.indexOf(true, notSeen);
  if (lastSeen < 0 && notSeen < 0) return say('untold');
  const at = (of: number) => ({ at: toSecond(looks[of]?.record.startedAt ?? '') });
  const off = [lastSeen, notSeen, again].some((of) => of >= 0 && looks[of] !== undefined && clockOff(looks[of]));
  const never = saw.includes(null) ? 'neverTold' : 'never';
  const parts = [lastSeen < 0 ? say(never) : say(again < 0 ? 'lastSeen' : 'earlier', at(lastSeen))];
  if (notSeen >= 0) parts.push(say('firstNotSeen', at(notSeen)));
  if (lastSeen >= 0 && notSeen >= 0 && !off) {
    const between =
      Date.parse(looks[notSeen]?.record.startedAt ?? '') - Date.parse(looks[lastSeen]?.record.startedAt ?? '');
    const minutes = Math.floor(between / 60_000);
    parts.push(
      say(notSeen - lastSeen > 1 ? 'betweenUntold' : 'between', {
        hours: Math.floor(minutes / 60),
        minutes: minutes % 60,
      }),
    );
  }
  if (again >= 0) parts.push(say('again', at(again)));
  if (off) parts.push(say('clockOff'));
  return apart(facts, parts);
}

/** Times in which what was seen could not tell. */
export const blindOf = (facts: Facts, looks: readonly Look[], words: string): readonly string[] =>
  looks.flatMap((look, at) => {
    const text = blindSaid[pageIs(look, words)];
    const from = look.record.startedAt;
    const to = looks[at + 1]?.record.startedAt ?? from;
    return text ? [inWords(facts, text, { from: toSecond(from), to: toSecond(to) })] : [];
  });
