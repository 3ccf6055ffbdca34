import { traceWords } from '../../trace/trace-words.ts';
import { reading } from '../cases/with-case.ts';
import type { Handler } from '../handler.ts';

/** Tells which answer carried some words of a captured page. */
export const traceHandler: Handler<'items.trace'> = ({ case: folder, item, words }, { services, signal }) =>
  reading(folder, (caseFile) =>
    traceWords(caseFile, caseFile.item(item).record, 'wacz', words, services.spawnChild, signal),
  );
