import { hasWords, type Observation } from '../watch/observation.ts';
import { historyOf, type AddressHistory } from '../watch/history.ts';
import { isSameHostAndPath, seenIn, type PageState } from '../watch/page-state.ts';
import { addDays, dayOf, momentIn, type Day } from './day.ts';
import { overdueFrom, rulingServices, surelyOverdueFrom } from './deadlines.ts';
import { isServiceOpen } from './service.ts';
import type { Obligation, ObligationOf, Order } from './order.ts';

/**
 * What the captures of a case show of each obligation. Everything is derived: a person states the order, the program
 * says what was seen, when, and what nobody looked at. It never says that an order was obeyed or broken; the words are
 * "seen" and "not seen".
 */

/**
 * What is known of one item that a person named: its text where it has any. `timeUnknown`: `at` does not say when it was
 * seen, for it is the time of an import, or of a clock that was found more than a minute off.
 */
export type NamedItem = Readonly<{
  item: string;
  at: string;
  timeUnknown?: boolean;
  /** The account that its record names; absent where it names none. */
  account?: string;
  text: string | null;
}>;

/**
 * Where a moment lies: before the ruling was made, before the term ended, after it on every reading, or not known,
 * because the term or the moment is not. Only `after` says anything against anybody.
 */
export const termSides = ['before-order', 'before', 'after', 'unknown'] as const;
export type TermSide = (typeof termSides)[number];
type Term = Readonly<{ ruled: Day | null; due: string | null; surely: string | null }>;

function sideOf({ at, timeUnknown = false }: Readonly<{ at: string; timeUnknown?: boolean }>, term: Term): TermSide {
  const moment = Date.parse(at);
  if (Number.isNaN(moment) || timeUnknown) return 'unknown';
  if (term.ruled !== null && moment < Date.parse(momentIn(term.ruled, '00:00'))) return 'before-order';
  if (term.due !== null && moment < Date.parse(term.due)) return 'before';
  return term.surely !== null && moment > Date.parse(term.surely) ? 'after' : 'unknown';
}

/** What the last check that could tell showed of a place, and where it lies to the term. */
export const stopStates = [
  'not-seen',
  'seen-after-due', // after the term, and not in the last check
  'still-seen', // in the last check, after the term
  'seen-before-order',
  'seen-before-due',
  'seen-due-unknown',
  'cannot-tell',
  'not-checked',
] as const;
export type StopState = (typeof stopStates)[number];
type StopReport = Readonly<{
  kind: 'stop';
  places: readonly Readonly<{
    channel: string;
    account: string | null;
    address: string;
    words: string;
    state: StopState;
    history: AddressHistory;
  }>[];
}>;

/** `registered`: a person named an item as the clarification, and its text was not found to say it. */
export const channelStates = ['seen', 'registered', 'not-seen', 'not-checked'] as const;
export type ChannelState = (typeof channelStates)[number];
type ClarifyReport = Readonly<{
  kind: 'clarify';
  channels: readonly Readonly<{
    channel: string;
    originals: readonly NamedItem[];
    clarifications: readonly NamedItem[];
    scopeOfOriginal: string | null;
    scopeOfClarification: string | null;
    state: ChannelState;
    accounts: readonly Readonly<{
      account: string;
      original: string | null;
      /** Whether the record of `original` names this account. */
      received: boolean;
      /** The last look that could tell; where one saw it, the last that did. */
      lastLook: string | null;
      seen: boolean | null;
      /** Whether `lastLook` does not say when it was seen. */
      timeUnknown: boolean;
      /** Whether the record of what it saw names this account. */
      byAccount: boolean;
      /** The items that show what it saw. */
      looks: readonly string[];
    }>[];
    /**
     * So many control accounts had not seen the clarification as of `asOf`, the earliest of their last looks: the one
     * moment of which it is true for all of them. Null where none looked at a time that is known.
     */
    notSeen: Readonly<{ accounts: number; asOf: string; term: TermSide }> | null;
  }>[];
}>;

/** One day in Beijing: what its captures of the homepage show. */
export type HomepageDay = Readonly<{
  day: Day;
  seen: 'yes' | 'no' | 'unknown' | 'unchecked';
  /** Where the whole day lies to the term. */
  term: TermSide;
  items: readonly string[];
}>;
type HomepageReport = Readonly<{
  kind: 'homepage';
  address: string;
  words: string;
  history: AddressHistory;
  captures: readonly Readonly<{
    item: string;
    at: string;
    state: PageState;
    /** Whether the answer came from the homepage itself and not from a page below it. */
    onHomepage: boolean | null;
    /** Whether the words were wholly visible in the window without scrolling; null where their place is not known. */
    withoutScrolling: boolean | null;
  }>[];
  days: readonly HomepageDay[];
}>;

/**
 * `served`: whether the ruling is stated to have reached anybody whom the obligation may bind; `serviceOpen`: whether it is
 * open that a service on one of them was completed.
 */
export type ObligationReport = Readonly<{
  obligation: Obligation;
  overdueFrom: string | null;
  served: boolean;
  serviceOpen: boolean;
}> &
  (StopReport | ClarifyReport | HomepageReport);

/** What the rules read of a case. `withoutScrolling` of an observation is measured by the caller from its word places. */
export type Evidence = Readonly<{
  /** Captures of an address, in order of time. */
  capturesOf(address: string): readonly Observation[];
  item(id: string): NamedItem | null;
  withoutScrolling(observation: Observation, words: string): boolean | null;
  /** Days without a capture are shown up to this one. */
  today: Day;
}>;

export function obligationReports(order: Order, evidence: Evidence): readonly ObligationReport[] {
  return order.obligations.map((obligation) => {
    const due = overdueFrom(obligation.due, order);
    const term: Term = { ruled: order.ruled, due, surely: surelyOverdueFrom(obligation.due, order) };
    const services = rulingServices(obligation.due, order);
    const common = {
      ...{ obligation, overdueFrom: due },
      ...{ served: services.length > 0, serviceOpen: services.some(isServiceOpen) },
    };
    switch (obligation.kind) {
      case 'stop':
        return { ...common, ...stopReport(obligation, term, evidence) };
      case 'clarify':
        return { ...common, ...clarifyReport(obligation, term, evidence) };
      case 'homepage':
        return { ...common, ...homepageReport(obligation, term, evidence) };
    }
  });
}

function stopReport({ places }: ObligationOf<'stop'>, term: Term, evidence: Evidence): StopReport {
  return {
    kind: 'stop',
    places: places.map(({ channel, account, address, words }) => {
      const history = historyOf(evidence.capturesOf(address), { is: 'gone', words }, null);
      return { channel, account, address, words, state: stopStateOf(history, term), history };
    }),
  };
}

const lastSides = {
  'before-order': 'seen-before-order',
  before: 'seen-before-due',
  after: 'still-seen',
  unknown: 'seen-due-unknown',
} as const satisfies Record<TermSide, StopState>;

function stopStateOf({ entries }: AddressHistory, term: Term): StopState {
  const telling = entries.filter(({ state }) => seenIn(state) !== 'unknown');
  const last = telling.at(-1);
  if (!last) return entries.length > 0 ? 'cannot-tell' : 'not-checked';
  if (seenIn(last.state) === 'yes') return lastSides[sideOf(last.observation, term)];
  const seenAfter = telling.some(
    ({ state, observation }) => seenIn(state) === 'yes' && sideOf(observation, term) === 'after',
  );
  return seenAfter ? 'seen-after-due' : 'not-seen';
}

function clarifyReport({ channels, words }: ObligationOf<'clarify'>, term: Term, evidence: Evidence): ClarifyReport {
  const named = (ids: readonly string[]) => ids.flatMap((id) => evidence.item(id) ?? []);
  return {
    kind: 'clarify',
    channels: channels.map(
      ({ channel, originals, clarifications, scopeOfOriginal, scopeOfClarification, accounts }) => {
        const looked = accounts.map(({ account, original, looks }) => {
          const seen = looks.flatMap(({ item, seen: stated }) => {
            const found = evidence.item(item);
            if (!found) return [];
            const { at, timeUnknown = false, text } = found;
            const read = text === null ? stated : (stated ?? hasWords(text, words));
            // What a page without the account lacks, the account may yet have been sent.
            const own = found.account === account;
            return [{ at, timeUnknown, own, seen: own || read === true ? read : null }];
          });
          const told = seen.filter((look) => look.seen !== null).sort((a, b) => (a.at < b.at ? -1 : 1));
          const shown = told.findLast((look) => look.seen === true) ?? told.at(-1);
          return {
            account,
            original,
            received: original !== null && evidence.item(original)?.account === account,
            lastLook: shown?.at ?? null,
            timeUnknown: shown?.timeUnknown ?? false,
            byAccount: shown ? shown.own : !seen.some(({ own }) => !own),
            seen: told.length === 0 ? null : told.some((look) => look.seen === true),
            looks: looks.map(({ item }) => item),
          };
        });
        const without = looked
          .flatMap(({ seen, lastLook, timeUnknown }) =>
            seen === false && lastLook !== null && !timeUnknown ? [{ at: lastLook }] : [],
          )
          .sort((a, b) => (a.at < b.at ? -1 : 1));
        const [earliest] = without;
        const found = named(clarifications);
        const said = found.some(({ text }) => text !== null && hasWords(text, words));
        return {
          channel,
          originals: named(originals),
          clarifications: found,
          scopeOfOriginal,
          scopeOfClarification,
          state:
            said || looked.some(({ seen }) => seen === true)
              ? 'seen'
              : found.length > 0
                ? 'registered'
                : looked.some(({ seen }) => seen === false)
                  ? 'not-seen'
                  : 'not-checked',
          accounts: looked,
          notSeen: earliest ? { accounts: without.length, asOf: earliest.at, term: sideOf(earliest, term) } : null,
        };
      },
    ),
  };
}

function homepageReport(
  { address, words, days }: ObligationOf<'homepage'>,
  term: Term,
  evidence: Evidence,
): HomepageReport {
  const observations = evidence.capturesOf(address);
  const history = historyOf(observations, { is: 'contains', words }, null);
  return {
    kind: 'homepage',
    address,
    words,
    history,
    captures: history.entries.map(({ observation, state }) => ({
      item: observation.item,
      at: observation.at,
      state,
      onHomepage: observation.finalUrl === null ? null : isSameHostAndPath(observation.finalUrl, address),
      withoutScrolling: state === 'live' ? evidence.withoutScrolling(observation, words) : null,
    })),
    days: daysOf(history, term, days, evidence.today),
  };
}

/** Longest run of days that is listed one by one. */
const mostDays = 400;

/** Each day from the first capture (or the first day after the due time) on: seen in any capture, in none, or unchecked. */
function daysOf({ entries }: AddressHistory, term: Term, count: number | null, today: Day): readonly HomepageDay[] {
  const byDay = Map.groupBy(entries, ({ observation }) => dayOf(observation.at));
  const captured = [...byDay.keys()].sort();
  const due = term.due === null ? [] : [dayOf(term.due)];
  const first = [...captured, ...due].sort()[0];
  const wanted = first === undefined ? [] : count === null ? captured.slice(-1) : [addDays(due[0] ?? first, count - 1)];
  const last = [...wanted, ...captured.slice(-1)].sort().at(-1);
  if (first === undefined || last === undefined) return [];
  const end = last > today && !captured.includes(last) ? today : last;
  const days: HomepageDay[] = [];
  for (let day = first; day <= end && days.length < mostDays; day = addDays(day, 1)) {
    const some = byDay.get(day) ?? [];
    const seen = some.map(({ state }) => seenIn(state));
    const timeUnknown = some.some(({ observation }) => observation.timeUnknown === true);
    days.push({
      day,
      term: sideOf({ at: some[0]?.observation.at ?? momentIn(day, '00:00'), timeUnknown }, term),
      seen:
        seen.includes('no') && !seen.includes('yes')
          ? 'no'
          : seen.includes('yes')
            ? 'yes'
            : some.length > 0
              ? 'unknown'
              : 'unchecked',
      items: some.map(({ observation }) => observation.item),
    });
  }
  return days;
}
