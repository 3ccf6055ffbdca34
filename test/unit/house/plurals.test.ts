import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { fill } from '../../../shared/language.ts';
import { nodesOf, sourceFiles, sourceText } from '../../fixtures/oracles/source-tree.ts';
import { writtenTexts } from '../../fixtures/oracles/written-texts.ts';

const code = sourceFiles('shared', 'electron', 'renderer').filter((file) => /[\u3400-\u9fff]/.test(sourceText(file)));
const english = code.flatMap((file) => writtenTexts(file)).filter(({ language }) => language === 'en');

/** Places of a text that are counts. */
const counts =
  'count|of|beyond|open|items|known|withheld|files|entries|earlier|size|runs|frames|cookies|clicks|keys|scrolls|navigations|' +
  'shown|kept|remote|addresses|octets|minutes|rows|tiles|overlap|searched|unsearched|accounts|volumes|copied|pages|exhibits|others|channels|depth|hours';
/** Things that texts count, as one and as several. */
const things =
  'item|page|file|entry:entries|exhibit|picture|image|row|tile|address:addresses|place|response|request|script|object|frame|screenshot|' +
  'cookie|click|keystroke|scroll|navigation|suggestion|archive|problem|day|hour|minute|volume|attachment|signature|flag|point|difference|' +
  'part|area|banner|check|channel|account|duplicate|document|copy:copies|level|time stamp|action|option';
const pairs = things.split('|').map((thing) => {
  const [one = '', many = `${one}s`] = thing.split(':');
  return { one, many };
});

/** With every count of a text at this value: numbers and things that do not go with each other. */
function misfits(text: string, count: number): string[] {
  const values = [...text.matchAll(new RegExp(`\\{(${counts})[|}]`, 'g'))].map(
    ([, name = '']) => [name, count] as const,
  );
  const filled = fill(text, Object.fromEntries(values));
  const wrong = pairs.map(({ one, many }) => (count === 1 ? many : one)).join('|');
  const after = count === 1 ? '' : '(?! (?:stamp|limit|zone|entry|image|account|accounts|entries|images|source))';
  const pattern = new RegExp(
    `(?<![\\w.–×:-])${count} (?:(?:new|more|other|sealed|open|inner scrolling) )?(?:${wrong})\\b${after}`,
    'g',
  );
  return [...filled.matchAll(pattern)].map(([all]) => all);
}

describe('a plural is real', () => {
  test('in every English template, with nothing, one and two of each thing', () => {
    expect(english.length).toBeGreaterThan(1200);
    const found = english.flatMap(({ at, text }) =>
      [0, 1, 2].flatMap((count) => misfits(text, count).map((words) => `${at} ${count}: “${words}” in ${text}`)),
    );
    expect(found).toEqual([]);
  });

  test('a missing one is found, a right one is not', () => {
    expect(misfits('{count} items were stored', 1)).toEqual(['1 items']);
    expect(misfits('{count} of {of} requests failed', 1)).toEqual(['1 requests']);
    expect(misfits('{count} item', 2)).toEqual(['2 item']);
    expect(misfits('{path} matches; {count} open requests', 1)).toEqual(['1 open requests']);
    expect(misfits('{count} {count|item was|items were} stored', 1)).toEqual([]);
    expect(misfits('{count} {count|item was|items were} stored', 0)).toEqual([]);
  });

  test('where the command writes a number before a thing, it counts by the helper', () => {
    const found = code
      .filter((file) => file.startsWith('electron/cli/'))
      .flatMap((file) =>
        nodesOf(file).flatMap(({ node, line }) => {
          if (!ts.isTemplateSpan(node)) return [];
          const [, noun = ''] = /^ (?:[a-z-]+ )?([a-z]+s)\b/.exec(node.literal.text) ?? [];
          const isCount = /^[\w.]*(?:count|length|items|files|pages|exhibits|entries|rows|stamps|size)$/.test(
            node.expression.getText(),
          );
          return isCount && pairs.some(({ many }) => many === noun)
            ? [`${file}:${line} ${node.literal.text.trim()}`]
            : [];
        }),
      );
    expect(found).toEqual([]);
  });
});
