import { appendFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { say } from '../../../shared/language.ts';
import { asWriteError } from '../../casefile/objects.ts';
import { importFile } from '../../intake/import-file.ts';
import { writing } from '../cases/with-case.ts';
import { intakeServices, withDrawing } from './import.ts';
import { itemEvent } from '../items/item-event.ts';
import type { Handler } from '../handler.ts';
import { remove } from '../../casefile/files/durable.ts';

export const pieceHandler: Handler<'intake.piece'> = ({ case: folder, given, bytes }, { services }) => {
  const piece = Buffer.from(bytes, 'base64');
  if (piece.toString('base64') !== bytes)
    throw new FascicleError('bad-call', { why: because('not-base64'), command: '' });
  return Promise.resolve({
    given: services.given.add(resolve(folder), given, piece, services.clockAndRandom.now().getTime()),
  });
};

/** Takes in what has no place on disk, as a file that the program wrote for a moment; the record says how it came. */
export const givenHandler: Handler<'intake.given'> = ({ case: folder, given, how, name, ...said }, context) => {
  const { services, emit, signal, language } = context;
  const pieces = services.given.take(resolve(folder), given);
  return writing(folder, services, async (caseFile) => {
    if (said.operator !== null) caseFile.actAs(said.operator);
    const at = services.clockAndRandom.now();
    const fileName = name ?? say(pastedPicture, language, { at: stampOf(at) });
    emit({ event: 'progress', stage: 'import', subject: fileName, done: 0, of: 1 });
    const scratch = caseFile.scratch();
    try {
      const file = join(scratch, 'given');
      try {
        for (const piece of pieces) appendFileSync(file, piece, { mode: 0o600 });
      } catch (error) {
        throw asWriteError(error);
      }
      const state = await withDrawing(services, (drawing) =>
        importFile(
          file,
          { ...said, given: { how, at, fileName, ownName: name !== null } },
          { ...intakeServices(caseFile, services, signal, null, drawing), program: services.program },
        ),
      );
      emit(itemEvent(caseFile, state, language));
      return { item: state.item };
    } finally {
      remove(scratch);
    }
  });
};

/** `2019-05-06 180102`, by this computer's clock and zone. */
function stampOf(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 19).replaceAll(':', '')}`;
}

const pastedPicture = { 'zh-CN': '粘贴的图片 {at}.png', en: 'pasted picture {at}.png' } as const;
