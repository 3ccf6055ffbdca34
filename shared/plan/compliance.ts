import {
  fill,
  listed,
  listedApart,
  say,
  sayToUser,
  bracketed,
  labelled,
  inEach,
  type CaseLanguage,
  type UserWords,
} from '../language.ts';
import { toUser } from '../text.ts';
import {
  channelStateTexts,
  complianceTexts,
  dayTexts,
  stopStateTexts,
  termSideTexts,
  type ComplianceText,
} from '../messages/papers/compliance-messages.ts';
import { deadlineName } from '../messages/order-messages.ts';
import { shortTime } from '../instant.ts';
import { frameText, gapText, notSeen, stateText } from '../messages/watch-messages.ts';
import { doubtsText, governingText, type Deadline } from '../order/deadlines.ts';
import { legalBasisText } from '../law/legal-basis.ts';
import type { NamedItem, ObligationReport, TermSide } from '../order/obligations.ts';
import type { Table } from './table.ts';

/** What stands for an item in a table: its exhibit number where it has one. */
export type NameItem = (item: string) => string;

/** A table for whoever works on the case: none of its cells goes onto a page of a filing. */
export type OwnTable = Omit<Table, 'rows'> & Readonly<{ rows: readonly (readonly UserWords[])[] }>;

/** The dates to keep: one row for each, with its rule, how far that was read, and what to check with counsel. */
export function deadlineTable(deadlines: readonly Deadline[], language: CaseLanguage): OwnTable {
  return {
    title: words(language)('clocks'),
    notes: [],
    columns: deadlineColumns('doubts', language),
    rows: deadlines.map((one) => [
      ...deadlineCells(one, true, language).map(toUser),
      sayToUser(doubtsText(one.doubts), language),
    ]),
  };
}

/**
 * The same in a filing: only by when the order was to be done. The periods of a side or of the court, how far rules were
 * read and advice to oneself are no part of it.
 */
export function filedDeadlines(all: readonly Deadline[], language: CaseLanguage): Table {
  const deadlines = all.filter(({ name }) => name === 'obligation' || name === 'standing');
  return {
    title: words(language)('clocks'),
    notes: [],
    columns: deadlineColumns('governing', language),
    rows: deadlines.map((one) => [...deadlineCells(one, false, language), say(governingText(one.doubts), language)]),
  };
}

const deadlineColumns = (last: 'doubts' | 'governing', language: CaseLanguage) =>
  columnsOf(words(language), [
    ['matter', 22],
    ['when', 20],
    ['countedFrom', 14],
    ['basis', 24],
    [last, 20],
  ]);

/** What a date is of, when, from what counted, and its rules; `marked`: with how far each was read. */
function deadlineCells(
  { name, of, when, from, basis, lawDay }: Deadline,
  marked: boolean,
  language: CaseLanguage,
): readonly string[] {
  const rules = basis.map((code) => say(legalBasisText(code, lawDay, marked), language));
  return [
    inEach(language, (one) => deadlineName(name, of, one)),
    whenText({ when }, language),
    from === null ? '–' : from.length > 10 ? shortTime(from) : from,
    listedApart([...new Set(rules)], language),
  ];
}

function whenText({ when }: Pick<Deadline, 'when'>, language: CaseLanguage): string {
  const t = words(language);
  switch (when.at) {
    case 'day':
      return bracketed(when.day, when.movedFrom !== null && t('moved', { from: when.movedFrom }), language);
    case 'moment':
      return shortTime(when.moment);
    case 'window':
      return when.lastWorkingDay === null
        ? t('windowOnly', { from: when.from, to: when.to })
        : t('window', { from: when.from, to: when.to, last: when.lastWorkingDay });
    case 'unknown': // in each language its own words of what is missing
      return inEach(language, (one) => fill(complianceTexts.notComputed[one], { missing: when.missing[one] }));
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
  const { overdueFrom, served, serviceOpen } = report;
  const t = words(language);
  const at = overdueFrom === null ? null : shortTime(overdueFrom);
  const due =
    at === null ? t('dueUnknown') : t(!served ? 'dueNotServed' : serviceOpen ? 'dueServiceOpen' : 'dueBy', { at });
  const page: ObligationPage = { due, nameItem, language };
  switch (report.kind) {
    case 'stop':
      return stopTable(report, page);
    case 'clarify':
      return clarifyTable(report, page);
    case 'homepage':
      return homepageTable(report, page);
  }
}

/** What every table of an obligation is made with. `due`: by when it was to be done, in words. */
type ObligationPage = Readonly<{ due: string; nameItem: NameItem; language: CaseLanguage }>;
type ReportOf<K extends ObligationReport['kind']> = Extract<ObligationReport, { kind: K }>;

/** Exhibits by their numbers, and how many checks are in the case beside them. */
function exhibitsText(items: readonly string[], { nameItem, language }: ObligationPage): string {
  const named = items.map(nameItem).filter((name) => name !== '');
  const others = items.length - named.length;
  const rest = others > 0 ? [words(language)('otherChecks', { count: others })] : [];
  return listed([...named, ...rest], language) || '–';
}

/** To stop or take down: each address, and whether it was still seen. */
function stopTable({ obligation, places }: ReportOf<'stop'>, page: ObligationPage): Table {
  const { language } = page;
  const t = words(language);
  return {
    title: t('stop', { text: obligation.text }),
    notes: [page.due],
    columns: columnsOf(t, [
      ['channel', 12],
      ['address', 22],
      ['state', 15],
      ['seenFrame', 24],
      ['gaps', 17],
      ['evidence', 10],
    ]),
    rows: places.map(({ channel, account, address, state, history }) => [
      bracketed(channel, account, language),
      address,
      say(stopStateTexts[state], language),
      frameText(history, language),
      listedApart(
        history.gaps.map((gap) => gapText(gap, language)),
        language,
      ) || '–',
      exhibitsText(
        history.entries.map(({ observation }) => observation.item),
        page,
      ),
    ]),
  };
}

/** To clarify where the message was sent: each channel, and what its control accounts saw. */
function clarifyTable(
  { obligation, channels }: ReportOf<'clarify'>,
  { due, nameItem, language }: ObligationPage,
): Table {
  const t = words(language);
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
    rows: channels.map((one) => [
      one.channel,
      sideText(one.originals, one.scopeOfOriginal, 'noOriginal', nameItem, language),
      sideText(one.clarifications, one.scopeOfClarification, 'noClarification', nameItem, language),
      one.accounts.map((account) => accountText(account, nameItem, language)).join('\n') || '–',
      channelResult(one, language),
    ]),
  };
}

/** What one control account saw of the clarification, and whether it had the message at all. */
function accountText(
  {
    account,
    original,
    lastLook,
    seen,
    timeUnknown,
    byAccount,
    received: own,
  }: ReportOf<'clarify'>['channels'][number]['accounts'][number],
  nameItem: NameItem,
  language: CaseLanguage,
): string {
  const t = words(language);
  const look = seen === null ? t('notLooked') : t(!seen ? 'sawNot' : byAccount ? 'saw' : 'statedSaw');
  const received =
    original === null ? t('noReceipt') : `${t(own ? 'receivedOriginal' : 'statedOriginal')} ${nameItem(original)}`;
  const when =
    lastLook === null
      ? look
      : timeUnknown
        ? bracketed(look, t('timeUnknown'), language)
        : `${look} ${shortTime(lastLook)}`;
  const said = bracketed(when, !byAccount && t('notByAccount'), language);
  return labelled(account, listedApart([said, received], language), language);
}

/** To publish on the homepage for some days: each day, and whether it was seen there. */
function homepageTable(report: ReportOf<'homepage'>, page: ObligationPage): Table {
  const { language } = page;
  const t = words(language);
  const byItem = new Map(report.captures.map((capture) => [capture.item, capture]));
  return {
    title: t('homepage', { text: report.obligation.text }),
    notes: [
      report.address,
      page.due,
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
    rows: report.days.map(({ day, seen, term, items }) => [
      day,
      listedApart(
        [
          say(dayTexts[seen], language),
          ...(seen === 'no' ? asideOf(term, language) : []),
          ...(seen === 'yes'
            ? []
            : new Set(items.map((item) => stateText(byItem.get(item)?.state ?? 'unreachable', language)))),
        ],
        language,
      ),
      items.length === 0
        ? '–'
        : measuredText(
            items.map((item) => byItem.get(item)?.onHomepage),
            language,
          ),
      seen === 'yes'
        ? measuredText(
            items.map((item) => byItem.get(item)?.withoutScrolling),
            language,
          )
        : '–',
      exhibitsText(items, page),
    ]),
  };
}

/** What the captures of one day measured; one of which nothing is known leaves the whole unknown. */
function measuredText(answers: readonly (boolean | null | undefined)[], language: CaseLanguage): string {
  const t = words(language);
  const known = answers.filter((answer) => answer !== null && answer !== undefined);
  if (known.length === 0) return t('notMeasured');
  if (known.length < answers.length) return t('partlyMeasured');
  return t(known.every(Boolean) ? 'yes' : known.some(Boolean) ? 'differs' : 'no');
}

/** What was seen on one channel: what control accounts saw, never what the other side did. */
export function channelResult(
  { state, notSeen: accounts }: Extract<ObligationReport, { kind: 'clarify' }>['channels'][number],
  language: CaseLanguage,
): string {
  const said = [
    ...(state === 'not-seen' && accounts ? [] : [say(channelStateTexts[state], language)]),
    ...(state === 'not-seen' && !accounts ? [say(complianceTexts.timeUnknown, language)] : []),
    ...(accounts ? [notSeen(accounts.accounts, accounts.asOf, language)] : []),
    ...(accounts ? asideOf(accounts.term, language) : []),
  ];
  return listedApart(said, language);
}

/** What stands beside something that was not seen while the term had not surely ended. */
function asideOf(term: TermSide, language: CaseLanguage): readonly string[] {
  const text = termSideTexts[term];
  return text ? [say(text, language)] : [];
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
    ...items.map(({ item, at, timeUnknown }) =>
      timeUnknown ? bracketed(nameItem(item), t('timeUnknown'), language) : `${nameItem(item)} ${shortTime(at)}`,
    ),
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
