import { onOneLine, sidesOf } from '../../../../shared/bilingual.ts';
import type { BundleModel } from '../../model.ts';
import { hairline, linkInk, sealInk, softInk, type Canvas } from '../../pdf/canvas.ts';
import type { DrawContext, Sheet } from '../../sheet.ts';

const size = 7;
const numberSize = 10;

/**
 * What stands on every page: what it is at the top, the case at the bottom, the page's number where the profile wants
 * it, a stamp of exhibit and page on exhibit pages, DRAFT or WORKING where it is one.
 */
export function drawFrame(canvas: Canvas, sheet: Sheet, page: number, model: BundleModel, context: DrawContext): void {
  const { header, exhibit, size: paper } = sheet;
  const { fonts, profile, t, facts } = model;
  const { left, top, bottom } = paper.margin;
  const right = paper.width - paper.margin.right;
  if (model.draft) canvas.watermark(fonts.bold.showable(sidesOf(t('draft'))[0]));
  const { place: position } = profile.numbering;
  const number = numberRuns(page, model, context);
  const wide = number.width + 12;
  if (header !== '') {
    const room = right - left - (position === 'top-right' ? wide : 0);
    canvas.text(
      'artifact',
      left,
      top - 17,
      shortened(fonts.regular.showable(onOneLine(header)), room, model),
      size,
      'regular',
      softInk,
    );
    canvas.line(left, top - 11, right, top - 11, 0.4, hairline);
  }
  const foot = paper.height - bottom + 14;
  canvas.line(left, foot, right, foot, 0.4, hairline);
  const stamp = exhibit === null || !profile.numbering.exhibitStamp ? '' : stampOf(exhibit, page, model, context);
  const room = position === 'bottom-centre' ? (right - left - wide) / 2 - 8 : (right - left - wide) * 0.78;
  const about = exhibit === null ? facts.title : `${onOneLine(t('exhibit'))} ${exhibit.number}  ·  ${facts.title}`;
  const edition = model.working ? `${onOneLine(t('workingMark'))}  ·  ` : '';
  const back = wayBack(sheet, model, context);
  const begins = left + (back === '' ? 0 : fonts.regular.measure(back, size) + 8);
  if (back !== '') {
    canvas.text('artifact', left, foot + 14, back, size, 'regular', linkInk);
    const area = { x: left, y: foot + 4, width: begins - left - 8, height: 14 };
    canvas.linkAside(area, { toPage: context.catalogue ?? page, words: back });
  }
  canvas.text(
    'artifact',
    begins,
    foot + 14,
    shortened(fonts.regular.showable(edition + about), room - (begins - left), model),
    size,
    'regular',
    model.working ? sealInk : softInk,
  );
  const numberLeft = position === 'bottom-centre' ? (left + right - number.width) / 2 : right - number.width;
  const numberLine = position === 'top-right' ? top - 17 : foot + 15;
  number.draw(canvas, numberLeft, numberLine);
  if (stamp !== '') {
    const width = fonts.regular.measure(stamp, size);
    const at =
      position === 'bottom-centre' ? right - width : position === 'top-right' ? right - width : numberLeft - width - 12;
    canvas.text('artifact', at, foot + 14, stamp, size, 'regular', softInk);
  }
}

/** On pages of exhibits and of the annex: the words that lead back to the catalogue of the same file. */
function wayBack({ exhibit, tells }: Sheet, { t, fonts }: BundleModel, { catalogue }: DrawContext): string {
  const isFar = exhibit !== null || tells !== undefined;
  return catalogue !== null && isFar ? fonts.regular.showable(onOneLine(t('backToCatalogue'))) : '';
}

/** `证据 3–2`, in the paper's first language: exhibit and page within it. */
function stampOf(
  { number, index }: NonNullable<Sheet['exhibit']>,
  page: number,
  { t, fonts }: BundleModel,
  { numbers }: DrawContext,
): string {
  const [first, last] = numbers.ofExhibit(index);
  const annex = numbers.ofAnnex(index);
  const within = page <= last ? page - first + 1 : last - first + 1 + page - (annex?.[0] ?? page) + 1;
  return fonts.regular.showable(`${sidesOf(t('exhibit'))[0]} ${number}–${within}`);
}

/** The number with what the profile puts around it; only the number itself is marked as the page's. */
function numberRuns(
  page: number,
  { profile, facts, fonts }: BundleModel,
  { numbers }: DrawContext,
): Readonly<{ width: number; draw(canvas: Canvas, x: number, y: number): void }> {
  const [before = '', after = ''] = profile.numbering.text.replace('{m}', String(numbers.total)).split('{n}');
  const prefix = facts.pagePrefix === undefined ? '' : `${facts.pagePrefix}${String(page).padStart(6, '0')}   `;
  const runs = [fonts.regular.showable(prefix + before), String(page), fonts.regular.showable(after)] as const;
  const widths = [
    fonts.regular.measure(runs[0], size),
    fonts.bold.measure(runs[1], numberSize),
    fonts.regular.measure(runs[2], size),
  ] as const;
  return {
    width: widths[0] + widths[1] + widths[2],
    draw: (canvas, x, y) => {
      canvas.text('artifact', x, y, runs[0], size, 'regular', softInk);
      canvas.pageNumber(x + widths[0], y, runs[1], numberSize, 'bold');
      canvas.text('artifact', x + widths[0] + widths[1], y, runs[2], size, 'regular', softInk);
    },
  };
}

/** A running line is a finding aid; the full text stands on the exhibit's sheet. What does not fit ends in an ellipsis. */
function shortened(text: string, width: number, { fonts: { regular } }: BundleModel): string {
  if (regular.measure(text, size) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (regular.measure(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept}…`;
}
