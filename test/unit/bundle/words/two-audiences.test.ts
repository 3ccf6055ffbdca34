import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../../electron/casefile/case-handles.ts';
import { forOwnTeam, type BundleModel } from '../../../../electron/bundle/model.ts';
import { paragraph } from '../../../../electron/bundle/pages/blocks/flow.ts';
import { stated } from '../../../../electron/bundle/pages/blocks/table.ts';
import type { Exhibit } from '../../../../shared/case/exhibit.ts';
import { emptyPlan, proofPlanSchema, type ProofPlan } from '../../../../shared/case/proof-plan.ts';
import type { CaptureRecord } from '../../../../shared/case/record.ts';
import { say, sayToUser, type FiledWords } from '../../../../shared/language.ts';
import { challengeTexts } from '../../../../shared/messages/papers/challenge-messages.ts';
import { gapTexts } from '../../../../shared/messages/papers/gap-messages.ts';
import { problemTexts } from '../../../../shared/messages/problem-messages.ts';
import { doubtsText } from '../../../../shared/order/deadlines.ts';
import { deadlineTable } from '../../../../shared/plan/compliance.ts';
import type { Table } from '../../../../shared/plan/table.ts';
import { reasonTexts } from '../../../../shared/messages/reasons/reasons.ts';
import type { Text } from '../../../../shared/text.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { undemanding } from '../../../fixtures/bundle-options.ts';
import { freshCase, someCapture } from '../../../fixtures/case-room.ts';
import { sourceFiles, sourceText } from '../../../fixtures/oracles/source-tree.ts';
import { have } from '../../pdf/pdf-room.ts';

/*
 * What is said to whoever works on the case is of another type than what a page prints. Words of a page that were put into
 * a longer text are plain, so two more nets: what the folders of pages may name, and the words of built filings.
 */

/** Words by which one speaks to the user: advice, doubts, what is still to be done, options of the command. */
const advice: readonly RegExp[] = [
  /(?<!申)请(?!求)/u, // but 请求 (a request of a browser) and 申请 (an application)
  /【缺】|【待填|待补证据|待办|建议|宜先|尚未选择|\[missing\]|\[to be filled/iu,
  /fascicle [a-z]{3,}\b|(?<![\w-])--[a-z]{3,}/u,
  /check with counsel|与律师核对|未核实[)）\]]|not verified[)\]]|from a reprint|据转载/iu,
  /\b(?:TODO|please|you should|ask for the original|examine the original|decide before|capture (?:it )?again)\b/iu,
  /未填写(?!，不表示)|not stated/u,
];
const advises = (text: string): readonly string[] => advice.flatMap((one) => one.exec(text)?.[0] ?? []);

describe('types', () => {
  test('refuse words for the user wherever a page is drawn, and texts for the user wherever words are filed', () => {
    const model = {} as BundleModel; // nothing of it is used: the compiler is what is tested
    const words = sayToUser(gapTexts.gap, 'en');
    const refused = [
      // @ts-expect-error a text for the user is no text of a page
      () => say(gapTexts.gap, 'en'),
      // @ts-expect-error a problem is said to whoever builds
      () => say(problemTexts['purpose-missing'].text, 'en'),
      // @ts-expect-error and so is what opposing counsel would say
      (): Text => challengeTexts['purpose-missing'].remedy,
      // @ts-expect-error no paragraph of a page
      () => paragraph(words, 100, { size: 9 }, model.fonts),
      // @ts-expect-error no cell of a table
      () => stated(words, model),
      // @ts-expect-error no words that may be filed
      (): FiledWords => words,
      // @ts-expect-error a filing has no working papers to print them with
      () => forOwnTeam(null, words),
      // @ts-expect-error what counsel should look at in a date is no text of a page
      () => say(doubtsText([]), 'en'),
      // @ts-expect-error nor is the table of dates that holds it
      (): Table => deadlineTable([], 'en'),
      // @ts-expect-error notes of an exhibit are not in what may be filed
      (): unknown => model.exhibits[0]?.exhibit.notes,
    ];
    expect(refused).toHaveLength(10);
    expect(words).toBe('[missing]'); // at run time they are words as any
  });
});

describe('what pages may name', () => {
  test('only the pages of a working edition, and the mark of a gap, know of words for the user', () => {
    const knowing = sourceFiles('electron/bundle/pages').filter((file) =>
      /\b(?:sayToUser|toUser|forOwnTeam|forUser)\b/.test(sourceText(file)),
    );
    expect(knowing.map((file) => file.replace(/^.*pages\//, '')).sort()).toEqual([
      'back/working.ts',
      'blocks/table.ts',
      'front/compliance.ts',
      'front/matrix.ts',
    ]);
  });

  test('none imports problems, advice, the challenge check, errors or the words of a screen', () => {
    const imports = sourceFiles('electron/bundle/pages').flatMap((file) =>
      [...sourceText(file).matchAll(/from '([^']+)'/g)].map(([, from = '']) => from),
    );
    expect(imports.length).toBeGreaterThan(200);
    const barred =
      /problem-messages|plan\/problem|reasons\/advice|challenge|shared\/errors|renderer|queue-messages|place-messages/;
    expect(imports.filter((from) => barred.test(from))).toEqual([]);
  });
});

describe('texts that records bring onto pages', () => {
  test('the list of words finds advice where there is some', () => {
    for (const text of [
      '请与律师核对',
      '【缺】',
      '[missing]',
      'use fascicle edit',
      '可用 --filing-copy',
      '身份：未填写',
    ])
      expect(advises(text), text).not.toEqual([]);
    for (const text of ['3 个请求未完成', '“–”表示未填写，不表示没有', 'requests failed'])
      expect(advises(text), text).toEqual([]);
  });

  // The queue's reasons stop a queue, and no record holds them.
  const ofQueue = (code: string) => /^(?:login|session|challenge|held|cancelled|retried)/.test(code);
  test('no reason of a record advises', () => {
    const reasons = Object.entries(reasonTexts).filter(([code]) => !ofQueue(code));
    expect(reasons.length).toBeGreaterThan(150);
    const found = reasons.flatMap(([code, text]) =>
      [...advises(text['zh-CN']), ...advises(text.en)].map((words) => `${code}: ${words}`),
    );
    expect(found).toEqual([]);
  });
});

const told = { title: '网页', source: '自行取证', purpose: '证明', group: '第一组' };

/** A case with a few captures of coverage, and what of it nobody filled in. */
function sparseCase(
  exhibit: Partial<Exhibit>,
  plan: Partial<ProofPlan>,
  change: Partial<CaptureRecord> = {},
): WritableCase {
  const caseFile = freshCase();
  const items = ['甲', '乙'].map((name) => caseFile.addItem({ ...someCapture(caseFile, name), ...change }).item);
  caseFile.logEvent('exhibits-set', {
    exhibits: items.map((item, at) => ({ item, ...told, ...(at === 0 && exhibit) })),
  });
  caseFile.logEvent('plan-set', proofPlanSchema.parse({ ...emptyPlan, ...plan }));
  return caseFile;
}

const warnings = ['credential-shown', 'font-not-decoded', 'redirect-left-site'].map((code) => ({ code }));
const cases: readonly (readonly [name: string, profile: string, made: () => WritableCase])[] = [
  ['nothing filled in beyond the catalogue', 'prc-internet', () => sparseCase({}, {})],
  ['coverage of which only the outlet is known', 'prc-internet', () => sparseCase({ media: { outlet: '财讯' } }, {})],
  [
    'elements and events without exhibits',
    'prc-general',
    () =>
      sparseCase(
        {},
        { elements: [{ id: 'harm' }, { id: 'urgency', fact: '传播' }], chronology: [{ when: '2019', what: '推送' }] },
      ),
  ],
  [
    'notes, gaps and drafts',
    'prc-internet',
    () =>
      sparseCase(
        { notes: '请与律师核对' },
        { notes: ['待办'], elements: [{ id: 'harm', gap: '请补充', contrary: '请核对' }] },
      ),
  ],
  ['records that warn', 'prc-internet', () => sparseCase({}, {}, { warnings })],
  [
    'nobody arranged it',
    'plain',
    () => {
      const caseFile = freshCase();
      caseFile.addItem({ ...someCapture(caseFile, '甲'), operator: null });
      return caseFile;
    },
  ],
];

describe.skipIf(!have('pdftotext'))('a filing edition', { timeout: 60_000 }, () => {
  test.each(cases)('%s: its pages advise nobody and show no gap', async (_name, profile, made) => {
    const caseFile = made();
    for (const language of ['zh-CN', 'en'] as const) {
      const { pdf } = await buildIn(caseFile, { profile: undemanding(profile), language });
      const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
      expect(text).not.toMatch(/[\u3400-\u9fff”）] ?[,;:()]+ ?[\u3400-\u9fff“（]/); // Chinese marks between Chinese words
      // How a reader verifies is an instruction by its nature: it is the page of that name.
      const pages = text.split('\f').filter((page) => !/核验说明|How to verify/.test(page.slice(0, 400)));
      expect(pages.length).toBeGreaterThan(4);
      expect(pages.flatMap((page) => page.split('\n').filter((line) => advises(line).length > 0))).toEqual([]);
    }
    caseFile.close();
  });

  test('a column that nobody filled goes; one that somebody filled stays, with what a dash means', async () => {
    const built = async (media: object) => {
      const caseFile = sparseCase({ media }, {});
      const { pdf } = await buildIn(caseFile, { language: 'zh-CN', tables: true });
      const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
      const page = text.split('\f').find((one) => one.includes('标题') && one.includes('编号/页码')) ?? '';
      caseFile.close();
      return page;
    };
    const none = await built({});
    for (const column of ['作者', '发布时间', '阅读/转发', '“–”']) expect(none).not.toContain(column);
    const some = await built({ author: '林某' });
    expect(some).toContain('作者');
    expect(some).toContain('林某');
    expect(some).toContain('“–”表示未填写，不表示没有');
    expect(some).not.toContain('阅读/转发');
  });
});
