import type { Text } from '../../../../shared/language.ts';
import { channelResult } from '../../../../shared/plan/compliance.ts';
import { tiledPicturesOf } from '../../../../shared/plan/pictures/slices.ts';
import { shortTime } from '../../../../shared/instant.ts';
import type { ObligationReport } from '../../../../shared/order/obligations.ts';
import type { BundleExhibit } from '../../model.ts';
import { printAreaOf } from '../../layout.ts';
import { sealInk, softInk, type Canvas } from '../../pdf/canvas.ts';
import { rangeText, type DrawContext, type Page } from '../../sheet.ts';
import { paragraphTag } from '../../pdf/tagged/tag.ts';
import { exhibitFigure } from '../exhibit/alternative-text.ts';
import { picturesFor, tilesIn } from '../exhibit/exhibit-pictures.ts';
import { cell, tableRow, type Block } from '../blocks/flow.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/** What only this page says. */
const words = {
  sideBySide: { 'zh-CN': '涉案信息与澄清信息对照', en: 'Message in dispute and clarification, side by side' },
  originalSide: { 'zh-CN': '涉案信息', en: 'Message in dispute' },
  clarificationSide: { 'zh-CN': '澄清', en: 'Clarification' },
  noOriginalSide: { 'zh-CN': '未登记涉案信息', en: 'no message in dispute entered' },
  sideNote: {
    'zh-CN': '两侧均为所列证据画面自上而下的一部分，按同一宽度缩放；完整画面见所列页码。',
    en: 'Each side shows the upper part of the picture of the exhibit named, scaled to the same width; for the full picture see the pages named.',
  },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

const between = 14;
/** Room above the two sides, and above each picture for what names it. */
const head = 88;
const caption = 58;

type Channel = Extract<ObligationReport, { kind: 'clarify' }>['channels'][number];
type Side = Readonly<{ label: string; exhibits: readonly BundleExhibit[]; none: string }>;

/**
 * Original and clarification of a channel side by side, each from the top of its picture at the same width, so that a
 * reader sees place, size and prominence of both. A side that has nothing says so in the words of what was measured.
 */
export const sideBySide = pageKind({
  kind: 'side-by-side',
  part: null,
  words,
  laidOut: 'once',
  bookmark: ({ t }) => t('sideBySide'),
  when: ({ compliance }) => compliance !== null,
  plan: sideBySidePages,
});

function sideBySidePages(model: Own): readonly Page[] {
  const { compliance, exhibits, t, language } = model;
  if (!compliance) return [];
  const of = (items: Channel['originals']) =>
    items.flatMap(({ item }) => exhibits.find(({ record }) => record.item === item) ?? []);
  const shown = compliance.reports.flatMap((report) =>
    report.kind !== 'clarify'
      ? []
      : report.channels.map((channel) =>
          channelPart(channel.channel, model, [
            { label: t('originalSide'), exhibits: of(channel.originals), none: t('noOriginalSide') },
            {
              label: t('clarificationSide'),
              exhibits: of(channel.clarifications),
              none: channelResult(channel, language),
            },
          ]),
        ),
  );
  return together(shown, printAreaOf(model.layout.portrait).height).map((some): Page => pageOf(some, model));
}

/** A channel with both of its sides. `height`: points that it takes of a page; `draw` begins so far down on it. */
type ChannelPart = Readonly<{
  title: string;
  height: number;
  pictures: readonly string[];
  draw(canvas: Canvas, context: DrawContext, down: number): void;
}>;

/** Points between two channels on one page. */
const betweenParts = 22;

/** Channels one under the other, as many as a page has room for. */
function together(parts: readonly ChannelPart[], room: number): readonly (readonly ChannelPart[])[] {
  const pages: ChannelPart[][] = [];
  let used = 0;
  for (const part of parts) {
    const last = pages.at(-1);
    if (last && used + betweenParts + part.height <= room) {
      last.push(part);
      used += betweenParts + part.height;
    } else {
      pages.push([part]);
      used = part.height;
    }
  }
  return pages;
}

function pageOf(parts: readonly ChannelPart[], { t, layout }: Own): Page {
  const [first, ...others] = parts;
  return {
    size: layout.portrait,
    header: first && others.length === 0 ? first.title : t('sideBySide'),
    pictures: [...new Set(parts.flatMap(({ pictures }) => pictures))],
    draw: (canvas, context) => {
      let down = 0;
      for (const part of parts) {
        part.draw(canvas, context, down);
        down += part.height + betweenParts;
      }
    },
  };
}

function channelPart(channel: string, model: Own, sides: readonly Side[]): ChannelPart {
  const { t, fonts, layout } = model;
  const size = layout.portrait;
  const field = printAreaOf(size);
  const width = (field.width - between) / 2;
  const tallest = field.height - head - caption;
  const title = `${t('sideBySide')} · ${channel}`;
  const row = (text: string, room: number, style: Parameters<typeof cell>[2], as?: 1 | 2): readonly Block[] =>
    tableRow([cell(text, room, style, fonts)], [room], { pad: 0, line: false, ...(as && { as }) }, 300);
  const pictures = sides.map(({ exhibits: [exhibit] }) => {
    const [picture] = exhibit ? tiledPicturesOf(picturesFor(exhibit)) : [];
    if (!picture) return null;
    const scale = width / picture.width;
    return { picture, scale, rows: Math.min(picture.height, tallest / scale) };
  });
  const highest = Math.max(0, ...pictures.map((one) => (one ? one.rows * one.scale : 0)));
  return {
    title,
    height: head + caption + highest,
    pictures: pictures.flatMap((one) => (one ? tilesIn(one.picture, 0, one.rows).map(({ sha256 }) => sha256) : [])),
    draw: (canvas, context, down) => {
      const begins = field.y + down;
      stack(canvas, field.x, begins, context, [
        ...row(title, field.width, { size: 14, weight: 'bold' }, 1),
        ...row(t('sideNote'), field.width, { size: leastLetters, colour: softInk }),
      ]);
      sides.forEach(({ label, exhibits, none }, at) => {
        const x = field.x + at * (width + between);
        const [exhibit, ...others] = exhibits;
        stack(canvas, x, begins + head, context, [
          ...row(label, width, { size: 10.5, weight: 'bold' }, 2),
          ...(exhibit
            ? row([exhibit, ...others].map((one) => captionOf(one, t, context)).join('\n'), width, {
                size: leastLetters,
                colour: softInk,
              })
            : row(none, width, { size: 9.5, colour: sealInk })),
        ]);
        const shown = pictures[at];
        if (!shown || !exhibit) return;
        const top = begins + head + caption;
        const box = { x, y: top, width, height: shown.rows * shown.scale };
        const words = `${t('exhibit')} ${exhibit.number}`;
        const toPage = context.numbers.ofExhibit(exhibit.index)[0];
        const within = canvas.link(paragraphTag(), box, { toPage, words });
        canvas.picture({ ...exhibitFigure(exhibit, model, [], label), within }, box, (paint) => {
          for (const tile of tilesIn(shown.picture, 0, shown.rows))
            paint.image(
              context.pictureOf(tile.sha256),
              x,
              top + tile.y * shown.scale,
              tile.width * shown.scale,
              tile.height * shown.scale,
            );
        });
        canvas.frame(box.x, box.y, box.width, box.height);
      });
    },
  };
}

function captionOf({ number, index, record }: BundleExhibit, t: Own['t'], { numbers }: DrawContext): string {
  const at = shortTime(record.startedAt);
  const when = record.kind === 'import' ? t('importedAt', { at }) : at;
  return `${t('exhibit')} ${number} · ${rangeText(numbers.ofExhibit(index))} · ${when}`;
}

function stack(canvas: Canvas, x: number, y: number, context: DrawContext, blocks: readonly Block[]): void {
  let top = y;
  for (const block of blocks) {
    block.draw(canvas, x, top, context);
    top += block.height;
  }
}
