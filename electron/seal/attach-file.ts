import { basename } from 'node:path';
import type { Attachment } from '../../shared/case/attachment.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { visibleText } from '../../shared/visible-text.ts';
import type { WritableCase } from '../casefile/case-handles.ts';
import { statInputFile } from '../casefile/files/stat-input-file.ts';

/**
 * Keeps what a preservation service gave back for an item: stored byte for byte, named in the custody log. Nothing in
 * it is checked here, and nothing is claimed of it.
 *
 * @param given `item` an id or a prefix that fits one item only; `number` as the service prints it (存证编号)
 * @throws {FascicleError} `no-such-item`, those of `givenFile`, `already-attached`
 */
export async function attachFile(
  caseFile: WritableCase,
  given: Readonly<{ item: string; file: string; kind: Attachment['kind']; number: string | null }>,
): Promise<Attachment> {
  const { item, attachments } = caseFile.item(given.item);
  await statInputFile(given.file);
  const stored = caseFile.objects.putFile(given.file);
  const number = given.number?.toWellFormed() ?? null;
  const known = attachments.some(
    (one) => one.file.sha256 === stored.sha256 && one.kind === given.kind && one.number === number,
  );
  if (known) throw new FascicleError('already-attached', { path: visibleText(given.file) });
  const attachment: Attachment = {
    item,
    kind: given.kind,
    number,
    file: { name: basename(given.file).toWellFormed(), ...stored },
  };
  caseFile.logEvent('attachment-added', attachment, item);
  return attachment;
}
