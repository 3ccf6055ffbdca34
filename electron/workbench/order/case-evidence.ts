import { clockFault } from '../../../shared/case/capture/clock-findings.ts';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import { dayOf } from '../../../shared/order/day.ts';
import type { Evidence, NamedItem } from '../../../shared/order/obligations.ts';
import { parseTextPositions } from '../../../shared/page/text-positions.ts';
import type { Observation } from '../../../shared/watch/observation.ts';
import { cleanedAddress } from '../../../shared/redaction/address-tokens.ts';
import { cleaned } from '../../../shared/redaction/credentials.ts';
import { isWithoutScrolling, boxOfWords } from '../../../shared/watch/words-box.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
import { artifactText, isCapture, observationOf } from '../../compare/observation.ts';

/** What a case's captures show, as the rules of watching and of the order read it. Texts are read when asked for. */
export function evidenceOf(caseFile: ReadableCase, now: Date): Evidence {
  const items = caseFile.items();
  const byId = new Map(items.map((state) => [state.item, state]));
  const made = new Map<string, Observation>();
  const observe = (state: ItemState & Readonly<{ record: CaptureRecord }>): Observation => {
    const known = made.get(state.item) ?? observationOf(caseFile, state.record);
    made.set(state.item, known);
    return known;
  };
  return {
    capturesOf: (address) =>
      items
        .filter(isCapture)
        .filter(({ record }) => spelledAs(address).some((spelling) => sameAddress(record.url, spelling)))
        .map(observe)
        .sort((a, b) => (a.at < b.at ? -1 : 1)),
    item: (id): NamedItem | null => {
      const state = byId.get(id);
      if (!state) return null;
      const { record } = state;
      const timeUnknown = record.kind === 'import' || clockFault(record.checks) !== null;
      const { account } = record;
      return {
        item: id,
        at: record.startedAt,
        ...(timeUnknown && { timeUnknown }),
        ...(account !== undefined && account !== null && { account }),
        text: textOf(caseFile, state, 'text'),
      };
    },
    withoutScrolling: (observation, words) => {
      const state = byId.get(observation.item);
      const positions = state ? textOf(caseFile, state, 'text-positions') : null;
      if (!state || state.record.kind !== 'capture' || positions === null) return null;
      const box = boxOfWords(parseTextPositions(JSON.parse(positions)).runs, words);
      return box ? isWithoutScrolling(box, state.record.view.height) : null;
    },
    today: dayOf(now.toISOString()),
  };
}

/** An address as records say it: newer ones without any token, older ones without named ones, or whole. */
const spelledAs = (address: string) => [cleanedAddress(address), cleaned(address), address];

/** Two spellings of one address: `http://a.example` and `http://a.example/`. */
function sameAddress(one: string, other: string): boolean {
  return one === other || (URL.parse(one)?.href ?? one) === (URL.parse(other)?.href ?? other);
}

function textOf(caseFile: ReadableCase, { record }: ItemState, role: 'text' | 'text-positions'): string | null {
  return record.kind === 'capture' ? artifactText(caseFile, record, role) : null; // what a phone's picture says, a person says
}
