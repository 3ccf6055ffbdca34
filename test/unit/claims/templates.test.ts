import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knownTemplates, readTemplate, templateNamed } from '../../../electron/workbench/claims/templates.ts';
import { lawAt } from '../../../shared/claims/law-at.ts';
import type { ClaimTemplate, ClaimProvision } from '../../../shared/claims/template.ts';
import type { Text } from '../../../shared/language.ts';
import { knownElement } from '../../../shared/plan/proof-elements.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const resources = resolve(import.meta.dirname, '../../../resources');
const services = { resourcePath: (...names: readonly string[]) => join(resources, ...names) };
const templates = knownTemplates(services);
const elementOf = (template: string, id: string) =>
  templateNamed(template, services).elements.find((one) => one.id === id)!;
/** Of the provisions on conduct preservation alone. */
const rulesOf = (law: readonly Text[]) => law.map(({ en }) => en).filter((rule) => rule.startsWith('Fa Shi'));
const rules = (provisions: readonly ClaimProvision[]) => provisions.map(({ rule }) => rule.en);

describe('claim templates', () => {
  test('four come with the program, each under its own id', () => {
    const files = readdirSync(join(resources, 'claims')).map((name) => name.slice(0, -5));
    expect(templates.map(({ id }) => id)).toEqual(files.sort());
    expect(files).toEqual([
      'plain',
      'prc-commercial-disparagement',
      'prc-conduct-preservation',
      'prc-unfair-competition',
    ]);
  });

  test('every text is Chinese in the one language and has no Chinese character in the other', () => {
    for (const template of templates)
      for (const text of textsOf(template)) {
        expect(text['zh-CN']).toMatch(/[\u3400-\u9fff]/);
        expect(text.en).not.toMatch(/[\u3400-\u9fff]/);
      }
  });

  test('conduct preservation has every element that the program knew before', () => {
    const { elements } = templateNamed('prc-conduct-preservation', services);
    expect(elements).toHaveLength(12);
    for (const { id, name } of elements) expect(knownElement(id, null)?.name).toEqual(name);
  });

  test('what the program cites for an element on a day is in the template for an application of that day', () => {
    for (const { id, law } of templateNamed('prc-conduct-preservation', services).elements)
      for (const day of ['2016-05-06', '2018-12-31', '2019-01-01', '2021-12-31', '2022-01-01', '2024-01-01']) {
        const inForce = law.filter(
          ({ from, until }) => (from === null || from <= day) && (until === null || day <= until),
        );
        for (const rule of knownElement(id, day)?.law ?? [])
          expect(
            inForce.map((one) => one.rule),
            `${id} ${day}`,
          ).toContainEqual(rule);
      }
    expect(knownElement('toString', null)).toBeNull();
  });

  test.for<readonly [string, readonly string[]]>([
    ['parties', ['art. 4(1)']],
    ['measures', ['art. 4(2)']],
    ['basis', ['art. 7(1)']],
    ['fault', []],
    ['harm', ['arts. 7(2), 10']],
    ['balance', ['art. 7(3)']],
    ['public', ['art. 7(4)']],
    ['urgency', ['art. 6']],
    ['security', ['arts. 4(4), 11']],
    ['jurisdiction', ['art. 3']],
    ['mitigation', ['art. 7(5) (other factors to be weighed)']],
  ])('%s is asked for by these provisions on conduct preservation: %o', ([id, articles]) => {
    const cited = rulesOf(knownElement(id, '2020-05-06')?.law ?? []);
    expect(cited).toEqual(articles.map((article) => `Fa Shi [2018] No. 21 ${article}`));
  });

  test('what was not read in its own text says so, and the template says so as a whole', () => {
    for (const { elements, unverified } of templates) {
      const doubtful = elements
        .flatMap(({ law }) => law)
        .some(({ read, daysRead }) => read !== 'text' || daysRead !== 'text');
      if (doubtful) expect(unverified.length).toBeGreaterThan(0);
    }
  });

  test('a template of one’s own works the same way, with or without a byte order mark', () => {
    const file = join(freshFolder(), 'own.json');
    writeFileSync(file, `\ufeff${JSON.stringify({ ...templateNamed('plain', services), id: 'own' })}`);
    expect(readTemplate(file).id).toBe('own');
  });

  test.each([
    ['a field that the form does not know', (one: object) => ({ ...one, strength: 'strong' })],
    ['a text in one language only', (one: object) => ({ ...one, name: { 'zh-CN': '名' } })],
    ['an element twice', (one: ClaimTemplate) => ({ ...one, elements: [...one.elements, ...one.elements] })],
    ['no element', (one: object) => ({ ...one, elements: [] })],
    ['a day that is none', (one: ClaimTemplate) => withProvision(one, { from: '2019-02-30' })],
    [
      'a version that ends before it begins',
      (one: ClaimTemplate) => withProvision(one, { from: '2020-01-01', until: '2019-01-01' }),
    ],
  ])('%s is refused by name', (_, spoil) => {
    const file = join(freshFolder(), 'bad.json');
    writeFileSync(file, JSON.stringify(spoil(templateNamed('prc-conduct-preservation', services))));
    expect(() => readTemplate(file)).toThrow(expect.objectContaining({ code: 'claims-template-invalid' }));
  });

  test('no file, no JSON and an unknown id are told apart', () => {
    const file = join(freshFolder(), 'no.json');
    expect(() => readTemplate(file)).toThrow(expect.objectContaining({ code: 'claims-template-invalid' }));
    writeFileSync(file, readFileSync(join(resources, 'claims', 'plain.json')).subarray(0, 50));
    expect(() => readTemplate(file)).toThrow(expect.objectContaining({ code: 'claims-template-invalid' }));
    expect(() => templateNamed('../profiles/plain', services)).toThrow(
      expect.objectContaining({ code: 'claims-template-unknown' }),
    );
  });
});

describe('the version of a provision', () => {
  test.each([
    ['1995-06-01', 'art. 14'],
    ['2018-06-01', '(2017) art. 11'],
    ['2019-04-22', '(2017) art. 11'],
    ['2019-04-23', '(2019) art. 11'],
    ['2025-10-14', '(2019) art. 11'],
    ['2025-10-15', '(2025) art. 12'],
  ])('of an act on %s is that in force on the day', (act, article) => {
    const { state, provisions } = lawAt(elementOf('prc-commercial-disparagement', 'falsehood'), {
      act,
      application: null,
    });
    expect(state).toBe('chosen');
    expect(rules(provisions)).toEqual([expect.stringContaining(article)]);
  });

  test('without a day every version stands, and it is said to be open', () => {
    const { state, provisions } = lawAt(elementOf('prc-commercial-disparagement', 'falsehood'), {
      act: null,
      application: null,
    });
    expect(state).toBe('open');
    expect(provisions).toHaveLength(4);
  });

  test('before the first version there is none, and no other is put in its place', () => {
    expect(
      lawAt(elementOf('prc-commercial-disparagement', 'falsehood'), { act: '1993-11-30', application: null }),
    ).toEqual({
      state: 'none',
      provisions: [],
    });
  });

  test('procedure goes by the day of the application, whatever the day of the act', () => {
    const standing = elementOf('prc-conduct-preservation', 'standing');
    const of = (application: string) => rules(lawAt(standing, { act: '2019-05-05', application }).provisions).join();
    expect(of('2019-05-10')).toContain('art. 101');
    expect(of('2024-01-10')).toContain('art. 104');
  });
});

function textsOf(value: unknown): readonly Record<'zh-CN' | 'en', string>[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh-CN' in value) return [value as Record<'zh-CN' | 'en', string>]; // the form allows texts there only
  return Object.values(value).flatMap(textsOf);
}

function withProvision(template: ClaimTemplate, change: Partial<ClaimProvision>) {
  const elements = template.elements.map((one) => ({ ...one, law: one.law.map((law) => ({ ...law, ...change })) }));
  return { ...template, elements };
}
