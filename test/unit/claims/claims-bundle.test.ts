import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { templateNamed } from '../../../electron/workbench/claims/templates.ts';
import type { ClaimLink } from '../../../shared/claims/claims-map.ts';
import { claimTemplateSchema } from '../../../shared/claims/template.ts';
import { verifyBundle } from '../../../electron/verify/verify-bundle.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { fixedCase } from '../../fixtures/made/fixed-case.ts';
import { spawnSync } from 'node:child_process';
import { someCapture } from '../../fixtures/case-room.ts';
import { have } from '../pdf/pdf-room.ts';

const haveTools = have('pdftotext');
const textOf = (pdf: string) => spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
const flat = (text: string) => text.replace(/\s+/gu, '');
const resources = { resourcePath: (...names: readonly string[]) => join(resolve('resources'), ...names) };

/** Of these characters none stands anywhere else in a bundle. */
const secret = '龘靐';

/** The fixed case with a map: support, a quotation, contrary evidence, notes, and an item that is in no bundle. */
function mappedCase(): WritableCase {
  const caseFile = fixedCase();
  const [one, two] = (caseFile.arrangement() ?? []).map(({ item }) => item) as [string, string];
  const { item: unlisted } = caseFile.addItem({ ...someCapture(caseFile, secret), title: `${secret} 对方声明` });
  const link = (element: string, item: string, part: Partial<ClaimLink> = {}): ClaimLink => ({
    element,
    item,
    side: 'support',
    passage: null,
    note: null,
    ...part,
  });
  caseFile.logEvent('claims-set', {
    template: claimTemplateSchema.parse(templateNamed('prc-conduct-preservation', resources)),
    stated: {
      actOn: '2019-05-05',
      statements: [
        { element: 'harm', fact: '商誉受损且难以弥补', law: null, note: secret },
        { element: 'urgency', fact: secret, law: null, note: null },
      ],
      links: [
        link('harm', one, { passage: '青禾小贷进入清算程序', note: secret }),
        link('harm', two),
        link('harm', one, { side: 'contrary', passage: secret, note: secret }),
        link('harm', unlisted),
        link('fault', unlisted),
        link('standing', two, { passage: '并无此句' }),
      ],
    },
  });
  return caseFile;
}

describe.skipIf(!haveTools)('the proof matrix of a case with a claims map', () => {
  let filed: string;
  let worked: string;
  let codes: readonly string[];
  beforeAll(async () => {
    const caseFile = mappedCase();
    const filing = await buildIn(caseFile, { language: 'zh-CN' });
    const working = await buildIn(caseFile, { language: 'zh-CN', edition: 'working' });
    expect((await verifyBundle(filing.pdf, 'en')).verdict).toBe('PASSED');
    expect(readFileSync(filing.manifest, 'utf8')).not.toContain(secret);
    [filed, worked] = [flat(textOf(filing.pdf)), flat(textOf(working.pdf))];
    codes = filing.problems.map(({ code, where }) => `${code} ${where}`);
    caseFile.close();
  }, 120_000);

  test('has in a filing the elements that filed exhibits support, with the words quoted', () => {
    expect(filed).toContain('难以弥补的损害');
    expect(filed).toContain('商誉受损且难以弥补');
    expect(filed).toContain('证据1第6页：“青禾小贷进入');
    expect(filed).toContain('信息虚假'); // of the plan, where the map says nothing else
  });

  test('names in a filing no element that is a gap, no contrary evidence, no note, no item that is not filed', () => {
    for (const character of secret) expect(filed).not.toContain(character);
    for (const words of ['相反证据', '没有证据支持', '情况紧急', '过错与注意义务']) expect(filed).not.toContain(words);
  });

  test('shows all of it in a working edition', () => {
    for (const words of [secret, '相反证据', '没有证据支持', '情况紧急', '所存文字中未找到此段'])
      expect(worked).toContain(words);
  });

  test('warns of what is open, by its place', () => {
    for (const said of [
      'element-unproven urgency',
      'element-unproven fault',
      'passage-not-found 2',
      'element-alone standing',
    ])
      expect(codes).toContain(said);
  });

  test('says which text of a provision was not verified to those who work on the case, not in a filing', () => {
    expect(worked).toContain('据转载');
    expect(filed).not.toMatch(/据转载|未核实/);
  });

  test('cites no version of a rule that no day chose: the date of submission is not stated', () => {
    expect(filed).not.toMatch(/民事诉讼法》|法释〔2022〕9号|法释〔2025〕14号/);
    expect(worked).toMatch(/民事诉讼法》/);
  });
});

test('a provision in the words of counsel goes before the template’s', async () => {
  const caseFile = mappedCase();
  const map = caseFile.statement('claims')!;
  const statements = [{ element: 'harm', fact: '商誉', law: '法释〔2018〕21号第十条', note: null }];
  caseFile.logEvent('claims-set', { ...map, stated: { ...map.stated, statements } });
  const built = await buildIn(caseFile, { language: 'zh-CN' });
  caseFile.close();
  if (haveTools) expect(flat(textOf(built.pdf))).toContain('法释〔2018〕21号第十条');
});
