import { storedJson } from '../casefile/files/stored-text.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { parseTextPositions } from '../../shared/page/text-positions.ts';
import type { ReadableCase } from '../casefile/case-handles.ts';
import type { Compared } from './compare-items.ts';
import { isCapture, observationOf } from './observation.ts';

/**
 * A capture as it is compared: its words, as text and where they stand.
 * @throws {FascicleError} `no-such-item` | `not-a-page`
 */
export function comparedOf(caseFile: ReadableCase, id: string): Compared {
  const state = caseFile.item(id);
  if (!isCapture(state)) throw new FascicleError('not-a-page', { item: state.item });
  const { record } = state;
  const { text, advertText, at } = observationOf(caseFile, record);
  const positions = record.artifacts.find(({ role }) => role === 'text-positions');
  const words = positions ? parseTextPositions(storedJson(caseFile, positions.sha256)).runs : [];
  return { record, side: { text: text ?? '', advertText, at }, words };
}
