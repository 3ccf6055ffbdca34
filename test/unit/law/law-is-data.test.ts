import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import type { Provision } from '../../../shared/law/provision.ts';
import { claimTemplateSchema } from '../../../shared/claims/template.ts';
import { nodesOf, root, sourceFiles, sourceText } from '../../fixtures/oracles/source-tree.ts';

/** What looks like a rule of law: an article, a number of an interpretation, a title of a law, a foreign rule. */
const lawLike =
  /第[一二三四五六七八九十百零〇\d、]+条|法释|《[^》]*(?:法|法律|解释|规定|规则)》|民诉法|民事诉讼法|反不正当竞争法|证据规定|诉讼规则|个人信息保护法|数据安全法|电子签名法|\barts?\. ?\d|Fa Shi|\bFRE\b|Fed\. ?R\.|\bU\.? ?S\.? ?C\b|\bCPR\b|Practice Direction|Civil Procedure|Competition Law|Litigation Rules|eIDAS|SF\/T|GB\/T|GA\/T/;

/** Texts that name a standard and no law, each with why. */
const notLaw: Readonly<Record<string, string>> = {
  'electron/capture/environment/environment.ts': 'says of a technical standard that no conformity with it is claimed',
};

/** Every piece of text of a source file in which something of the kind stands; comments are no texts. */
function textsOf(file: string, like = lawLike): readonly string[] {
  if (!like.test(sourceText(file))) return []; // few files need to be parsed
  return nodesOf(file).flatMap(({ node }) =>
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
      ? [node.text]
      : [],
  );
}

test('no text of the program names a rule of law but those of the provisions', () => {
  const files = sourceFiles('shared', 'electron', 'renderer').filter((file) => !file.startsWith('shared/law/'));
  expect(files.length).toBeGreaterThan(500);
  const found = files
    .filter((file) => !(file in notLaw))
    .flatMap((file) => textsOf(file).flatMap((text) => (lawLike.test(text) ? [`${file}: ${text}`] : [])));
  expect(found).toEqual([]);
  for (const file of Object.keys(notLaw))
    expect(
      textsOf(file).some((text) => lawLike.test(text)),
      file,
    ).toBe(true);
});

/** A day or a year of the calendar: what is so from one of them on is law, or is one of those below. */
const dayLike =
  /(?<![\d.-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?(?![\d-])|(?:19|20)\d\d ?年|\b(?:before|since|until|from|after) (?:\w+ )?(?:19|20)\d\d\b/;
/** How a day is written in a field. */
const howToWrite = /(?:如|such as|form|写成|写为|Write|或|or) (?:19|20)\d\d-\d\d-\d\d/g;
const noLawDay: Readonly<Record<string, string>> = {
  'shared/order/day.ts': 'the clocks of Beijing: no summer time since then',
  'shared/order/holidays.ts': 'days off, each year with its notice',
  'electron/workbench/demo/': 'a story and its days',
  'electron/cli/': 'examples of what may be typed',
  'renderer/features/': 'examples of what may be typed',
};

test('no text of the program names a day or a year from which something is so: law has its days with it', () => {
  const files = sourceFiles('shared', 'electron', 'renderer').filter((file) => !file.startsWith('shared/law/'));
  const found = files.flatMap((file) =>
    textsOf(file, dayLike)
      .filter((text) => dayLike.test(text.replaceAll(howToWrite, '')))
      .map((text) => `${file}: ${text}`),
  );
  const allowed = (line: string) => Object.keys(noLawDay).some((where) => line.startsWith(where));
  expect(found.filter((line) => !allowed(line))).toEqual([]);
  for (const where of Object.keys(noLawDay))
    expect(
      found.some((line) => line.startsWith(where)),
      where,
    ).toBe(true);
});

const json = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** Where in a file of data a rule is named: `elements.3.law.0.rule.en`. */
function namedIn(value: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return lawLike.test(value) ? [at] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => namedIn(one, [...at, key]));
}

test('a template names law in its provisions, and a profile in what it was made from: neither in what is printed besides', () => {
  // What was not verified, and where a file is from, is told to whoever works with it; no paper prints it.
  const told = new Set(['unverified', 'sources']);
  const data = [
    ...globSync('resources/claims/*.json', { cwd: root }),
    ...globSync('resources/profiles/*.json', { cwd: root }),
  ];
  expect(data.length).toBeGreaterThan(10);
  for (const file of data) {
    const elsewhere = namedIn(json(file)).filter((at) => !told.has(at[0] ?? '') && at[2] !== 'law');
    expect(elsewhere, file).toEqual([]);
  }
});

/** What each file of law exports: a new one is looked at without being named here. */
const lawFiles = await Promise.all(
  sourceFiles('shared/law').map(async (file) => ({
    file,
    exported: (await import(pathToFileURL(join(root, file)).href)) as Readonly<Record<string, unknown>>,
  })),
);

/** Every provision that the program or one of its templates can cite, with where it stands. */
function everyProvision(): readonly Readonly<{ from: string; provision: Provision }>[] {
  const isProvision = (value: object): value is Provision => 'rule' in value && 'daysRead' in value;
  const within = (from: string, value: unknown): readonly Readonly<{ from: string; provision: Provision }>[] => {
    if (typeof value !== 'object' || value === null) return [];
    return isProvision(value) ? [{ from, provision: value }] : Object.values(value).flatMap((one) => within(from, one));
  };
  return [
    ...lawFiles.flatMap(({ file, exported }) => within(file, exported)),
    ...globSync('resources/claims/*.json', { cwd: root }).flatMap((file) =>
      claimTemplateSchema.parse(json(file)).elements.flatMap(({ law }) => within(file, law)),
    ),
  ];
}

test('a provision has the same days, the same reading and the same words wherever it stands', () => {
  const all = everyProvision();
  expect(all.length).toBeGreaterThan(150);
  for (const [rule, same] of Map.groupBy(all, ({ provision }) => provision.rule['zh-CN'])) {
    const facts = same.map(
      ({
        provision: {
          rule: { en },
          read,
          from,
          until,
          daysRead,
          quote,
        },
      }) => JSON.stringify({ en, read, from, until, daysRead, quote }),
    );
    expect([...new Set(facts)], `${rule}: ${same.map(({ from }) => from).join(', ')}`).toHaveLength(1);
  }
});

test('what was read says what it was compared with, and what was not read quotes nothing', () => {
  for (const { from, provision } of everyProvision()) {
    const { rule, read, quote, checked } = provision;
    const named = `${rule['zh-CN']} (${from})`;
    if (read === 'not verified' && checked === undefined) expect(quote, named).toBeUndefined();
    if (provision.from !== null && read !== 'not verified') expect(checked, named).toBeDefined();
  }
});
