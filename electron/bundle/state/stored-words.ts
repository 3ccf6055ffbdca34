import { storedText } from '../../casefile/files/stored-text.ts';
import type { StoredWords } from '../../../shared/claims/passage.ts';
import { pageTextSchema, wordsOfPageText } from '../../../shared/page/page-text.ts';
import { parseRollingWords } from '../../../shared/page/rolling-words.ts';
import { allWords, parseMachineRead } from '../../../shared/page/page-words.ts';
import { parseTextPositions } from '../../../shared/page/text-positions.ts';
import type { ItemRecord } from '../../../shared/case/record.ts';
import { filePartsOf } from '../carried-files.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';

/** What is stored of an item's words: a page's visible text, what the pages of a mail or text print, what OCR read. */
export function storedWords(caseFile: ReadableCase, { record, attachments }: ItemState): StoredWords {
  const read = (sha256: string) => storedText(caseFile, sha256);
  const texts = record.artifacts.flatMap(({ role, sha256 }) => {
    if (role === 'text') return [read(sha256)];
    if (role === 'rolling-positions') return [allWords(parseRollingWords(JSON.parse(read(sha256)), 1)).join('\n')];
    if (role !== 'page-text') return [];
    return [wordsOfPageText(pageTextSchema.parse(JSON.parse(read(sha256)))).join('\n')];
  });
  const drawn = drawnWords(record, read);
  const machine = attachments.findLast(({ kind }) => kind === 'machine-read');
  return {
    text: texts.length === 0 ? null : texts.join('\n'),
    ...(drawn !== null && { drawn }),
    ...(texts.length > 0 && !machine && hasWordlessPages(record) && { partly: true as const }),
    machineRead: machine
      ? allWords(parseMachineRead(machine.file.name, JSON.parse(read(machine.file.sha256)))).join('\n')
      : null,
  };
}

/** Whether pages of a file, or of a file that it carries, stand beside those of which words are stored. */
function hasWordlessPages(record: ItemRecord): boolean {
  const own = record.kind === 'import' ? record.pages : record.file?.pages;
  return [...(own ? [own] : []), ...filePartsOf(record).map(({ pages }) => pages)].some(({ as }) => as !== 'text');
}

/** The words of a page without those whose font draws other characters; null where it has none of these. */
function drawnWords({ artifacts }: ItemRecord, read: (sha256: string) => string): string | null {
  const positions = artifacts.find(({ role }) => role === 'text-positions');
  if (!positions) return null;
  const { runs } = parseTextPositions(JSON.parse(read(positions.sha256)));
  const drawn = runs.filter(({ otherGlyphs }) => otherGlyphs !== true);
  return drawn.length === runs.length ? null : drawn.map(({ text }) => text).join('\n');
}
