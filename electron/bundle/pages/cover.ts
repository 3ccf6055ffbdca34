import { readableInstant } from '../../../shared/instant.ts';
import { bracketed, listedApart, say } from '../../../shared/language.ts';
import type { BundleModel } from '../model.ts';
import { fieldOf } from '../layout.ts';
import { hairline, ink, sealInk, softInk } from '../pdf/canvas.ts';
import type { DrawContext, Sheet } from '../sheet.ts';
import { cell, fittedLine, gap, lateCell, paragraph, rule, tableRow, type Block, type Cell } from './flow.ts';
import { flowSheets } from './table.ts';

/** 封面 of the volume that begins at page `from`: what the case is, who files, how large the volume is. */
export function coverSheets(model: BundleModel, volume: number, annex: boolean): readonly Sheet[] {
  const { portrait } = model.layout;
  const { height } = fieldOf(portrait);
  const heightOf = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + block.height, 0);
  let blocks: readonly Block[] = [];
  for (const spacing of spacings) {
    blocks = coverBlocks(model, volume, annex, spacing);
    if (heightOf(blocks) <= height) break;
  }
  return flowSheets(blocks, portrait, 'cover', '');
}

/** Room above the title and around each line, in points: less where the cover would need a second page. */
const spacings = [
  { above: 40, pad: 5 },
  { above: 16, pad: 3.2 },
  { above: 4, pad: 1.6 },
] as const;

function coverBlocks(
  model: BundleModel,
  volume: number,
  annex: boolean,
  { above, pad }: (typeof spacings)[number],
): readonly Block[] {
  const { t, facts, fonts, profile, working } = model;
  const { width } = fieldOf(model.layout.portrait);
  const columns = [150, width - 150];
  const row = (label: string, value: Cell): readonly Block[] =>
    tableRow([cell(label, 138, { size: 9.5, colour: softInk }, fonts), value], columns, { pad, line: true }, 400);
  const line = (label: string, value: string | null, soft = false): readonly Block[] =>
    row(
      label,
      cell(
        value ?? t('notStated'),
        width - 162,
        { size: soft ? 8 : 10.5, colour: value === null ? softInk : ink },
        fonts,
      ),
    );
  const late = (label: string, text: (context: DrawContext['numbers']) => string): readonly Block[] =>
    row(label, lateCell([{ text: (numbers) => fonts.regular.showable(text(numbers)), link: null }], { size: 10.5 }));
  const list = (names: readonly string[]) => (names.length === 0 ? null : listedApart(names, model.language));
  const counsel = facts.counsel?.map(({ name, licence }) => bracketed(name, licence, model.language)) ?? [];
  const name = t(model.compliance ? 'complianceReport' : model.reissue ? 'addendum' : 'bundle');
  const { style: fitted } = fittedLine(name, width, { size: 30, weight: 'bold' }, 20, fonts);
  return [
    gap(above),
    ...paragraph(name, width, { weight: 'bold', size: fitted.size }, fonts),
    gap(12),
    ...paragraph(facts.title, width, { size: 16 }, fonts),
    gap(6),
    ...(annex ? paragraph(t('annexCover'), width, { size: 11 }, fonts) : []),
    ...(working ? paragraph(t('working'), width, { size: 11, weight: 'bold', colour: sealInk }, fonts) : []),
    gap(18),
    rule(width),
    ...line(t('court'), model.court),
    ...line(t('caseNumber'), facts.caseNumber ?? null),
    ...line(t('cause'), facts.cause),
    ...line(t('applicant'), list(facts.applicants)),
    ...line(t('respondent'), list(facts.respondents)),
    ...line(t('agent'), list(counsel)),
    ...(profile.expects.includes('deponent') ? line(t('deponent'), facts.deponent ?? null) : []),
    ...late(t('volume'), ({ volumes }) => {
      const { from, to } = volumes[volume - 1] ?? { from: 0, to: 0 };
      const before = model.reissue ? model.reissue.volume : 0;
      return t('volumeOf', { n: volume + before, m: volumes.length + before, from, to });
    }),
    ...late(t('pageCount'), ({ total }) => String(total)),
    ...line(t('exhibitCount'), String(model.exhibits.length)),
    ...line(t('submitted'), (model.compliance ? null : facts.submitted) ?? null),
    ...line(t('edition'), t(working ? 'working' : 'filing'), true),
    ...line(t('profileLine'), say(profile.name, model.language), true),
    ...line(t('custodyHead', { seq: model.custody.seq }), model.custody.hash, true),
    ...line(t('program'), `${model.program} · ${readableInstant(model.custody.wall)}`, true),
    gap(14),
    ...paragraph(
      t(profile.attachments ? 'manifestNote' : 'manifestBeside'),
      width,
      { size: 8, colour: softInk },
      fonts,
    ),
    gap(4),
    ...paragraph(t('coverNote', { program: model.program }), width, { size: 8, colour: softInk }, fonts),
    gap(24),
    signatureBlock(model, width),
  ];
}

/** What stands under the lines of a signature block. */
export const signatureLabels = (t: BundleModel['t']): readonly string[] => [
  t('signature'),
  t('submitted'),
  t('copiesFor'),
];

/** Lines to sign and date on; never a picture of a seal, never a name filled in. */
export function signatureBlock({ t, fonts }: BundleModel, width: number): Block {
  const labels = signatureLabels(t);
  const step = width / labels.length;
  const style = { size: 7.5, colour: softInk };
  const [words] = tableRow(
    labels.map((label) => cell(label, step - 24, style, fonts)),
    labels.map(() => step),
    { pad: 0, line: false },
    60,
  );
  return {
    height: 34 + (words?.height ?? 0),
    draw: (canvas, x, y, context) => {
      labels.forEach((_, at) => {
        canvas.line(x + at * step, y + 26, x + (at + 1) * step - 24, y + 26, 0.6, hairline);
      });
      words?.draw(canvas, x, y + 31, context);
    },
  };
}
