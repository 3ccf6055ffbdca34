import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { buildApplication } from '../../../../electron/bundle/build-application.ts';
import { bundledFonts, fallbackFonts } from '../../../../electron/capture/browser/fonts.ts';
import { complianceFacts } from '../../../../electron/workbench/order/compliance-facts.ts';
import { templateNamed } from '../../../../electron/workbench/claims/templates.ts';
import { claimTemplateSchema } from '../../../../shared/claims/template.ts';
import { emptyOrder, orderSchema } from '../../../../shared/order/order.ts';
import { profileNamed } from '../../../fixtures/bundle-options.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { context } from '../../../fixtures/case-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { fixedCase } from '../../../fixtures/made/fixed-case.ts';
import { have } from '../../pdf/pdf-room.ts';

/*
 * The days of the rules, written by hand from their own texts and not from the program's tables. Whatever a paper prints
 * that looks like a rule must be in this list, and in force on the paper's day.
 */
const days: readonly (readonly [rule: RegExp, from: string, until: string | null])[] = [
  [/^《民事诉讼法》（2012年修正）/, '2013-01-01', '2017-06-30'],
  [/^《民事诉讼法》（2017年修正）/, '2017-07-01', '2021-12-31'],
  [/^《民事诉讼法》（2021年修正）/, '2022-01-01', '2023-12-31'],
  [/^《民事诉讼法》（2023年修正）/, '2024-01-01', null],
  [/^《反不正当竞争法》（1993）/, '1993-12-01', '2017-12-31'],
  [/^《反不正当竞争法》（2017）/, '2018-01-01', '2019-04-22'],
  [/^《反不正当竞争法》（2019）/, '2019-04-23', '2025-10-14'],
  [/^《反不正当竞争法》（2025）/, '2025-10-15', null],
  [/^《人民法院在线诉讼规则》/, '2021-08-01', null],
  [/^法释〔2018〕16号/, '2018-09-07', null],
  [/^法释〔2018〕21号/, '2019-01-01', null],
  [/^法释〔2022〕9号/, '2022-03-20', null],
  [/^法释〔2025〕14号/, '2025-11-01', null],
  [/^民诉法解释/, '2015-02-04', null],
];
const looksLikeRule = /《[^》]{2,40}》(?:（[^）]{2,12}）)?|法释〔\d{4}〕\d+号|民诉法解释|证据规定|在线诉讼规则/gu;
/** Articles that ask for the same thing before and after the renumbering of 2022. */
const old = /第八十二条|第九十二条|第一百零一条/;

const notInForce = (text: string, day: string): readonly string[] =>
  [...text.replace(/\s+/gu, '').matchAll(looksLikeRule)].flatMap(({ 0: cited, index, input }) => {
    if (cited === '在线诉讼规则' && input[index - 4] === '《') return []; // within a title that was looked at
    const [, from = '9999', until = null] = days.find(([rule]) => rule.test(input.slice(index, index + 60))) ?? [];
    return from <= day && (until === null || day <= until) ? [] : [`${cited} on ${day}`];
  });

const textOf = (pdf: string) => spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
/** The words of a Word file. */
const wordsOf = (file: string) =>
  strFromU8(unzipSync(readFileSync(file))['word/document.xml']!).replace(/<[^>]*>/g, '');
const resources = { resourcePath: (...names: readonly string[]) => join(resolve('resources'), ...names) };
const party = '某信息公司';

/** The fixed case as if it were of that day: its act, its filing, its order. */
function caseOf(day: string, template: string | null) {
  const caseFile = fixedCase();
  const items = (caseFile.arrangement() ?? []).map(({ item }) => item);
  caseFile.logEvent('facts-edited', { ...caseFile.facts(), submitted: day });
  if (template !== null) {
    const parsed = claimTemplateSchema.parse(templateNamed(template, resources));
    const links = parsed.elements.map(({ id }) => ({
      element: id,
      item: items[0]!,
      side: 'support' as const,
      passage: null,
      note: null,
    }));
    caseFile.logEvent('claims-set', { template: parsed, stated: { actOn: day, statements: [], links } });
  }
  const ways = ['direct', 'left', 'mail', 'electronic', 'public-notice'] as const;
  const order = orderSchema.parse({
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
  caseFile.logEvent('order-set', { order });
  return caseFile;
}

test.skipIf(!have('pdftotext')).for([
  // Whole files, read back by another program; `test/unit/law/` holds many more days by the texts before they are drawn.
  ['2014-06-03', 'prc-commercial-disparagement'],
  ['2019-05-21', 'prc-conduct-preservation'],
  ['2022-02-15', 'prc-unfair-competition'],
] as const)('no paper of %s prints a rule that was not in force', async ([day, template]) => {
  const caseFile = caseOf(day, template);
  const bundle = await buildIn(caseFile, { draft: true, language: 'zh-CN' });
  const report = await buildIn(caseFile, { draft: true, language: 'zh-CN', compliance: complianceFacts(caseFile) });
  const program = {
    program: context.program,
    fontFiles: { ...bundledFonts(), fallbacks: fallbackFonts() },
    signal: new AbortController().signal,
  };
  const drafts = await buildApplication(
    caseFile,
    { out: freshFolder(), profile: profileNamed('prc-internet'), language: 'zh-CN' },
    program,
  );
  const texts = [textOf(bundle.pdf), textOf(report.pdf), ...drafts.files.map(({ path }) => wordsOf(path))];
  for (const text of texts) {
    expect(notInForce(text, day)).toEqual([]);
    if (day >= '2022-01-01') expect(text.replace(/\s+/gu, '')).not.toMatch(old);
  }
});
