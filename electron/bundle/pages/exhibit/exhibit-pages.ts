import { onOneLine } from '../../../../shared/bilingual.ts';
import { addressOrFile } from '../../../../shared/case/address-or-file.ts';
import { pageDocument, pageDocumentOfPart } from '../../../../shared/case/page-pictures.ts';
import { reasonText } from '../../../../shared/messages/reasons/reasons.ts';
import type { TextRun } from '../../../../shared/page/text-positions.ts';
import { pageNumbersOf } from '../../../../shared/plan/page-choice.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import { filePartsOf, partNumbers, picturesOfPart } from '../../carried-files.ts';
import { filePagesOf, type BundleExhibit } from '../../model.ts';
import { quotedRegions } from '../../quoted-words.ts';
import { below, printAreaOf, type PrintArea } from '../../layout.ts';
import type { PageForm } from '../../pdf/imported/child-words.ts';
import type { Ref } from '../../pdf/sink.ts';
import { sealInk, type Canvas } from '../../pdf/canvas.ts';
import { paragraphTag, type Tag } from '../../pdf/tagged/tag.ts';
import type { Page } from '../../sheet.ts';
import { shortTime } from '../../../../shared/instant.ts';
import { cell, paragraph, tableRow } from '../blocks/flow.ts';
import { drawnDrawings } from './drawn-pages.ts';
import { openingOf } from './opening.ts';
import { exhibitPageKind, type ModelWith, type Opening } from '../page-kind.ts';
import { exhibitFigure } from './alternative-text.ts';
import { exhibitWords } from './exhibit-words.ts';
import { isPage, ownPictures, picturesFor } from './exhibit-pictures.ts';
import { heldUntil, pictureDrawings, type Drawing } from './picture-drawings.ts';
import { textDrawings, withTextUnder } from './text-pages.ts';
import { drawUnseen, type Ground } from './words-layer.ts';

type Own = ModelWith<typeof exhibitWords>;

/** The exhibit's own pages: its picture cut into pages, every row shown, or the pages of its document, its mail, its text. */
export const exhibitPages = exhibitPageKind({
  kind: 'exhibit',
  full: true,
  opens: true,
  words: exhibitWords,
  laidOut: 'once',
  when: () => true,
  plan: fullPages,
});

function fullPages(exhibit: BundleExhibit, model: Own, opening: Opening | null): readonly Page[] {
  const { record, number } = exhibit;
  const { portrait } = model.layout;
  const field = printAreaOf(portrait);
  const ownOnes = isPage(record) ? picturesFor(exhibit) : ownPictures(record);
  const room = opening?.height ?? 0;
  let onItsSide: Opening | null = null;
  const turned = () => (onItsSide ??= opening && openingOf(exhibit, model, model.layout.landscape));
  const shown = inTurn(room, [
    (taken) => pictureDrawings(exhibit, ownOnes, record.film, model, true, taken, () => turned()?.height ?? 0),
    (taken) => ownDocument(exhibit, model, field, taken),
    (taken) => ownText(exhibit, model, taken),
    (taken) => sheetBeforeParts(exhibit, model, below(field, taken)),
    ...filePartsOf(record).map((part): Maker => ({
      make: (taken) => partDrawings(exhibit, part, model, field, taken),
      under: (last) => shortPartUnder(last, exhibit, part, model),
    })),
  ]);
  const drawings = shown.length > 0 ? shown : [withoutPages(exhibit, model, below(field, room))];
  const from = addressOrFile(record);
  return drawings.map(({ part, draw, size = portrait, ...drawing }, at): Page => ({
    size,
    header: [
      `${model.t('exhibit')} ${number}`,
      model.t('partOf', { n: at + 1, m: drawings.length }),
      ...(part === undefined ? [] : [part]),
      shortTime(record.startedAt),
      from,
    ]
      .map(onOneLine)
      .join('  ·  '),
    ...drawing,
    draw: (canvas, context) => {
      const above = at === 0 ? (size === portrait ? opening : turned()) : null;
      above?.draw(canvas, context);
      draw(canvas, context);
      above?.drawPictures?.(canvas, context);
    },
  }));
}

type Make = (taken: number) => readonly Drawing[];
/** `under`: the last page before with what this makes under it; null where that cannot be. */
type Maker = Make | Readonly<{ make: Make; under(last: Drawing): readonly Drawing[] | null }>;

/** What makes an exhibit's pages, one after the other; the first page of all leaves room at its top. @param room in points */
function inTurn(room: number, makers: readonly Maker[]): readonly Drawing[] {
  const drawings: Drawing[] = [];
  for (const maker of makers) {
    const last = drawings.at(-1);
    const make = typeof maker === 'function' ? maker : maker.make;
    const under = last && typeof maker === 'object' ? maker.under(last) : null;
    if (under) drawings.splice(-1, 1, ...under);
    else drawings.push(...make(last ? 0 : room));
  }
  return drawings;
}

/** Why an exhibit has no pages of its own. */
function withoutPages({ record }: BundleExhibit, { t, fonts }: Own, field: PrintArea): Drawing {
  const pages = filePagesOf(record);
  const why = pages.as === 'none' ? reasonText(pages.reason) : exhibitWords.noPicture;
  const style = { size: 10, weight: 'bold', colour: sealInk } as const;
  return {
    draw: (canvas, context) => {
      let y = field.y + 10;
      for (const block of paragraph(t('noPages', { why }), field.width, style, fonts)) {
        block.draw(canvas, field.x, y, context);
        y += block.height;
      }
    },
  };
}

/** The words of a mail or a text file; the pages of each file that it carried follow, mails in it likewise. */
function ownText(exhibit: BundleExhibit, model: Own, taken: number): readonly Drawing[] {
  const own = filePagesOf(exhibit.record).as === 'text' ? exhibit.pageText('page-text.json') : null;
  return own ? [...textDrawings(own, model, '', taken), ...drawnDrawings(exhibit, own, null, model)] : [];
}

/** A PDF whose own pages are refused may still carry files that have pages: it is said before theirs. */
function sheetBeforeParts(exhibit: BundleExhibit, model: Own, field: PrintArea): readonly Drawing[] {
  const { record } = exhibit;
  const carries = filePagesOf(record).as === 'none' && filePartsOf(record).length > 0;
  return carries ? [withoutPages(exhibit, model, field)] : [];
}

type CarriedFile = ReturnType<typeof filePartsOf>[number];

/** What a page is called that shows a file which a mail or a PDF carried. */
function namePart(
  { record }: BundleExhibit,
  { artifact, fileName }: CarriedFile,
  { t }: Own,
): Readonly<{ n: string; name: string }> {
  const n = partNumbers(filePartsOf(record)).get(artifact) ?? '';
  return { n, name: t('attachmentPage', { n, name: visibleText(fileName) || artifact }) };
}

/** A short text that a mail or a PDF carried, under the page before. */
function shortPartUnder(
  last: Drawing,
  exhibit: BundleExhibit,
  carried: CarriedFile,
  model: Own,
): readonly Drawing[] | null {
  const text = carried.pages.as === 'text' ? exhibit.pageText(carried.shows?.[0] ?? '') : null;
  const { n, name } = namePart(exhibit, carried, model);
  return text && withTextUnder(last, name, text, model, `${n}.`);
}

/** The pages of a file that a mail or a PDF carried. */
function partDrawings(
  exhibit: BundleExhibit,
  carried: CarriedFile,
  model: Own,
  field: PrintArea,
  taken: number,
): readonly Drawing[] {
  const { record } = exhibit;
  const { pages, shows, film } = carried;
  const { n, name } = namePart(exhibit, carried, model);
  const text = pages.as === 'text' ? exhibit.pageText(shows?.[0] ?? '') : null;
  const file = pageDocumentOfPart(record, carried);
  const numbers = pages.as === 'document' && file ? Array.from({ length: pages.count }, (_, at) => at + 1) : [];
  return inTurn(taken, [
    (room) => pictureDrawings(exhibit, picturesOfPart(record, carried), film, model, false, room),
    (room) => documentDrawings(exhibit, field, model, file?.sha256 ?? '', numbers, () => [], room),
    (room) =>
      text ? [...textDrawings(text, model, `${n}.`, room), ...drawnDrawings(exhibit, text, shows ?? [], model)] : [],
  ]).map(({ part: within, ...drawing }) => ({
    ...drawing,
    part: within === undefined ? name : `${name}  ·  ${within}`,
  }));
}

function ownDocument(exhibit: BundleExhibit, model: Own, field: PrintArea, taken: number): readonly Drawing[] {
  const pages = filePagesOf(exhibit.record);
  const document = pageDocument(exhibit.record);
  if (pages.as !== 'document' || !document) return [];
  const chosen = pageNumbersOf(exhibit.exhibit.pages, pages.count) ?? [];
  const words = heldUntil(chosen.length - 1, () => exhibit.pageWords());
  const wordsOf = (page: number, at: number) => words(at).get(page) ?? [];
  const drawings = documentDrawings(exhibit, field, model, document.sha256, chosen, wordsOf, taken);
  return isCover(exhibit) ? drawings.map((drawing) => ({ ...drawing, part: model.t('portfolioCover') })) : drawings;
}

/** The pages of a PDF portfolio are the cover of the files in it. */
function isCover({ record }: BundleExhibit): boolean {
  const facts = record.kind === 'import' ? record.facts : (record.file?.facts ?? []);
  return facts.some(({ name }) => name === 'PdfCoverPages');
}

function documentDrawings(
  exhibit: BundleExhibit,
  whole: PrintArea,
  model: Own,
  file: string,
  pages: readonly number[],
  wordsOf: (page: number, at: number) => readonly TextRun[],
  taken: number,
): readonly Drawing[] {
  return pages.map((page, at): Drawing => {
    const field = at === 0 ? below(whole, taken) : whole;
    const read = () => wordsOf(page, at);
    const drawn = (room: number): Drawing => ({
      ...documentDrawing(exhibit, { ...field, height: field.height - room }, model, { file, page }, read),
      ends: field.y - whole.y + field.height - room,
      leaving: drawn,
    });
    return drawn(0);
  });
}

function documentDrawing(
  exhibit: BundleExhibit,
  field: PrintArea,
  model: Own,
  documentPage: Readonly<{ file: string; page: number }>,
  read: () => readonly TextRun[],
): Drawing {
  const { t, fonts } = model;
  return {
    documentPage,
    draw: (canvas, context) => {
      const form = context.formOf(exhibit.index, documentPage);
      if ('refused' in form) {
        const text = cell(t('documentRefused', { why: form.refused }), field.width, refusedStyle, fonts);
        tableRow([text], [field.width], { pad: 0, line: false }, 400)[0]?.draw(canvas, field.x, field.y, context);
        return;
      }
      if (form.faults > 0) {
        const note = fonts.bold.showable(onOneLine(t('documentDamaged', { count: form.faults })));
        const size = Math.min(6.5, field.width / fonts.bold.measure(note, 1));
        canvas.text(paragraphTag(), field.x, field.y - 3, note, size, 'bold', sealInk); // below the running line
      }
      // What a machine read on a scanned page: in points of the page as it is shown.
      const words = read();
      const figure = exhibitFigure(exhibit, model, words, t('documentPageOf', { page: documentPage.page }));
      const ground = drawForm(canvas, figure, form, field);
      drawUnseen(canvas, words, ground);
      for (const { x, y, width, height } of quotedRegions(exhibit, model, words))
        canvas.amberFrame(
          ground.x + x * ground.scale,
          ground.y + y * ground.scale,
          width * ground.scale,
          height * ground.scale,
        );
    },
  };
}

const refusedStyle = { size: 11, weight: 'bold', colour: sealInk } as const;

/** @returns where the page stands, and how large */
function drawForm(canvas: Canvas, figure: Tag, { object, box, rotation }: PageForm, field: PrintArea): Ground {
  const [x0, y0, x1, y1] = box;
  const [w, h] = [x1 - x0, y1 - y0];
  const [shownWidth, shownHeight] = rotation % 180 === 0 ? [w, h] : [h, w];
  const scale = Math.min(field.width / shownWidth, field.height / shownHeight, 1);
  const left = field.x + (field.width - shownWidth * scale) / 2;
  const bottom = canvas.height - field.y - shownHeight * scale;
  const s = scale;
  const matrices = {
    0: [s, 0, 0, s, left - x0 * s, bottom - y0 * s],
    90: [0, -s, s, 0, left - y0 * s, bottom + x1 * s],
    180: [-s, 0, 0, -s, left + x1 * s, bottom + y1 * s],
    270: [0, s, -s, 0, left + y1 * s, bottom - x0 * s],
  } as const;
  const shown = { x: left, y: field.y, width: shownWidth * scale, height: shownHeight * scale };
  // Numbers that the sink gave; a multiple of 90.
  canvas.form(figure, object as Ref, matrices[rotation as keyof typeof matrices], shown);
  canvas.frame(shown.x, shown.y, shown.width, shown.height);
  return { x: left, y: field.y, scale };
}
