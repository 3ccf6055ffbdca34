import { explain, FascicleError } from '../../shared/errors/fascicle-error.ts';
import { inspectPdf } from '../bundle/pdf/imported/read-document.ts';
import type { WritableCase } from '../casefile/case-handles.ts';
import { importFile } from '../intake/import-file.ts';
import type { IntakeServices } from '../intake/take-in.ts';
import { writing } from './cases/with-case.ts';
import { itemEvent } from './items/item-event.ts';
import type { Services } from './services.ts';
import type { Handler } from './workbench.ts';

/** Errors that are about one file: the others are still taken in. */
const ofOneFile = new Set<string>(['file-missing', 'file-is-folder', 'file-not-regular', 'file-unreadable']);

/** What intake needs, with the PDF engine's reader joined to it. */
export function intakeServices(
  kase: WritableCase,
  services: Services,
  signal: AbortSignal,
): IntakeServices & { kase: WritableCase } {
  const { surroundings, spawnChild } = services;
  return {
    kase,
    surroundings,
    spawnChild,
    inspectPdf: (path, cancelled) => inspectPdf(path, spawnChild, cancelled),
    signal,
  };
}

/** Takes in files made elsewhere, each as one item. */
export const importHandler: Handler<'intake.import'> = (input, { services, emit, signal, language }) =>
  writing(input.case, services, async (kase) => {
    if (input.operator !== null) kase.actAs(input.operator);
    const count = { items: 0, refused: 0 };
    for (const file of input.files) {
      emit({
        event: 'progress',
        stage: 'import',
        subject: file,
        done: count.items + count.refused,
        of: input.files.length,
      });
      try {
        const { category, title, source, receivedBy, receivedOn, account, operator } = input;
        const state = await importFile(
          file,
          { category, title, source, receivedBy, receivedOn, account, operator },
          { ...intakeServices(kase, services, signal), program: services.program },
        );
        count.items += 1;
        emit(itemEvent(kase, state, language));
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof FascicleError) || !ofOneFile.has(error.code)) throw error;
        count.refused += 1;
        const { message, evidence, next } = explain(error.code, error.params, language);
        emit({ event: 'error', code: error.code, message, evidence, next, subject: file });
      }
    }
    return count;
  });
