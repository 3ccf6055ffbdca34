import { traceWords } from '../../trace/trace-words.ts';
import { reading } from '../cases/with-case.ts';
import type { Handler } from '../workbench.ts';

/** Tells which answer carried some words of a captured page. */
export const traceHandler: Handler<'items.trace'> = ({ case: folder, item, words }, { services, signal }) =>
  reading(folder, (kase) => traceWords(kase, kase.item(item).record, 'wacz', words, services.spawnChild, signal));
