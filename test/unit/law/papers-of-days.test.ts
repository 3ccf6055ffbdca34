import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { applicationDraft } from '../../../electron/bundle/application/application-draft.ts';
import type { BundleModel } from '../../../electron/bundle/model.ts';
import { numberPages } from '../../../electron/bundle/number-pages.ts';
import { planSheets } from '../../../electron/bundle/plan-sheets.ts';
import { bytesIn, planVolumes } from '../../../electron/bundle/plan-volumes.ts';
import { capOf } from '../../../electron/bundle/problems/caps.ts';
import { fixState, type StateOptions } from '../../../electron/bundle/state/fix-state.ts';
import { bundledFonts } from '../../../electron/capture/browser/fonts.ts';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { templateNamed } from '../../../electron/workbench/claims/templates.ts';
import { complianceFacts } from '../../../electron/workbench/order/compliance-facts.ts';
import { claimTemplateSchema } from '../../../shared/claims/template.ts';
import { deadlinesOf } from '../../../shared/order/deadlines.ts';
import { icsText } from '../../../shared/order/ics.ts';
import { emptyOrder, orderSchema, type Order } from '../../../shared/order/order.ts';
import { profileNamed } from '../../fixtures/bundle-options.ts';
import { fixedCase } from '../../fixtures/made/fixed-case.ts';
import { citedIn, notInForce } from './law-by-hand.ts';

/** Forty days between 2017 and 2027: the first and last of each version of a law, and days in between. */
const paperDays = [
  '2017-01-03',
  '2017-06-30',
  '2017-07-01',
  '2017-11-30',
  '2017-12-01',
  '2017-12-31',
  '2018-01-01',
  '2018-05-06',
  '2018-09-06',
  '2018-09-07',
  '2018-12-31',
  '2019-01-01',
  '2019-04-22',
  '2019-04-23',
  '2019-05-21',
  '2019-10-08',
  '2020-02-29',
  '2020-04-30',
  '2020-05-01',
  '2020-12-31',
  '2021-01-01',
  '2021-07-31',
  '2021-08-01',
  '2021-12-31',
  '2022-01-01',
  '2022-03-19',
  '2022-03-20',
  '2022-04-10',
  '2022-10-09',
  '2023-06-01',
  '2023-12-31',
  '2024-01-01',
  '2024-02-29',
  '2024-11-12',
  '2025-06-27',
  '2025-10-14',
  '2025-10-15',
  '2025-11-01',
  '2026-07-01',
  '2027-12-31',
] as const;

const resources = { resourcePath: (...names: readonly string[]) => join(resolve('resources'), ...names) };
const idsIn = (folder: string) => readdirSync(resources.resourcePath(folder)).map((name) => name.replace('.json', ''));
const profiles = idsIn('profiles');
/** Without a claims map, and with each template that comes with the program. */
const templates = [null, ...idsIn('claims')];
const fontFiles = { ...bundledFonts(), fallbacks: [] }; // rules need no rare letters
const party = '某信息公司';
const ways = ['direct', 'left', 'mail', 'electronic', 'public-notice'] as const;

const orderOf = (day: string): Order =>
  orderSchema.parse({
    ...emptyOrder,
    ruled: day,
    measureTaken: day,
    received: `${day}T02:00:00.000Z`,
    served: ways.map((way) => ({ party: `${party}${way}`, role: 'respondent', way, on: day, item: null })),
    term: { until: 'judgment' },
    reconsideration: [{ party, received: day }],
    security: { given: null, furtherBy: day },
    obligations: ways.map((way) => ({
      id: way,
      kind: 'stop',
      text: '停止传播',
      due: { by: 'days-from-service', days: 3, party: `${party}${way}` },
      places: [{ channel: 'a', account: null, address: 'https://news.example/story', words: '清算' }],
    })),
  });

/** States in the case that its act, its filing and its order are of a day. */
function stateDay(caseFile: WritableCase, day: string, template: string | null): void {
  const items = (caseFile.arrangement() ?? []).map(({ item }) => item);
  caseFile.logEvent('facts-edited', { ...caseFile.facts(), submitted: day });
  caseFile.logEvent('order-set', { order: orderOf(day) });
  const elements = template === null ? [] : claimTemplateSchema.parse(templateNamed(template, resources)).elements;
  if (template !== null)
    caseFile.logEvent('claims-set', {
      template: claimTemplateSchema.parse(templateNamed(template, resources)),
      stated: {
        actOn: day,
        statements: [],
        links: elements.map(({ id }) => ({ element: id, item: items[0]!, side: 'support', passage: null, note: null })),
      },
    });
}

/** Every text that is set on a page, and those of the model that stand beside them. */
function printed(model: BundleModel): readonly string[] {
  const faces = [model.fonts.face('regular'), model.fonts.face('bold')].map((face) => vi.spyOn(face, 'showable'));
  planSheets(model);
  return faces.flatMap((face) => face.mock.calls.map(([text]) => text));
}

function draftOf(model: BundleModel, whole: BundleModel): readonly string[] {
  const numbers = numberPages(planVolumes(planSheets(model), capOf(model.profile, false), bytesIn(model)), model);
  return applicationDraft(model, whole.plan.elements, numbers, 'zh-CN').lines.map(({ text }) => text);
}

const calendarOf = (order: Order): string =>
  icsText(deadlinesOf(order), {
    caseId: 'c',
    title: 't',
    stampedAt: '2019-05-24T10:00:00.000Z',
    revision: 0,
    language: 'zh-CN',
  });

const state = (caseFile: WritableCase, change: Partial<StateOptions>) =>
  fixState(
    caseFile,
    {
      profile: profileNamed('prc-internet'),
      language: 'zh-CN+en',
      working: false,
      draft: false,
      reissue: null,
      ...change,
    },
    'fascicle',
    fontFiles,
  ).model;

/** Texts of all papers of a day: each paper with the template or the profile that it can differ by. */
function papersOf(day: string): readonly Readonly<{ paper: string; texts: readonly string[] }>[] {
  const caseFile = fixedCase();
  const made: { paper: string; texts: readonly string[] }[] = [];
  for (const template of templates) {
    stateDay(caseFile, day, template);
    for (const working of [false, true]) {
      const laws = state(caseFile, { working }).plan.elements.map(({ law }) => law ?? '');
      made.push({ paper: `${working ? 'working ' : ''}elements of ${template ?? 'the plan'}`, texts: laws });
    }
  }
  // the last template stays for the papers that print its elements
  const application = draftOf(state(caseFile, {}), state(caseFile, { working: true, draft: true }));
  made.push({ paper: 'application', texts: application });
  const compliance = complianceFacts(caseFile);
  for (const profile of profiles)
    made.push({ paper: profile, texts: printed(state(caseFile, { profile: profileNamed(profile) })) });
  made.push({ paper: 'compliance', texts: printed(state(caseFile, { compliance })) });
  made.push({ paper: 'working compliance', texts: printed(state(caseFile, { compliance, working: true })) });
  made.push({ paper: 'working calendar', texts: [calendarOf(orderOf(day)).replaceAll('\r\n ', '')] });
  return made;
}

/** What says how far a rule was read, that versions are open, or what counsel should do. */
const forCounsel =
  /据转载|已核对条文原文|条文未核实|[（[]未核实|施行日期未核实|列出各版本|与律师核对|from a reprint|checked against the text|text not verified|\(not verified\)|dates in force|all versions are listed|with counsel/;

test('forty days between 2017 and 2027, eight profiles, four templates', () => {
  expect([paperDays.length, new Set(paperDays).size]).toEqual([40, 40]);
  expect([profiles.length, templates.length]).toEqual([8, 5]);
});

test.for(paperDays)('no paper of %s cites a rule that was not in force, or by a number that it did not have', (day) => {
  const papersTexts = papersOf(day);
  const papers = papersTexts.map(({ paper, texts }) => ({ paper, cited: texts.flatMap((text) => citedIn(text)) }));
  const wrong = papers.flatMap(({ paper, cited }) => notInForce(cited, day).map((what) => `${paper}: ${what}`));
  expect([...new Set(wrong)]).toEqual([]);
  // How far rules were read, and advice to the lawyer, is told to those who work on the case and to nobody else.
  const marked = papersTexts
    .filter(({ texts }) => texts.some((text) => forCounsel.test(text)))
    .map(({ paper }) => paper);
  expect(marked.filter((paper) => !paper.startsWith('working'))).toEqual([]);
  expect(marked).toContain('working compliance');
  expect(marked).toContain('working calendar');
  const count = (paper: string) => papers.find((one) => one.paper === paper)?.cited.length ?? 0;
  expect(count('compliance')).toBeGreaterThan(10); // the reader found what is there
  expect(count('us-cmecf')).toBeGreaterThan(0);
  expect(count('application')).toBeGreaterThan(3);
});

describe('what the papers say of', () => {
  const said = (day: string) => papersOf(day).flatMap(({ texts }) => texts);
  const [before, since] = [said('2019-05-21'), said('2026-07-01')];

  test('jurisdiction: the provision of 2025 with its limits, and before it none in its place', () => {
    const ofCourts = /法释〔2025〕14号|No\. 14/;
    expect(before.filter((text) => ofCourts.test(text))).toEqual([]);
    expect(before.some((text) => text.includes('法释〔2018〕21号第三条'))).toBe(true);
    const named = since.filter((text) => ofCourts.test(text));
    expect(named.length).toBeGreaterThan(0);
    // Courts of three cities, and of them first-instance cases of basic courts alone.
    for (const text of named) {
      if (text.includes('14号')) expect(text).toContain('限北京、杭州、广州市辖区内应由基层人民法院受理的第一审');
      if (text.includes('No. 14'))
        expect(text).toContain(
          'first-instance cases of basic courts within the districts of Beijing, Hangzhou and Guangzhou only',
        );
    }
    // A time is no provision.
    expect([...before, ...since].filter((text) => /日前的管辖规则|rules before 1 November/.test(text))).toEqual([]);
  });

  test('security: before suit it must be given, and no reasons take its place', () => {
    for (const texts of [before, since]) {
      expect(
        texts.filter((text) => /无需担保|why none is needed|reasons? for (?:giving )?no security/.test(text)),
      ).toEqual([]);
      expect(texts.some((text) => text.includes('诉前申请应当提供担保'))).toBe(true);
    }
  });

  test('mitigation: the item that it rests on is the one for other factors, and says so', () => {
    const item = [...before, ...since].filter((text) => text.includes('第七条第五项'));
    expect(item.length).toBeGreaterThan(0);
    for (const text of item) expect(text).toContain('第七条第五项（其他应当考量的因素）');
  });
});

test('the reader of citations reads them, and finds what is out of force or misnumbered', () => {
  const found = (text: string, day: string) => notInForce(citedIn(text), day).length;
  expect(citedIn('依据《民事诉讼法》（2017年修正）第八十四条、第八十五条；民诉法解释第一百二十五条')).toMatchObject([
    { articles: ['84', '85'] },
    { articles: ['125'] },
  ]);
  expect(citedIn('Fa Shi [2018] No. 16 arts. 15–17 (Internet courts only)')).toMatchObject([
    { articles: ['15', '16', '17'] },
  ]);
  expect(found('《民事诉讼法》（2023年修正）第一百零四条', '2019-05-21')).toBe(1);
  expect(found('《民事诉讼法》（2023年修正）第一百零一条', '2024-05-21')).toBe(1);
  expect(found('《民事诉讼法》（2023年修正）第一百零四条', '2024-05-21')).toBe(0);
  expect(found('Civil Procedure Law (as amended 2017) art. 104 ¶2', '2019-05-21')).toBe(1);
  expect(found('certify under Fed. R. Evid. 902(13) and 902(14)', '2017-11-30')).toBe(1);
  expect(found('《某某管理办法》第三条', '2024-05-21')).toBe(1);
});
