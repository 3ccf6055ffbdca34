import { languagesOf } from '../../../shared/language.ts';
import { describeReason } from '../../../shared/messages/reasons/reasons.ts';
import { titleOf } from '../../../shared/plan/arrangement.ts';
import { readByMachine } from '../../intake/ocr/machine-read.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler } from '../handler.ts';

/** Reads the words of imported pictures by machine. What could not be read is said, and stops nothing. */
export const readItemsHandler: Handler<'items.read'> = (
  { case: folder, items },
  { services, emit, signal, language },
) =>
  writing(folder, services, async (caseFile) => {
    const wanted =
      items.length > 0
        ? items.map((item) => caseFile.item(item))
        : caseFile
            .items()
            .filter(
              ({ record, attachments, excluded }) =>
                excluded === null &&
                record.kind === 'import' &&
                (record.pages.as === 'images' || record.pages.as === 'document') &&
                !attachments.some(({ kind }) => kind === 'machine-read'),
            );
    const results = [];
    for (const [done, state] of wanted.entries()) {
      const title = titleOf(state.record);
      emit({ event: 'progress', stage: 'ocr', subject: title, done, of: wanted.length });
      const read = await readByMachine(caseFile, state, services.spawnChild, signal);
      const [first = 'zh-CN'] = languagesOf(language);
      results.push(
        'lines' in read
          ? { item: state.item, title, lines: read.lines, why: null }
          : { item: state.item, title, lines: null, why: describeReason(read.reason, first) },
      );
    }
    return { read: results.filter(({ lines }) => lines !== null).length, items: results };
  });
