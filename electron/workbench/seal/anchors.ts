import { dirname, basename, join } from 'node:path';
import { attachFile } from '../../seal/attach-file.ts';
import { exportDigests } from '../../seal/packages/export-digests.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler } from '../handler.ts';

/** Writes the hash list and one ZIP per item, by default in a folder beside the case. */
export const digestsHandler: Handler<'digests.export'> = ({ case: folder, out }, { services, emit, signal }) =>
  writing(folder, services, async (caseFile) => {
    const beside = join(dirname(caseFile.folder), `${basename(caseFile.folder).replace(/\.fascicle$/, '')}-digests`);
    const { list, sums, archives, withheld, carried } = await exportDigests(caseFile, out ?? beside, {
      signal,
      onEvent: emit,
    });
    return {
      list,
      sums,
      archives: archives.map((archive) => ({ ...archive })),
      withheld: [...withheld],
      carried: [...carried],
    };
  });

/** Keeps what a preservation service gave back. */
export const attachHandler: Handler<'attachments.add'> = ({ case: folder, item, file, kind, number }, { services }) =>
  writing(folder, services, (caseFile) => attachFile(caseFile, { item, file, kind, number }));
