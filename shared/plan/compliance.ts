import { say, languagesOf, type CaseLanguage, type Text } from '../language.ts';
import {
  channelStateTexts,
  complianceTexts,
  dayTexts,
  placeStateTexts,
  type ComplianceText,
} from '../messages/compliance-messages.ts';
import { deadlineName } from '../messages/order-messages.ts';
import { frameText, gapText, momentText, notSeen, stateText } from '../messages/watch-messages.ts';
import { doubtsText, type Deadline } from '../order/deadlines.ts';
import { basisText } from '../order/legal-basis.ts';
import type { NamedItem, ObligationReport } from '../order/obligations.ts';
import type { Table } from './table.ts';

/** What stands for an item in a table: its exhibit number where it has one. */
export type NameItem = (item: string) => string;

/** The dates to keep: one row for each, with its rule and what to check. */
export function deadlineTable(deadlines: readonly Deadline[], language: CaseLanguage): Table {
  const t = words(language);
  const both = (text: Text) => say(text, language);
  return {
    title: t('clocks'),
    notes: [],
    columns: columnsOf(t, [
      ['matter', 22],
      ['when', 20],
      ['countedFrom', 14],
      ['basis', 24],
      ['doubts', 20],
    ]),
    rows: deadlines.map(({ name, of, when, from, basis, doubts }) => [
      languagesOf(language)
        .map((one) => deadlineName(name, of, one))
        .join(' / '),
      whenText({ when }, language),
      from === null ? '–' : from.length > 10 ? momentText(from) : from,
      basis.map((code) => both(basisText(code))).join('; '),
      both(doubtsText(doubts)),
    ]),
  };
}

function whenText({ when }: Pick<Deadline, 'when'>, language: CaseLanguage): string {
  const t = words(language);
  switch (when.at) {
    case 'day':
      return when.movedFrom === null ? when.day : `${when.day} (${t('moved', { from: when.movedFrom })})`;
    case 'moment':
      return momentText(when.moment);
    case 'window':
      return t('window', { from: when.from, to: when.to, last: when.lastWorkingDay });
    case 'unknown':
      return t('notComputed', { missing: say(when.missing, language) });
  }
}

/** One table for each obligation: what its places, channels or days showed. */
export function obligationTables(
  reports: readonly ObligationReport[],
  nameItem: NameItem,
  language: CaseLanguage,
): readonly Table[] {
  return reports.map((report) => obligationTable(report, nameItem, language));
}

function obligationTable(report: ObligationReport, nameItem: NameItem, language: CaseLanguage): Table {
  const t = words(language);
  const { obligation, overdueFrom } = report;
  const due = overdueFrom === null ? t('dueUnknown') : t('dueBy', { at: momentText(overdueFrom) });
  const exhibits = (items: readonly string[]) => {
    const named = items.map(nameItem).filter((name) => name !== '');
    const others = items.length - named.length;
    return [...named, ...(others > 0 ? [t('otherChecks', { count: others })] : [])].join(', ') || '–';
  };
  switch (report.kind) {
    case 'stop':
      return {
        title: t('stop', { text: obligation.text }),
        notes: [due],
        columns: columnsOf(t, [
          ['channel', 12],
          ['address', 22],
          ['state', 15],
          ['seenFrame', 24],
          ['gaps', 17],
          ['evidence', 10],
        ]),
        rows: report.places.map(({ channel, account, address, state, history }) => [
          account === null ? channel : `${channel} (${account})`,
          address,
          say(placeStateTexts[state], language),
          frameText(history, language),
          history.gaps.map((gap) => gapText(gap, language)).join('; ') || '–',
          exhibits(history.entries.map(({ observation }) => observation.item)),
        ]),
      };
    case 'clarify':
      return {
        title: t('clarify', { text: obligation.text }),
        notes: [due],
        columns: columnsOf(t, [
          ['channel', 12],
          ['original', 20],
          ['clarification', 20],
          ['accounts', 24],
          ['result', 24],
        ]),
        rows: report.channels.map((one) => [
          one.channel,
          sideText(one.originals, one.scopeOfOriginal, 'noOriginal', nameItem, language),
          sideText(one.clarifications, one.scopeOfClarification, 'noClarification', nameItem, language),
          one.accounts
            .map(({ account, original, lastLook, seen }) => {
              const look = seen === null ? t('notLooked') : t(seen ? 'saw' : 'sawNot');
              const received = original === null ? t('noReceipt') : `${t('receivedOriginal')} ${nameItem(original)}`;
              return `${account}: ${look}${lastLook === null ? '' : ` ${momentText(lastLook)}`}; ${received}`;
            })
            .join('\n') || '–',
          channelResult(one, language),
        ]),
      };
    case 'homepage': {
      const byItem = new Map(report.captures.map((capture) => [capture.item, capture]));
      const told = (answers: readonly (boolean | null | undefined)[]) => {
        const known = answers.filter((answer) => answer !== null && answer !== undefined);
        return known.length === 0 ? t('notMeasured') : t(known.every(Boolean) ? 'yes' : 'no');
      };
      return {
        title: t('homepage', { text: obligation.text }),
        notes: [
          report.address,
          due,
          frameText(report.history, language),
          ...report.history.gaps.map((gap) => gapText(gap, language)),
        ],
        columns: columnsOf(t, [
          ['day', 16],
          ['state', 24],
          ['onHomepage', 18],
          ['withoutScrolling', 20],
          ['evidence', 22],
        ]),
        rows: report.days.map(({ day, seen, items }) => [
          day,
          [
            say(dayTexts[seen], language),
            ...(seen === 'yes'
              ? []
              : new Set(items.map((item) => stateText(byItem.get(item)?.state ?? 'unreachable', language)))),
          ].join('; '),
          items.length === 0 ? '–' : told(items.map((item) => byItem.get(item)?.onHomepage)),
          seen === 'yes' ? told(items.map((item) => byItem.get(item)?.withoutScrolling)) : '–',
          exhibits(items),
        ]),
      };
    }
  }
}

/** What was seen on one channel: what control accounts saw, never what the other side did. */
export function channelResult(
  { state, notSeen: accounts }: Extract<ObligationReport, { kind: 'clarify' }>['channels'][number],
  language: CaseLanguage,
): string {
  return [
    ...(state === 'not-seen' ? [] : [say(channelStateTexts[state], language)]),
    ...(accounts ? [notSeen(accounts.accounts, accounts.asOf, language)] : []),
  ].join('; ');
}

function sideText(
  items: readonly NamedItem[],
  scope: string | null,
  none: ComplianceText,
  nameItem: NameItem,
  language: CaseLanguage,
): string {
  const t = words(language);
  if (items.length === 0) return t(none);
  return [
    ...items.map(({ item, at }) => `${nameItem(item)} ${momentText(at)}`),
    scope === null ? t('scopeUnknown') : t('scope', { scope }),
  ].join('\n');
}

function words(language: CaseLanguage) {
  return (name: ComplianceText, params: Readonly<Record<string, string | number>> = {}) =>
    say(complianceTexts[name], language, params);
}

function columnsOf(
  t: ReturnType<typeof words>,
  columns: readonly (readonly [ComplianceText, number])[],
): Table['columns'] {
  return columns.map(([name, share]) => ({ name: t(name), share }));
}
