import type { ElementReport, MappedLink } from '../claims/claims-report.ts';
import type { ClaimsMap } from '../claims/claims-map.ts';
import { bracketed, labelled, say, type CaseLanguage } from '../language.ts';
import { claimsTexts, lawLines, passageText, singleText } from '../messages/papers/claims-messages.ts';
import type { Day } from '../order/day.ts';
import type { Table } from './table.ts';

/** Elements as rows: what supports each, what stands against it, what is open. For those who work on the case. */
export function claimsTable(
  map: ClaimsMap | null,
  reports: readonly ElementReport[],
  application: Day | null,
  language: CaseLanguage,
): Table {
  const t = (name: keyof typeof claimsTexts, params = {}) => say(claimsTexts[name], language, params);
  const columns = (
    [
      ['element', 16],
      ['law', 20],
      ['fact', 18],
      ['support', 20],
      ['contrary', 14],
      ['open', 12],
    ] as const
  ).map(([name, share]) => ({ name: t(name), share }));
  if (map === null) return { title: t('title'), notes: [t('noTemplate')], columns, rows: [] };
  const { template, stated } = map;
  const lines = (links: readonly MappedLink[]) => links.map((link) => linkText(link, language)).join('\n') || t('none');
  return {
    title: labelled(t('title'), say(template.name, language), language),
    notes: [
      t('actOn', { day: stated.actOn ?? t('notStated') }),
      t('applicationOn', { day: application ?? t('notStated') }),
      ...template.unverified.map((what) => t('unverified', { what: say(what, language) })),
      t('counsel'),
    ],
    columns,
    rows: reports.map(({ element, fact, law, ownLaw, support, contrary, ...report }) => [
      say(element.name, language),
      ownLaw ?? (lawLines(law, language).join('\n') || t('noLaw')),
      fact ?? t('notStated'),
      lines(support),
      lines(contrary),
      openPoints({ ...report, fact }, language).join('\n') || t('none'),
    ]),
  };
}

/** What is lacking or stands alone, and what a person noted of it. */
function openPoints(
  { gap, single, fact, note }: Pick<ElementReport, 'gap' | 'single' | 'fact' | 'note'>,
  language: CaseLanguage,
): readonly string[] {
  return [
    ...(gap ? [say(claimsTexts.gap, language)] : []),
    ...(single ? [singleText(single, language)] : []),
    ...(fact === null ? [say(claimsTexts.noFact, language)] : []),
    ...(note === null ? [] : [note]),
  ];
}

/** One item with its number, the words quoted from it, and whether they are there. */
export function linkText(
  { number, title, excluded, passage, found, note }: MappedLink,
  language: CaseLanguage,
): string {
  const t = (name: keyof typeof claimsTexts, params = {}) => say(claimsTexts[name], language, params);
  return [
    `${number === null ? t('unlisted') : t('exhibit', { number })} ${title}`,
    ...(excluded === null ? [] : [t('excluded')]),
    ...(passage === null || found === null
      ? []
      : [bracketed(t('quoted', { passage }), passageText(found, language), language)]),
    ...(note === null ? [] : [note]),
  ].join(' · ');
}
