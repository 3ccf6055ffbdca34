import type { Observation } from './observation.ts';
import { pageStateOf, seenIn, type PageState } from './page-state.ts';
import { isEdited, textDifferences, type TextDifference } from './text-differences.ts';
import { wordsOf, type Expectation } from './expectation.ts';

/** What one capture adds to the history of its address. */
type HistoryEntry = Readonly<{
  observation: Observation;
  state: PageState;
  /** What happened since the last capture that could tell: nothing, another state, or other text. */
  event: 'first' | 'none' | 'state' | 'edited';
  /** Differences of the text against the last capture that showed a page; empty where there is nothing to compare. */
  differences: readonly TextDifference[];
  /** Whether the expectation is met; null where the capture cannot tell. */
  met: boolean | null;
}>;

/** A time in which nobody looked, or in which what was seen could not tell. In UTC. */
export type Gap = Readonly<{ from: string; to: string; why: 'unchecked' | 'unclear' | 'blocked' | 'unreachable' }>;

/**
 * The history of one address. `lastSeen` and `firstNotSeen` frame a disappearance: the first capture in which the words
 * were not seen after one in which they were, and never a moment in between. `seenAgain`: seen once more after that.
 */
export type AddressHistory = Readonly<{
  entries: readonly HistoryEntry[];
  gaps: readonly Gap[];
  lastSeen: Observation | null;
  firstNotSeen: Observation | null;
  seenAgain: Observation | null;
}>;

/**
 * @param observations of one address, in order of time
 * @param everyMinutes how often it was to be captured; half as much again without a capture is a gap. Null: on no schedule
 */
export function historyOf(
  observations: readonly Observation[],
  expect: Expectation,
  everyMinutes: number | null,
): AddressHistory {
  const words = wordsOf(expect);
  const entries: HistoryEntry[] = [];
  let telling: HistoryEntry | null = null;
  let lastPage: Observation | null = null;
  let last: PageState | null = null;
  for (const observation of observations) {
    const state = pageStateOf(observation, words);
    const differences = lastPage && hasPage(state) ? differencesOf(lastPage, observation) : [];
    const event = last === null ? 'first' : last !== state ? 'state' : isEdited(differences) ? 'edited' : 'none';
    const entry: HistoryEntry = {
      observation,
      state,
      event,
      differences,
      met: metBy(expect, state, entries, observation),
    };
    entries.push(entry);
    last = state;
    if (hasPage(state)) lastPage = observation;
    if (seenIn(state) !== 'unknown') telling = entry;
  }
  return { entries, gaps: gapsOf(entries, everyMinutes), ...frame(entries, telling) };
}

/** Differences of the texts of two captures. */
function differencesOf(before: Observation, after: Observation): readonly TextDifference[] {
  const side = ({ text, advertText, at }: Observation) => ({ text: text ?? '', advertText, at });
  return textDifferences(side(before), side(after));
}

function hasPage(state: PageState): boolean {
  return state === 'live' || state === 'without-words' || state === 'moved';
}

function metBy(
  expect: Expectation,
  state: PageState,
  before: readonly HistoryEntry[],
  observation: Observation,
): boolean | null {
  const seen = seenIn(state);
  if (seen === 'unknown') return null;
  switch (expect.is) {
    case 'gone':
    case 'lacks':
      return seen === 'no';
    case 'contains':
      return seen === 'yes';
    case 'unchanged': {
      const first = before.find((entry) => hasPage(entry.state));
      return seen === 'yes' && (!first || !isEdited(differencesOf(first.observation, observation)));
    }
  }
}

function frame(entries: readonly HistoryEntry[], telling: HistoryEntry | null) {
  const of = (seen: 'yes' | 'no', within: readonly HistoryEntry[]) =>
    within.filter(({ state }) => seenIn(state) === seen).map(({ observation }) => observation);
  const firstSeen = entries.findIndex(({ state }) => seenIn(state) === 'yes');
  const [firstNotSeen = null] = of('no', firstSeen < 0 ? entries : entries.slice(firstSeen));
  const before = firstNotSeen
    ? entries.slice(
        0,
        entries.findIndex(({ observation }) => observation === firstNotSeen),
      )
    : entries;
  const after = firstNotSeen ? entries.slice(before.length) : [];
  const [seenAgain = null] = telling ? of('yes', after) : [];
  return { lastSeen: of('yes', before).at(-1) ?? null, firstNotSeen, seenAgain };
}

function gapsOf(entries: readonly HistoryEntry[], everyMinutes: number | null): readonly Gap[] {
  return entries.flatMap(({ observation, state }, at): Gap[] => {
    const next = entries[at + 1]?.observation;
    const blind: Gap[] =
      state === 'unclear' || state === 'blocked' || state === 'unreachable'
        ? [{ from: observation.at, to: next?.at ?? observation.at, why: state }]
        : [];
    if (!next || everyMinutes === null || blind.length > 0) return blind;
    const between = Date.parse(next.at) - Date.parse(observation.at);
    return between > everyMinutes * 90_000 ? [{ from: observation.at, to: next.at, why: 'unchecked' }] : [];
  });
}
