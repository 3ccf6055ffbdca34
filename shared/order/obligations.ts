import { hasWords, type Observation } from '../watch/observation.ts';
import { historyOf, type AddressHistory } from '../watch/history.ts';
import { isSamePlace, seenIn, type PageState } from '../watch/page-state.ts';
import { addDays, dayOf, type Day } from './day.ts';
import { overdueFrom } from './deadlines.ts';
import type { Obligation, ObligationOf, Order } from './order.ts';

/**
 * What the captures of a case show of each obligation. Everything is derived: a person states the order, the program
 * says what was seen, when, and what nobody looked at. It never says that an order was obeyed or broken; the words are
 * "seen" and "not seen".
 */

/** What is known of one item that a person named: its text where it has any. */
export type NamedItem = Readonly<{ item: string; at: string; text: string | null }>;

export type PlaceState = 'not-seen' | 'still-seen' | 'seen-before-due' | 'cannot-tell' | 'not-checked';
type StopReport = Readonly<{
  kind: 'stop';
  places: readonly Readonly<{
    channel: string;
    account: string | null;
    address: string;
    words: string;
    state: PlaceState;
    history: AddressHistory;
  }>[];
}>;

export type ChannelState = 'seen' | 'not-seen' | 'not-checked';
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
      lastLook: string | null;
      seen: boolean | null;
      /** The items that show what it saw. */
      looks: readonly string[];
    }>[];
    /**
     * So many control accounts had not seen the clarification as of `asOf`, the earliest of their last looks: the one
     * moment of which it is true for all of them. Null where none looked.
     */
    notSeen: Readonly<{ accounts: number; asOf: string }> | null;
  }>[];
}>;

/** One day in Beijing: what its captures of the homepage show. */
export type HomepageDay = Readonly<{
  day: Day;
  seen: 'yes' | 'no' | 'unknown' | 'unchecked';
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

export type ObligationReport = Readonly<{ obligation: Obligation; overdueFrom: string | null }> &
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
    const overdue = overdueFrom(obligation.due, order);
    const common = { obligation, overdueFrom: overdue };
    switch (obligation.kind) {
      case 'stop':
        return { ...common, ...stopReport(obligation, overdue, evidence) };
      case 'clarify':
        return { ...common, ...clarifyReport(obligation, evidence) };
      case 'homepage':
        return { ...common, ...homepageReport(obligation, overdue, evidence) };
    }
  });
}

function stopReport({ places }: ObligationOf<'stop'>, overdue: string | null, evidence: Evidence): StopReport {
  return {
    kind: 'stop',
    places: places.map(({ channel, account, address, words }) => {
      const history = historyOf(evidence.capturesOf(address), { is: 'gone', words }, null);
      return { channel, account, address, words, state: placeStateOf(history, overdue), history };
    }),
  };
}

function placeStateOf({ entries }: AddressHistory, overdue: string | null): PlaceState {
  const telling = entries.filter(({ state }) => seenIn(state) !== 'unknown');
  const after = telling.filter(({ observation }) => overdue === null || observation.at >= overdue);
  if (after.some(({ state }) => seenIn(state) === 'yes')) return 'still-seen';
  if (after.length > 0) return 'not-seen';
  if (telling.length > 0) return seenIn(telling.at(-1)?.state ?? 'blocked') === 'no' ? 'not-seen' : 'seen-before-due';
  return entries.length > 0 ? 'cannot-tell' : 'not-checked';
}

function clarifyReport({ channels, words }: ObligationOf<'clarify'>, evidence: Evidence): ClarifyReport {
  const named = (ids: readonly string[]) => ids.flatMap((id) => evidence.item(id) ?? []);
  return {
    kind: 'clarify',
    channels: channels.map(
      ({ channel, originals, clarifications, scopeOfOriginal, scopeOfClarification, accounts }) => {
        const looked = accounts.map(({ account, original, looks }) => {
          const seen = looks.flatMap(({ item, seen: stated }) => {
            const found = evidence.item(item);
            if (!found) return [];
            return [{ at: found.at, seen: found.text === null ? stated : (stated ?? hasWords(found.text, words)) }];
          });
          const told = seen.filter((look) => look.seen !== null).sort((a, b) => (a.at < b.at ? -1 : 1));
          return {
            account,
            original,
            lastLook: told.at(-1)?.at ?? null,
            seen: told.length === 0 ? null : told.some((look) => look.seen === true),
            looks: looks.map(({ item }) => item),
          };
        });
        const without = looked.flatMap(({ seen, lastLook }) => (seen === false && lastLook !== null ? [lastLook] : []));
        const found = named(clarifications);
        return {
          channel,
          originals: named(originals),
          clarifications: found,
          scopeOfOriginal,
          scopeOfClarification,
          state:
            found.length > 0 || looked.some(({ seen }) => seen === true)
              ? 'seen'
              : without.length > 0
                ? 'not-seen'
                : 'not-checked',
          accounts: looked,
          notSeen: without.length === 0 ? null : { accounts: without.length, asOf: without.sort()[0] ?? '' },
        };
      },
    ),
  };
}

function homepageReport(
  { address, words, days }: ObligationOf<'homepage'>,
  overdue: string | null,
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
      onHomepage: observation.finalUrl === null ? null : isSamePlace(observation.finalUrl, address),
      withoutScrolling: state === 'live' ? evidence.withoutScrolling(observation, words) : null,
    })),
    days: daysOf(history, overdue, days, evidence.today),
  };
}

/** Longest run of days that is listed one by one. */
const mostDays = 400;

/** Each day from the first capture (or the first day after the due time) on: seen in any capture, in none, or unchecked. */
function daysOf(
  { entries }: AddressHistory,
  overdue: string | null,
  count: number | null,
  today: Day,
): readonly HomepageDay[] {
  const byDay = Map.groupBy(entries, ({ observation }) => dayOf(observation.at));
  const captured = [...byDay.keys()].sort();
  const due = overdue === null ? [] : [dayOf(overdue)];
  const first = [...captured, ...due].sort()[0];
  const wanted = first === undefined ? [] : count === null ? captured.slice(-1) : [addDays(due[0] ?? first, count - 1)];
  const last = [...wanted, ...captured.slice(-1)].sort().at(-1);
  if (first === undefined || last === undefined) return [];
  const end = last > today && !captured.includes(last) ? today : last;
  const days: HomepageDay[] = [];
  for (let day = first; day <= end && days.length < mostDays; day = addDays(day, 1)) {
    const some = byDay.get(day) ?? [];
    const seen = some.map(({ state }) => seenIn(state));
    days.push({
      day,
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
