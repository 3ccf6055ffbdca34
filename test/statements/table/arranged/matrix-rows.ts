import { withoutBlanks } from '../../reading/printed-words.ts';
import type { Facts } from '../../reading/stored-facts.ts';
import type { StoredClaims } from '../../reading/stored-record.ts';
import type { Keys } from '../statement.ts';
import { toldRows } from './standing.ts';
import { cellOf, citedWith, citing, pageSaying, word } from './tables.ts';

/** Elements of a conduct preservation that the program knows without a template: names and rules, read in 法释〔2018〕21号. */
const known: Readonly<Record<string, readonly [zh: string, en: string, law: readonly [string, string], from: string]>> =
  {
    harm: [
      '难以弥补的损害',
      'Irreparable harm',
      ['法释〔2018〕21号第七条第二项、第十条', 'Fa Shi [2018] No. 21 arts. 7(2), 10'],
      '2019-01-01',
    ],
  };

export type MatrixRow = Readonly<{
  name: string;
  law: string | null;
  fact: string | null;
  items: readonly string[];
  id: string;
}>;

/** Rows of the matrix: what is stated of each element, the exhibits that go to it, and the words quoted from them. */
export function matrixRows(facts: Facts): Keys {
  const rows = toldRows(facts, 'matrix', statedElements, (row, of) => [
    row,
    row.items.map((item) => passagesOf(of, row.id, item)),
  ]);
  const quoting = rows.some((row) => quotesOf(facts, row.id).length > 0);
  return rows.map((row) => {
    const quotes = quotesOf(facts, row.id);
    const own = facts.plan.elements.find(({ id }) => id === row.id);
    const none = word(facts, '无', 'none');
    return [
      cellOf(facts, row.name),
      cellOf(facts, row.law),
      cellOf(facts, row.fact),
      citedWith(facts, row.items, (item) => passagesOf(facts, row.id, item)),
      ...(quoting ? [quotes.length === 0 ? '–' : quotes.join('')] : []),
      ...(facts.manifest.edition === 'filing'
        ? []
        : [withoutBlanks(own?.contrary ?? none), withoutBlanks(own?.gap ?? none)]),
    ].join('|');
  });
}

/** What is to be shown, in the order of the matrix. */
export const statedElements = (facts: Facts): readonly MatrixRow[] => [...mappedRows(facts), ...plannedRows(facts)];

const inOrder = (facts: Facts, wanted: (item: string) => boolean) =>
  facts.exhibits.map(({ record }) => record.item).filter(wanted);
const apart = ({ language }: Facts, parts: readonly string[]) => parts.join(language === 'zh' ? '；' : '; ');

function linksTo({ claims }: Facts, element: string): StoredClaims['stated']['links'] {
  return (claims?.stated.links ?? []).filter((link) => link.element === element && link.side === 'support');
}

/** Elements of the template to which a filed exhibit goes. */
function mappedRows(facts: Facts): readonly MatrixRow[] {
  if (facts.claims === null) return [];
  const { template, stated } = facts.claims;
  const day = { act: stated.actOn, application: facts.submitted };
  return template.elements.flatMap(({ id, name, law }): MatrixRow[] => {
    const said = stated.statements.find((one) => one.element === id);
    const items = inOrder(facts, (item) => linksTo(facts, id).some((link) => link.item === item));
    if (items.length === 0) return [];
    const inForce = law.filter(({ by, from, until }) => {
      const on = day[by];
      return on !== null && (from === null || from <= on) && (until === null || on <= until);
    });
    const language = facts.language === 'zh' ? 'zh-CN' : 'en';
    const rules = apart(
      facts,
      inForce.map(({ rule }) => rule[language]),
    );
    return [{ id, name: name[language], law: said?.law ?? rules, fact: said?.fact ?? null, items }];
  });
}

/** Elements of the plan; where there is a map, those that it does not have, and that an exhibit names. */
function plannedRows(facts: Facts): readonly MatrixRow[] {
  const mapped = new Set((facts.claims?.template.elements ?? []).map(({ id }) => id));
  const named = facts.exhibits.flatMap(({ stated }) => stated?.elements ?? []);
  const written = facts.plan.elements;
  const all: readonly (typeof written)[number][] =
    written.length > 0 ? written : [...new Set(named)].map((id) => ({ id }));
  return all.flatMap(({ id, name, law, fact }): MatrixRow[] => {
    const items = inOrder(facts, (item) =>
      facts.exhibits.some(({ record, stated }) => record.item === item && stated?.elements?.includes(id) === true),
    );
    if (mapped.has(id) || (facts.claims !== null && facts.manifest.edition === 'filing' && items.length === 0))
      return [];
    const own = known[id];
    const isInForce = own !== undefined && (facts.submitted === null || own[3] <= facts.submitted);
    const rule = isInForce ? own[2][facts.language === 'zh' ? 0 : 1] : null;
    return [
      { id, items, fact: fact ?? null, name: name ?? own?.[facts.language === 'zh' ? 0 : 1] ?? id, law: law ?? rule },
    ];
  });
}

export const passagesOf = (facts: Facts, element: string, wanted: string): readonly string[] =>
  linksTo(facts, element).flatMap(({ item, passage }) => (item === wanted && passage !== null ? [passage] : []));

/** Each passage with the page that shows it. */
const quotesOf = (facts: Facts, element: string): readonly string[] =>
  facts.exhibits.flatMap(({ number, record }) =>
    passagesOf(facts, element, record.item).map((passage) => {
      const cited = citing(facts, number, `${pageSaying(facts, number, passage)}`);
      return `${cited}${word(facts, '：', ':')}“${withoutBlanks(passage)}”`;
    }),
  );
