import { join } from 'node:path';
import type { Artifact, Reason } from '../../shared/case/record.ts';
import type { PageText } from '../../shared/page/page-text.ts';
import { readRegular } from '../casefile/files/regular-file.ts';
import type { StepLedger } from './step-ledger.ts';
import type { IntakeServices } from './intake-types.ts';
import type { TextAnswer } from './text-words.ts';

/** Of a file with an HTML document: its picture, or why there is none, and what its pages say of either. */
type Drawn = Readonly<{
  drawn: PageText['drawn'];
  artifacts: readonly Artifact[];
  notes: readonly Reason[];
}>;

/** What is said of an HTML version whose words alone are listed, where a picture of it follows them; null: nothing more. */
const whereDrawn: Readonly<Record<string, string | null>> = {
  'mail-html-as-text': 'mail-html-drawn',
  'mail-html-for-blank-text': 'mail-html-drawn-for-blank-text',
  'mail-html-shown-too': 'mail-html-drawn-too',
  'mail-html-same-words': 'mail-html-drawn-same-words',
  'mail-html-without-words': 'mail-html-drawn-wordless',
  'mail-html-pictures': null, // what was shown and what was not fetched is counted by the browser
};

/**
 * Draws the HTML document that a file holds, where there is a browser; what its words were said to lack is then said
 * otherwise. Without one the words are all there is, which is said.
 *
 * @param folder where the process that read the file left it, with the files that came with it
 * @throws only when cancelled
 */
export async function drawHtml(
  { toDraw, attachments }: Extract<TextAnswer, { as: 'text' }>,
  folder: string,
  notes: readonly Reason[],
  ledger: StepLedger,
  { drawPage, signal }: IntakeServices,
): Promise<Drawn> {
  if (!toDraw) return { drawn: undefined, artifacts: [], notes };
  const types = new Map(attachments.map(({ file, mediaType }) => [file, mediaType]));
  const files = new Map(
    toDraw.files.map(({ address, file, mediaType }) => [
      address,
      {
        mediaType: mediaType ?? types.get(file) ?? 'application/octet-stream',
        read: () => readRegular(join(folder, file)),
      },
    ]),
  );
  const html = readRegular(join(folder, toDraw.file)).toString('utf8');
  const page =
    drawPage === null
      ? { refused: { code: 'html-no-browser' } }
      : await drawPage({ html, address: toDraw.address, files }, signal);
  if ('refused' in page) {
    ledger.note('draw-html', 'failed', page.refused);
    return { drawn: undefined, artifacts: [], notes: [...notes, page.refused] };
  }
  ledger.note('draw-html', 'ok');
  const { by, left, leftCount, artifacts } = page;
  const said = notes.flatMap((note): Reason[] => {
    const instead = whereDrawn[note.code];
    return instead === undefined ? [note] : instead === null ? [] : [{ ...note, code: instead }];
  });
  return {
    drawn: { by, left: [...left], leftCount },
    artifacts,
    notes: [
      ...said,
      { code: 'html-drawn-here', params: { by } },
      ...(leftCount > 0 ? [{ code: 'html-parts-not-fetched', params: { count: leftCount } }] : []),
      ...page.notes,
    ],
  };
}
