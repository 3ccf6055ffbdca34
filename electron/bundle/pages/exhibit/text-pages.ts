import { describeReason } from '../../../../shared/messages/reasons/reasons.ts';
import { isWithoutWords, type PageText } from '../../../../shared/page/page-text.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import type { BundleModel } from '../../model.ts';
import { printAreaOf } from '../../layout.ts';
import { sealInk, softInk } from '../../pdf/canvas.ts';
import { cell, drawBlocks, flow, gap, gutter, heading, paragraph, rule, tableRow, type Block } from '../blocks/flow.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';
import type { Drawing } from './picture-drawings.ts';

const labelWidth = 92;
const small = { size: leastLetters, colour: softInk } as const;

/** The pages of a mail or a text file. @param taken points of the first page's top that something else takes */
export function textDrawings(
  text: PageText,
  model: BundleModel,
  before: string,
  taken: number,
): readonly Pick<Drawing, 'draw' | 'goingOn'>[] {
  return drawnBlocks([...(taken > 0 ? [gap(taken)] : []), ...textBlocks(text, model, before)], model);
}

const drawnBlocks = (blocks: readonly Block[], model: BundleModel): readonly Pick<Drawing, 'draw' | 'goingOn'>[] =>
  flow(blocks, model.layout.portrait).map((page) => ({
    goingOn: (more) => drawnBlocks([...page, ...more], model),
    draw: (canvas, context) => {
      drawBlocks(canvas, page, model.layout.portrait, context);
    },
  }));

/** Share of a page that a text takes at most which stands under something else instead of on a page of its own. */
const shortest = 1 / 5;

/**
 * A page with a short text under what it shows, by the name of the file that it is of: it would be alone on a page. Null
 * where there is too much of it, and where the page has no room and cannot be made smaller.
 */
export function withTextUnder(
  page: Drawing,
  name: string,
  text: PageText,
  model: BundleModel,
  before: string,
): readonly Drawing[] | null {
  const { portrait } = model.layout;
  const field = printAreaOf(portrait);
  const blocks = [
    gap(10),
    ...heading(name, field.width, { size: 9 }, model.fonts),
    gap(2),
    ...textBlocks(text, model, before),
  ];
  const height = heightOf(blocks);
  if (page.size || text.drawn || height > field.height * shortest) return null;
  if (page.goingOn) return page.goingOn(blocks).map((one) => ({ ...page, ...one }));
  const above = page.ends !== undefined && page.ends + height <= field.height ? page : page.leaving?.(height);
  if (above?.ends === undefined) return null;
  const { ends, draw } = above;
  return [
    {
      ...page,
      ...above,
      ends: ends + height,
      draw: (canvas, context) => {
        drawBlocks(canvas, [gap(ends), ...blocks], portrait, context);
        draw(canvas, context); // nothing is written after a picture
      },
    },
  ];
}

const heightOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { height }) => sum + height, 0);

/**
 * A mail or a text file: its fields, what a reader must know, its words, its attachments, its whole head.
 * @param before what stands before the numbers of its attachments: `2.` in a mail that is the second of another
 */
function textBlocks(text: PageText, model: BundleModel, before: string): readonly Block[] {
  const { t, fonts, layout, language } = model;
  const { width } = printAreaOf(layout.portrait);
  const lines = (words: string, style: Parameters<typeof paragraph>[2]): readonly Block[] =>
    words
      .split(/\r\n|\r|\n/)
      .flatMap((line) =>
        line.trim() === '' ? [gap(style.size * 0.9)] : paragraph(shownLine(line), width, style, fonts),
      );
  const field = (label: string, value: string): readonly Block[] =>
    tableRow(
      [
        cell(label, labelWidth - gutter, { size: 8.6, colour: softInk }, fonts),
        cell(
          visibleText(value),
          width - labelWidth,
          { size: 9.2, weight: label === 'Subject' ? 'bold' : 'regular' },
          fonts,
        ),
      ],
      [labelWidth, width - labelWidth],
      { pad: 1.6, line: false },
      400,
    );
  return [
    ...text.fields.flatMap(({ name, value }) => field(name, value)),
    ...(text.fields.length > 0 ? [gap(4), rule(width), gap(6)] : []),
    ...text.notes.flatMap((note) =>
      paragraph(describeReason(note, language), width, { size: leastLetters, colour: sealInk }, fonts),
    ),
    ...(text.notes.length > 0 ? [gap(6)] : []),
    ...(text.body.trim() === ''
      ? paragraph(t(isWithoutWords(text) ? 'textEmpty' : 'textNotRead'), width, small, fonts)
      : lines(text.body, { size: 9.6, lead: 15 })),
    ...(text.html === undefined
      ? []
      : [
          gap(10),
          ...heading(t('mailHtmlWords'), width, { size: 10 }, fonts),
          rule(width),
          gap(2),
          ...lines(text.html, { size: 9.6, lead: 15 }),
        ]),
    ...notFetched(text, model, width),
    ...(text.attachments.length > 0
      ? [gap(10), ...heading(t('mailAttachments'), width, { size: 10 }, fonts), rule(width)]
      : []),
    ...text.attachments.flatMap(({ name, mediaType, bytes, sha256, encoded, refused }, at) => [
      gap(3),
      ...paragraph(
        `${before}${at + 1}. ${visibleText(name) || t('noName')}  ·  ${visibleText(mediaType)}  ·  ${bytes} B`,
        width,
        { size: 8.6 },
        fonts,
      ),
      ...paragraph(`SHA-256 ${sha256}`, width, small, fonts),
      ...(encoded ? paragraph(t('mailEncodedForm', { ...encoded }), width, small, fonts) : []),
      ...(refused ? paragraph(describeReason(refused, language), width, { ...small, colour: sealInk }, fonts) : []),
    ]),
    ...(text.head === '' ? [] : [gap(10), ...heading(t('mailHead'), width, { size: 10 }, fonts), rule(width), gap(2)]),
    ...lines(text.head, { size: leastLetters, lead: 9, colour: softInk }),
  ];
}

/** Addresses that a drawn HTML document asked for and that did not come with it. */
function notFetched({ drawn }: PageText, { t, fonts }: BundleModel, width: number): readonly Block[] {
  if (!drawn || drawn.leftCount === 0) return [];
  const more = drawn.leftCount - drawn.left.length;
  return [
    gap(10),
    ...heading(t('htmlNotFetched', { count: drawn.leftCount }), width, { size: 10 }, fonts),
    rule(width),
    gap(2),
    ...drawn.left.flatMap((address) => paragraph(visibleText(address), width, small, fonts)),
    ...(more > 0 ? paragraph(`… [+${more}]`, width, small, fonts) : []),
  ];
}

/** Tabs as blanks; everything else that cannot be seen by its code, as everywhere. */
const shownLine = (line: string): string => visibleText(line.replace(/\t/g, '    '));
