import { onOneLine } from '../../../../shared/bilingual.ts';
import { quotedIn } from '../../../../shared/quoted-in.ts';
import type { Text } from '../../../../shared/language.ts';
import { readableInstant } from '../../../../shared/instant.ts';
import { bracketed, say, type CaseLanguage } from '../../../../shared/language.ts';
import { basisIn, spreadTexts } from '../../../../shared/messages/papers/spread-messages.ts';
import { publishedStretch } from '../../../../shared/window/spread-layout.ts';
import type { BundleExhibit, BundleModel, FiledLink } from '../../model.ts';
import { printAreaOf } from '../../layout.ts';
import { ink, sealInk, softInk, type Canvas } from '../../pdf/canvas.ts';
import type { Page } from '../../sheet.ts';
import { fittedLine, gutter, paragraph, type Block } from '../blocks/flow.ts';
import { numbersText } from '../statements/certificate-paths.ts';
import { paragraphTag } from '../../pdf/tagged/tag.ts';
import { noteOnStanding } from '../statements/table-notes.ts';
import { beijingOffset, publishedOf } from '../statements/published.ts';
import { exhibitsCell } from '../front/matrix.ts';
import { stated, tablePages } from '../blocks/table.ts';
import { pageKind, type ModelWith } from '../page-kind.ts';

/** What only this page says. */
const words = {
  spreadNote: spreadTexts.note,
  spreadUndated: spreadTexts.noteUndated,
  spreadTooMany: spreadTexts.tooMany,
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

/** Exhibits in one drawing: more would not be read. */
const mostDrawn = 24;
const rowHeight = 15;
/** A link has a lane of its own left of the list, so that no two lie over each other. */
const lane = 7;
const mostLanes = 40;
const arrow = 3;

const numberWidth = 84;
/** Of all columns of the table. */
const shares = 2 * (150 + numberWidth) + 260;

/** 传播关系: which exhibit took from which, drawn and listed. Only what a person confirmed; nothing where there is none. */
export const spread = pageKind({
  kind: 'spread',
  part: 'media',
  words,
  laidOut: 'twice',
  bookmark: ({ t }) => t('spread'),
  when: (model) => !model.compliance && model.tables && toldLinks(model).length > 0,
  plan: spreadPages,
});

/** What the bundle filed before does not show as this one would. */
const toldLinks = ({ spread: links, standing }: Pick<BundleModel, 'spread' | 'standing'>): readonly FiledLink[] =>
  links.filter((_, at) => standing?.spread.has(at) !== true);

function spreadPages(model: Own): readonly Page[] {
  const { t, layout, exhibits, language } = model;
  const links = toldLinks(model);
  const size = layout.landscape;
  const of = (index: number, said: readonly string[] = []) =>
    exhibitsCell(
      model,
      (one) => one.index === index,
      () => said,
      (numberWidth / shares) * printAreaOf(size).width - gutter,
    );
  return tablePages(
    {
      title: t('spread'),
      size,
      intro: [...noteOnStanding(model, 'spread'), ...drawing(links, model)],
      columns: [
        { name: say(spreadTexts.source, language), width: 150 },
        { name: t('numberAndPages'), width: numberWidth },
        { name: say(spreadTexts.citing, language), width: 150 },
        { name: t('numberAndPages'), width: numberWidth },
        { name: say(spreadTexts.basis, language), width: 260 },
      ],
      rows: links.map(({ source, citing, basis }) => ({
        cells: [
          stated(exhibits[source]?.exhibit.title, model),
          of(source),
          stated(exhibits[citing]?.exhibit.title, model),
          of(citing, quotedIn(basis)),
          stated(basisIn(basis, language), model),
        ],
      })),
      textSize: 7,
    },
    model,
  );
}

function drawing(links: readonly FiledLink[], model: Own): readonly Block[] {
  const { exhibits, t, fonts, layout } = model;
  const { width } = printAreaOf(layout.landscape);
  const named = new Set(links.flatMap(({ source, citing }) => [source, citing]));
  const nodes = exhibits.filter(({ index }) => named.has(index)).sort(byPublication);
  const undated = nodes.filter((one) => publishedOf(one) === null);
  const head = [
    ...paragraph(t('spreadNote'), width, { size: 8, colour: softInk }, fonts),
    ...(undated.length === 0
      ? []
      : paragraph(t('spreadUndated', { numbers: numbersText(undated) }), width, { size: 8, colour: softInk }, fonts)),
  ];
  if (nodes.length > mostDrawn || links.length > mostLanes)
    return [...head, ...paragraph(t('spreadTooMany', { count: nodes.length }), width, { size: 9 }, fonts)];
  return [...head, graph(nodes, links, width, model)];
}

/** Exhibits one under the other in order of publication, and for each link a line from the source to who took from it. */
function graph(nodes: readonly BundleExhibit[], links: readonly FiledLink[], width: number, model: Own): Block {
  const { fonts, t, language } = model;
  const left = links.length * lane + 24;
  const rows = new Map(nodes.map(({ index }, at) => [index, at]));
  const texts = nodes.map(({ number, exhibit, ...rest }) =>
    fittedLine(
      [timeText({ number, exhibit, ...rest }, language), `${t('exhibit')} ${number}`].map(onOneLine).join('　') +
        `　${exhibit.title}`,
      width - left - 10,
      { size: 8.2 },
      6,
      fonts,
    ),
  );
  return {
    height: nodes.length * rowHeight + 16,
    draw: (canvas, x, y, { numbers }) => {
      const middle = (index: number) => y + 12 + (rows.get(index) ?? 0) * rowHeight;
      links.forEach(({ source, citing }, at) => {
        connect(canvas, x + left - 12 - (at + 1) * lane, x + left - 8, middle(source), middle(citing));
      });
      nodes.forEach(({ index }, at) => {
        const { lines, style } = texts[at] ?? { lines: [], style: { size: 8 } };
        const words = lines[0] ?? '';
        const area = { x: x + left, y: middle(index) - 6, width: width - left, height: 12 };
        const tag = canvas.link(paragraphTag(), area, { toPage: numbers.ofExhibit(index)[0], words });
        canvas.text(tag, x + left, middle(index) + 3, words, style.size, 'regular', ink);
      });
    },
  };
}

function connect(canvas: Canvas, at: number, end: number, from: number, to: number): void {
  // A link leaves a little below the middle of its row and comes in a little above it, so that both can be told apart.
  const [out, into] = [from + 2, to - 2];
  canvas.line(at, out, end, out, 0.5, softInk);
  canvas.line(at, out, at, into, 0.5, softInk);
  canvas.line(at, into, end, into, 0.7, sealInk);
  canvas.line(end - arrow, into - arrow, end, into, 0.7, sealInk);
  canvas.line(end - arrow, into + arrow, end, into, 0.7, sealInk);
}

/** As stated or as the page says it, else when it was captured, which is said in brackets. */
function timeText({ exhibit, record }: BundleExhibit, language: CaseLanguage): string {
  return (
    publishedOf({ exhibit, record }) ?? bracketed('', readableInstant(record.startedAt).slice(0, 16), language).trim()
  );
}

/** By the first moment that a publication's time can mean; last, in their order, those of which it is not known. */
function byPublication(one: BundleExhibit, other: BundleExhibit): number {
  const [a, b] = [one, other].map(
    (exhibit) => publishedStretch(publishedOf(exhibit), beijingOffset)?.from ?? Number.MAX_SAFE_INTEGER,
  );
  return (a ?? 0) - (b ?? 0) || one.index - other.index;
}
