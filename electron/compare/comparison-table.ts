import { say, type CaseLanguage } from '../../shared/language.ts';
import { bandTexts, compareTexts, differenceKindTexts } from '../../shared/messages/compare-messages.ts';
import { describeReason } from '../../shared/messages/reasons/reasons.ts';
import { shortTime } from '../../shared/instant.ts';
import type { PictureBand } from '../../shared/watch/picture-bands.ts';
import type { Compared, Comparison } from './compare-items.ts';

/** What differs, as people read it. Widths of columns are shares of a hundred. */
export type ComparisonTable = {
  title: string;
  notes: string[];
  columns: { name: string; share: number }[];
  rows: string[][];
};

/** Differences of the words first, then those of the picture by its rows. */
export function comparisonTable(
  { text, picture }: Comparison,
  before: Compared,
  after: Compared,
  language: CaseLanguage,
): ComparisonTable {
  const t = (name: keyof typeof compareTexts, params: Readonly<Record<string, string | number>> = {}) =>
    say(compareTexts[name], language, params);
  const named = ({ record }: Compared) => `${record.item.slice(0, 13)} ${shortTime(record.startedAt)}`;
  const [from, to] = [before.record.url, after.record.url];
  const rowsOf = (rows: PictureBand['before']) =>
    rows ? t('rows', { from: rows.y + 1, to: rows.y + rows.height }) : '–';
  const bands = 'why' in picture ? [] : picture.bands;
  return {
    title: t('title'),
    notes: [
      t('sides', { before: named(before), after: named(after) }),
      ...(from === to ? [] : [t('otherAddress', { before: from, after: to })]),
      ...(text.length === 0 ? [t('noneInText')] : []),
      ...('why' in picture
        ? [t('notCompared', { why: describeReason(picture.why, language) })]
        : bands.length === 0
          ? [t('noneInPicture')]
          : []),
    ],
    columns: [
      { name: t('what'), share: 20 },
      { name: t('before'), share: 40 },
      { name: t('after'), share: 40 },
    ],
    rows: [
      ...text.map(({ kind, before: gone, after: come }) => [
        say(differenceKindTexts[kind], language),
        gone.join('\n') || '–',
        come.join('\n') || '–',
      ]),
      ...bands.map(({ kind, what, before: gone, after: come }) => [
        `${say(bandTexts[what], language)} (${say(differenceKindTexts[kind], language)})`,
        rowsOf(gone),
        rowsOf(come),
      ]),
    ],
  };
}
