import { channelResult } from '../../../shared/plan/compliance.ts';
import { picturesOf } from '../../../shared/plan/slices.ts';
import { momentText } from '../../../shared/messages/watch-messages.ts';
import type { ObligationReport } from '../../../shared/order/obligations.ts';
import type { BundleExhibit, BundleModel } from '../model.ts';
import { fieldOf } from '../layout.ts';
import { sealInk, softInk, type Canvas } from '../pdf/canvas.ts';
import { rangeText, type DrawContext, type Sheet } from '../sheet.ts';
import { picturesFor, tilesIn } from './exhibit-pages.ts';
import { cell, tableRow, type Block } from './flow.ts';

const between = 14;
/** Room above the two sides, and above each picture for what names it. */
const head = 88;
const caption = 58;

type Channel = Extract<ObligationReport, { kind: 'clarify' }>['channels'][number];
type Side = Readonly<{ label: string; exhibits: readonly BundleExhibit[]; none: string }>;

/**
 * Original and clarification of one channel on one page, each from the top of its picture at the same width, so that a
 * reader sees place, size and prominence of both. A side that has nothing says so in the words of what was measured.
 */
export function sideBySideSheets(model: BundleModel): readonly Sheet[] {
  const { compliance, exhibits, t, language } = model;
  if (!compliance) return [];
  const of = (items: Channel['originals']) =>
    items.flatMap(({ item }) => exhibits.find(({ record }) => record.item === item) ?? []);
  return compliance.reports.flatMap((report) =>
    report.kind !== 'clarify'
      ? []
      : report.channels.map((channel) =>
          channelSheet(channel.channel, model, [
            { label: t('originalSide'), exhibits: of(channel.originals), none: t('noOriginalSide') },
            {
              label: t('clarificationSide'),
              exhibits: of(channel.clarifications),
              none: channelResult(channel, language),
            },
          ]),
        ),
  );
}

function channelSheet(channel: string, model: BundleModel, sides: readonly Side[]): Sheet {
  const { t, fonts, layout } = model;
  const size = layout.portrait;
  const field = fieldOf(size);
  const width = (field.width - between) / 2;
  const tallest = field.height - head - caption;
  const title = `${t('sideBySide')} · ${channel}`;
  const row = (text: string, room: number, style: Parameters<typeof cell>[2]): readonly Block[] =>
    tableRow([cell(text, room, style, fonts)], [room], { pad: 0, line: false }, 300);
  const pictures = sides.map(({ exhibits: [exhibit] }) => {
    const [picture] = exhibit ? picturesOf(picturesFor(exhibit)) : [];
    if (!picture) return null;
    const scale = width / picture.width;
    return { picture, scale, rows: Math.min(picture.height, tallest / scale) };
  });
  return {
    size,
    kind: 'side-by-side',
    exhibit: null,
    header: title,
    pictures: pictures.flatMap((one) => (one ? tilesIn(one.picture, 0, one.rows).map(({ sha256 }) => sha256) : [])),
    draw: (canvas, context) => {
      stack(canvas, field.x, field.y, context, [
        ...row(title, field.width, { size: 14, weight: 'bold' }),
        ...row(t('sideNote'), field.width, { size: 7.4, colour: softInk }),
      ]);
      sides.forEach(({ label, exhibits, none }, at) => {
        const x = field.x + at * (width + between);
        const [exhibit, ...others] = exhibits;
        stack(canvas, x, field.y + head, context, [
          ...row(label, width, { size: 10.5, weight: 'bold' }),
          ...(exhibit
            ? row([exhibit, ...others].map((one) => captionOf(one, t, context)).join('\n'), width, {
                size: 7.4,
                colour: softInk,
              })
            : row(none, width, { size: 9.5, colour: sealInk })),
        ]);
        const shown = pictures[at];
        if (!shown || !exhibit) return;
        const top = field.y + head + caption;
        canvas.link(x, top, width, shown.rows * shown.scale, context.numbers.ofExhibit(exhibit.index)[0]);
        canvas.clipped(x, top, width, shown.rows * shown.scale, () => {
          for (const tile of tilesIn(shown.picture, 0, shown.rows))
            canvas.image(
              context.pictureOf(tile.sha256),
              x,
              top + tile.y * shown.scale,
              tile.width * shown.scale,
              tile.height * shown.scale,
            );
        });
        canvas.frame(x, top, width, shown.rows * shown.scale);
      });
    },
  };
}

function captionOf({ number, index, record }: BundleExhibit, t: BundleModel['t'], { numbers }: DrawContext): string {
  return `${t('exhibit')} ${number} · ${rangeText(numbers.ofExhibit(index))} · ${momentText(record.startedAt)}`;
}

function stack(canvas: Canvas, x: number, y: number, context: DrawContext, blocks: readonly Block[]): void {
  let top = y;
  for (const block of blocks) {
    block.draw(canvas, x, top, context);
    top += block.height;
  }
}
