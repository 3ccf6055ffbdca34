import type { CaptureRecord } from '../../../shared/case/record.ts';
import { dayOf } from '../../../shared/order/day.ts';
import type { Evidence, NamedItem } from '../../../shared/order/obligations.ts';
import { parseTextPositions } from '../../../shared/page/text-positions.ts';
import { advertTextOf } from '../../../shared/watch/advert-text.ts';
import type { Observation } from '../../../shared/watch/observation.ts';
import { isWithoutScrolling, placeOfWords } from '../../../shared/watch/words-place.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';

/** What a case's captures show, as the rules of watching and of the order read it. Texts are read when asked for. */
export function evidenceOf(kase: ReadableCase, now: Date): Evidence {
  const items = kase.items();
  const byId = new Map(items.map((state) => [state.item, state]));
  const made = new Map<string, Observation>();
  const observe = (state: ItemState & Readonly<{ record: CaptureRecord }>): Observation => {
    const known = made.get(state.item) ?? observationOf(kase, state.record);
    made.set(state.item, known);
    return known;
  };
  return {
    capturesOf: (address) =>
      items
        .filter(isCapture)
        .filter(({ record }) => sameAddress(record.url, address))
        .map(observe)
        .sort((a, b) => (a.at < b.at ? -1 : 1)),
    item: (id): NamedItem | null => {
      const state = byId.get(id);
      return state ? { item: id, at: state.record.startedAt, text: textOf(kase, state, 'text') } : null;
    },
    withoutScrolling: (observation, words) => {
      const state = byId.get(observation.item);
      const positions = state ? textOf(kase, state, 'text-positions') : null;
      if (!state || state.record.kind !== 'capture' || positions === null) return null;
      const place = placeOfWords(parseTextPositions(JSON.parse(positions)).runs, words);
      return place ? isWithoutScrolling(place, state.record.view.height) : null;
    },
    today: dayOf(now.toISOString()),
  };
}

/** What one capture shows. */
export function observationOf(kase: ReadableCase, record: CaptureRecord): Observation {
  const dom = artifactText(kase, record, 'dom');
  return {
    item: record.item,
    at: record.startedAt,
    url: record.url,
    finalUrl: record.finalUrl,
    httpStatus: record.httpStatus,
    outcome: record.outcome,
    title: record.title ?? '',
    text: artifactText(kase, record, 'text'),
    advertText: dom === null ? '' : advertTextOf(dom),
  };
}

/** Two spellings of one address: `http://a.example` and `http://a.example/`. */
function sameAddress(one: string, other: string): boolean {
  return one === other || (URL.parse(one)?.href ?? one) === (URL.parse(other)?.href ?? other);
}

/** Whether an item shows its address as it was: a part or a redacted copy of a picture is no look at the page. */
export function isCapture(state: ItemState): state is ItemState & Readonly<{ record: CaptureRecord }> {
  return state.record.kind === 'capture' && !state.record.region && !state.record.redaction;
}

function textOf(kase: ReadableCase, { record }: ItemState, role: 'text' | 'text-positions'): string | null {
  return record.kind === 'capture' ? artifactText(kase, record, role) : null; // what a phone's picture says, a person says
}

function artifactText(
  kase: ReadableCase,
  { artifacts }: CaptureRecord,
  role: 'text' | 'dom' | 'text-positions',
): string | null {
  const artifact = artifacts.find((one) => one.role === role);
  return artifact ? new TextDecoder().decode(kase.readObject(artifact.sha256)) : null;
}
