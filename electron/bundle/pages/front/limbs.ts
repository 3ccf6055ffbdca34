import {
  bracketed,
  labelled,
  languagesOf,
  listed,
  listedApart,
  say,
  type Language,
  type Text,
} from '../../../../shared/language.ts';
import { dayTexts, stopStateTexts, termSideTexts } from '../../../../shared/messages/papers/compliance-messages.ts';
import { addDays } from '../../../../shared/order/day.ts';
import type { HomepageDay, ObligationReport } from '../../../../shared/order/obligations.ts';
import { channelResult } from '../../../../shared/plan/compliance.ts';
import { itemsOfReport } from '../../../../shared/plan/compliance-exhibits.ts';
import { printAreaOf } from '../../layout.ts';
import type { ComplianceFacts } from '../../model.ts';
import { linkInk, softInk } from '../../pdf/canvas.ts';
import type { Page } from '../../sheet.ts';
import type { Cell } from '../blocks/cell-form.ts';
import { gap, gutter, lateCell, paragraph, cell } from '../blocks/flow.ts';
import { openCell, tablePages } from '../blocks/table.ts';
import { withWords, type ModelWith } from '../page-kind.ts';
import type { BundleModel } from '../../model.ts';
import { wordsLookedFor } from '../../quoted-words.ts';
import { narrowPinpoint } from '../statements/pinpoint.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/** What only this page says. */
const words = {
  limbsTitle: { 'zh-CN': '裁定、所见、证据', en: 'Ordered, seen, exhibits' },
  limbsNote: {
    'zh-CN': '“未见”仅指所列检查未见，不等于未作出；是否履行由法院认定。逐次检查见其后各表。',
    en: '“Not seen” means not seen in the checks listed, not that it was not done; compliance is for the court to determine. Each check is in the tables that follow.',
  },
  limbOrdered: { 'zh-CN': '裁定', en: 'Ordered' },
  limbSeen: { 'zh-CN': '所见', en: 'Seen' },
} as const satisfies Record<string, Text>;

type Own = ModelWith<typeof words>;

const size = 8.6;

/** Page one of a report: each limb of the order in one line, with what was seen and the exhibits that show it. */
export function limbPages(bundle: BundleModel, { order, reports }: ComplianceFacts): readonly Page[] {
  const model = withWords(bundle, words);
  const { t, fonts, layout } = model;
  const { width } = printAreaOf(layout.portrait);
  const shares = Object.values(columns).reduce((sum, share) => sum + share, 0);
  const seenWidth = (columns.seen / shares) * width - gutter;
  const ruling = model.exhibits.find(({ record }) => record.item === order.item);
  return tablePages(
    {
      title: t('limbsTitle'),
      size: layout.portrait,
      intro: [gap(3), ...paragraph(t('limbsNote'), width, { size: 8.2, colour: softInk }, fonts)],
      columns: [
        { name: t('limbOrdered'), width: columns.ordered },
        { name: t('limbSeen'), width: columns.seen },
        { name: t('numberAndPages'), width: columns.exhibits },
      ],
      rows: reports.map((report) => ({
        cells: [
          report.obligation.text,
          seenCell(report, seenWidth, model),
          exhibitsOf(report, ruling?.record.item ?? null, (columns.exhibits / shares) * width - gutter, model),
        ],
      })),
      textSize: size,
      pad: 5,
    },
    model,
  );
}

const columns = { ordered: 150, seen: 205, exhibits: 150 } as const;

/** What was seen, in each language by itself: a sentence in two languages at once is read by nobody. */
function seenCell(report: ObligationReport, width: number, { language, fonts }: Own): Cell {
  const each = languagesOf(language).map((one) =>
    seenOf(report, one).flatMap((text) => cell(text, width, { size }, fonts).lines),
  );
  const [first = [], second] = each;
  const shown = each.map((lines) => lines.join(' '));
  return {
    ...cell(openCell, width, { size }, fonts),
    ...(first.length > 0 && { shown: shown[0] ?? '', lines: [...first, ...(second ?? [])] }),
    ...(second && { second: { from: first.length, shown: shown[1] ?? '' } }),
  };
}

function seenOf(report: ObligationReport, language: Language): readonly string[] {
  switch (report.kind) {
    case 'stop':
      return report.places.map(({ channel, account, state }) =>
        labelled(bracketed(channel, account, language), say(stopStateTexts[state], language), language),
      );
    case 'clarify':
      return report.channels.map((one) => labelled(one.channel, channelResult(one, language), language));
    case 'homepage':
      return [...Map.groupBy(report.days, (day) => dayText(day, language))].map(([text, days]) =>
        labelled(text, listed(stretchesOf(days.map(({ day }) => day)), language), language),
      );
  }
}

/** What a day showed; beside what was not seen, where it lies to the term. */
function dayText({ seen, term }: HomepageDay, language: Language): string {
  const side = seen === 'no' ? termSideTexts[term] : null;
  return listedApart([say(dayTexts[seen], language), ...(side ? [say(side, language)] : [])], language);
}

/** Days one after the other as `from–to`. */
function stretchesOf(days: readonly string[]): readonly string[] {
  const stretches: [string, string][] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    if (last && addDays(last[1], 1) === day) last[1] = day;
    else stretches.push([day, day]);
  }
  return stretches.map(([from, to]) => (from === to ? from : `${from}–${to}`));
}

/** The ruling at the words of this limb, then what its findings rest on, each at the words that were looked for. */
function exhibitsOf(report: ObligationReport, ruling: string | null, width: number, model: Own): Cell {
  const { exhibits, fonts } = model;
  const items = new Set([ruling, ...itemsOfReport(report)]);
  const wanted = wordsLookedFor(report);
  const found = exhibits.filter(({ record }) => items.has(record.item));
  const style = { size: leastLetters, colour: linkInk };
  if (found.length === 0) return cell(openCell, width, style, fonts);
  return lateCell(
    found.flatMap((exhibit) =>
      narrowPinpoint(exhibit, exhibit.record.item === ruling ? [report.obligation.text] : wanted, width, style, model),
    ),
    style,
  );
}
