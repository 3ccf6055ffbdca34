import { withoutBlanks } from '../../reading/printed-words.ts';
import type { Facts, StoredExhibit } from '../../reading/stored-facts.ts';
import { beijing, type Keys } from '../statement.ts';
import { toldRows } from './standing.ts';

/** What stands for an open cell: a dash in a filing, the mark of a gap where only those who work on the case read. */
const openMark = ({ language, manifest }: Facts): string =>
  manifest.edition === 'filing' ? '–' : language === 'zh' ? '【缺】' : '[missing]';
export const cellOf = (facts: Facts, text: string | null | undefined): string =>
  text == null || text.trim() === '' ? openMark(facts) : withoutBlanks(text);
export const word = ({ language }: Facts, zh: string, en: string): string => withoutBlanks(language === 'zh' ? zh : en);

/** An exhibit by its number, before something is said of it. */
export const named = (facts: Facts, number: string): string => word(facts, `证据${number}：`, `Exhibit${number}:`);

/**
 * `证据1第4–6页`, as the manifest has the pages; where words are looked for there, the page that has the first of them.
 * @param wanted words by item
 */
export function citedWith(
  facts: Facts,
  items: readonly string[],
  wanted: (item: string) => readonly string[] = () => [],
): string {
  const cited = facts.manifest.exhibits
    .filter(({ item }, at, all) => items.includes(item) && all.findIndex((one) => one.item === item) === at)
    .map(({ item, number, pages: [from, to] }) => {
      const [page] = wanted(item).flatMap((words) => pageSaying(facts, number, words) ?? []);
      if (page !== undefined) return citing(facts, number, `${page}`);
      return citing(facts, number, from === to ? `${from}` : `${from}–${to}`);
    });
  return cited.length === 0 ? openMark(facts) : cited.join('');
}

/** @param pages one, or a range with a dash */
export const citing = (facts: Facts, number: string, pages: string): string =>
  word(facts, `证据${number}第${pages}页`, `Exhibit ${number}, ${pages.includes('–') ? 'pp' : 'p'}. ${pages}`);

/** The first full page of an exhibit on which words are. */
export function pageSaying(facts: Facts, number: string, words: string): number | undefined {
  return facts.manifest.pages.find(
    (one) =>
      (one.kind === 'exhibit' || one.kind === 'key-and-whole') &&
      String(one.exhibit) === number &&
      facts.pageWords[one.page - 1]?.includes(withoutBlanks(words)) === true,
  )?.page;
}

const quoted = (text: string | null | undefined): readonly string[] =>
  [...(text ?? '').matchAll(/[“「『《]([^“”「」『』《》]{2,})[”」』》]/gu)].map(([, words = '']) => words);

const isExhibit = ({ exhibits }: Facts, wanted: string): boolean =>
  exhibits.some(({ record }) => record.item === wanted);

/** Events by the characters of their time. */
export const chronologyRows = (facts: Facts): Keys =>
  toldRows(
    facts,
    'chronology',
    ({ plan }) => plan.chronology,
    ({ when, what, items = [] }, of) => [when, what, items.filter((item) => isExhibit(of, item))],
  )
    .toSorted((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0))
    .map(({ when, what, items = [] }, at) =>
      [at, cellOf(facts, when), cellOf(facts, what), citedWith(facts, items, () => quoted(what))].join('|'),
    );

const fields = ['outlet', 'author', 'published', 'cites', 'reach', 'corrected'] as const;
const isCoverage = ({ record, stated }: StoredExhibit): boolean =>
  record.category === 'coverage' || stated?.media !== undefined;

/** Columns that somebody filled, in their order, with what stands in each for each publication. */
export function mediaRows(facts: Facts): Keys {
  const shown = toldRows(
    facts,
    'media',
    ({ exhibits }) => exhibits.filter(isCoverage),
    ({ record, stated }) => [record.item, stated?.title, stated?.media],
  );
  const isKept = (field: (typeof fields)[number]) =>
    facts.manifest.edition !== 'filing' || shown.some(({ stated }) => (stated?.media?.[field] ?? '').trim() !== '');
  const [outlet, ...others] = fields;
  const [author, published, ...last] = others;
  return shown.map(({ record, stated }) => {
    const of = (field: (typeof fields)[number]) => (isKept(field) ? [cellOf(facts, stated?.media?.[field])] : []);
    const title = facts.manifest.exhibits.find(({ item }) => item === record.item)?.title;
    return [
      ...of(outlet),
      cellOf(facts, title),
      ...[author, published].flatMap(of),
      record.kind === 'capture' ? withoutBlanks(record.url ?? '') : '–',
      ...last.flatMap(of),
      citedWith(facts, [record.item], () => [...quoted(stated?.media?.['cites']), ...quoted(title)]),
    ].join('|');
  });
}

const confirmed = (facts: Facts) =>
  toldRows(facts, 'spread', linksBetween, ({ source, citing, basis }) => [source, citing, basis]);

const linksBetween = ({ links, exhibits }: Facts) => {
  const at = (item: string) => exhibits.findIndex(({ record }) => record.item === item);
  return links
    .filter(({ decided, source, citing }) => decided === 'confirmed' && at(source) >= 0 && at(citing) >= 0)
    .sort((a, b) => at(a.source) - at(b.source) || at(a.citing) - at(b.citing));
};

export const spreadRows = (facts: Facts): Keys =>
  confirmed(facts).map(({ source, citing, basis }) =>
    [
      ...[source, citing].flatMap((item) => [
        cellOf(facts, titleOf(facts, item)),
        citedWith(facts, [item], () => (item === citing ? quoted(basis) : [])),
      ]),
      cellOf(facts, basis),
    ].join('|'),
  );
const titleOf = ({ manifest }: Facts, item: string) => manifest.exhibits.find((one) => one.item === item)?.title;

const published = ({ stated }: StoredExhibit): string | null => stated?.media?.['published']?.trim() || null;

/** Publications in order of their time, those without one last; each with its place in that order. */
export function drawnRows(facts: Facts): Keys {
  const linked = new Set(confirmed(facts).flatMap(({ source, citing }) => [source, citing]));
  const nodes = facts.exhibits.filter(({ record }) => linked.has(record.item));
  const moment = (one: StoredExhibit) => {
    const said = published(one);
    const found = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?/u.exec(said ?? '');
    return found ? Date.parse(`${found[1] ?? ''}T${found[2] ?? '00:00'}:00+08:00`) : Infinity;
  };
  const [open, close] = facts.language === 'zh' ? ['（', '）'] : ['(', ')'];
  return [...nodes]
    .sort((a, b) => (moment(a) === moment(b) ? nodes.indexOf(a) - nodes.indexOf(b) : moment(a) - moment(b)))
    .map((one, at) => {
      const time = published(one) ?? `${open}${beijing(one.record.startedAt).slice(0, 15)}${close}`;
      return withoutBlanks(
        `${at}|${time}${word(facts, '证据', 'Exhibit')}${one.number}${titleOf(facts, one.record.item) ?? ''}`,
      );
    });
}
/** Numbers of those without a time of publication. */
export const undatedOf = (facts: Facts): Keys => {
  const linked = new Set(confirmed(facts).flatMap(({ source, citing }) => [source, citing]));
  return facts.exhibits
    .filter((one) => linked.has(one.record.item) && published(one) === null)
    .map(({ number }) => number);
};
