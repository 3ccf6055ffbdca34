import { redactItem } from '../../intake/redact/redact-item.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler } from '../handler.ts';
import { itemSummary } from './item-event.ts';

/** Makes a redacted item in place of its parent. */
export const redactHandler: Handler<'items.redact'> = (
  { case: folder, item, regions, words, reason, wholeLines = false },
  { services, signal },
) =>
  writing(folder, services, async (caseFile) => {
    const redaction = { regions, words, reason, wholeLines };
    const { clockAndRandom, spawnChild } = services;
    const made = await redactItem(caseFile, caseFile.item(item), redaction, clockAndRandom, spawnChild, signal);
    return { ...itemSummary(made.state), places: made.places, lines: made.lines };
  });
