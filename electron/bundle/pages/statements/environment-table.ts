import type { EnvironmentCheck } from '../../../../shared/case/capture/checks.ts';
import { checkCells } from '../../../../shared/messages/names/check-messages.ts';
import type { BundleModel } from '../../model.ts';
import { sealInk, softInk } from '../../pdf/canvas.ts';
import { cell, gap, gutter, paragraph, tableRow, type Block } from '../blocks/flow.ts';
import { fittedWidths } from '../blocks/table.ts';
import { literalsOnce } from './quoted-once.ts';
import { numbersOf, numbersText } from './certificate-paths.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/**
 * What was checked of the devices, a row for each finding with the exhibits that it holds for, in the order of the checks.
 * What was noted is set in red; what the clocks were compared with is said with the times.
 *
 * @param width of the table, in points
 */
export function environmentTable({ t, fonts, exhibits, language }: BundleModel, width: number): readonly Block[] {
  const captures = exhibits.flatMap(({ number, record }) =>
    record.kind === 'capture' ? [{ number, checks: record.checks ?? [] }] : [],
  );
  const made = captures.filter(({ checks }) => checks.length > 0);
  const unmade = captures.filter(({ checks }) => checks.length === 0);
  const heads = [t('certCheckName'), t('certCheckOutcome'), t('certCheckDetail'), t('certCheckExhibits')];
  const found = findings(made).map(({ check, numbers }) => ({
    texts: [...checkCells(check, language).map(literalsOnce), numbersOf(numbers, language)],
    style: check.outcome === 'noted' ? { colour: sealInk } : {},
  }));
  const laidOut = (text: string, column: number) => cell(text, column - gutter, { size: leastLetters }, fonts);
  const widths = fittedWidths(
    heads,
    found.map(({ texts }) => texts),
    [120, 60, width - 250, 70],
    { laidOut, headOf: laidOut, words: (text) => text, isFree: () => true, size: leastLetters, fonts },
  );
  const row = (
    texts: readonly string[],
    style: Readonly<{ weight?: 'bold'; colour?: typeof sealInk }>,
    head?: 'head',
  ) =>
    tableRow(
      texts.map((text, at) => cell(text, (widths[at] ?? 0) - gutter, { size: leastLetters, ...style }, fonts)),
      widths,
      { pad: 2, line: true, ...(head && { as: head }) },
      300,
    );
  const line = (name: 'certEnvironmentTable' | 'certNoChecks', some: typeof captures) => [
    gap(3),
    ...paragraph(t(name, { numbers: numbersText(some) }), width, { size: 9, lead: 13.6 }, fonts),
  ];
  const without = unmade.length === 0 ? [] : line('certNoChecks', unmade);
  if (made.length === 0) return without;
  return [
    ...without,
    ...line('certEnvironmentTable', made).map(keptWithNext),
    ...row(heads, { weight: 'bold', colour: softInk }, 'head').map(keptWithNext),
    ...found.flatMap(({ texts, style }) => row(texts, style)),
  ];
}

/** A heading never stands alone at the foot of a page. */
const keptWithNext = (block: Block): Block => ({ ...block, keepsWithNext: true });

type Finding = Readonly<{ check: EnvironmentCheck; numbers: readonly Readonly<{ number: string }>[] }>;

/** Findings that are alike stand together; the checks come in the order in which they are made. */
function findings(
  captures: readonly Readonly<{ number: string; checks: readonly EnvironmentCheck[] }>[],
): readonly Finding[] {
  const all = captures.flatMap(({ number, checks }) =>
    checks.filter(({ check }) => !check.startsWith('clock-')).map((check) => ({ number, check })),
  );
  return [...Map.groupBy(all, ({ check }) => check.check).values()].flatMap((some) =>
    [...Map.groupBy(some, ({ check }) => JSON.stringify(check)).values()].flatMap((alike): readonly Finding[] => {
      const [first] = alike;
      return first ? [{ check: first.check, numbers: alike }] : [];
    }),
  );
}
