import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../../electron/casefile/case-handles.ts';
import { caseFactsSchema, opponentsOf, type CaseFacts } from '../../../../shared/case/case.ts';
import { creditCodeSchema } from '../../../../shared/case/credit-code.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { undemanding } from '../../../fixtures/bundle-options.ts';
import { freshCase, someCapture } from '../../../fixtures/case-room.ts';
import { have } from '../../pdf/pdf-room.ts';

/** What only people can say has a field, and a paper prints what they said, a line to write on, or nothing. */

const textOf = (pdf: string) => spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
const flat = (text: string) => text.replace(/\s+/gu, '');

describe('unified social credit codes', () => {
  // Codes that the companies publish themselves: Tencent, Alibaba China, Xiaomi, and Langdong of Suzhou.
  const published = ['9144030071526726XG', '91330100799655058B', '91110108551385082Q', '91320594088140947F'];

  test('that companies publish are taken', () => {
    for (const code of published) expect(creditCodeSchema.safeParse(code).success, code).toBe(true);
  });

  test('with any one digit changed, or of another length, are refused', () => {
    for (const code of published) {
      for (let at = 0; at < code.length; at += 1) {
        const other = code[at] === '7' ? '8' : '7';
        expect(creditCodeSchema.safeParse(`${code.slice(0, at)}${other}${code.slice(at + 1)}`).success).toBe(false);
      }
      for (const wrong of [code.slice(1), `${code}0`, code.toLowerCase(), `I${code.slice(1)}`])
        expect(creditCodeSchema.safeParse(wrong).success, wrong).toBe(false);
    }
  });
});

test('opponents are the respondents unless a person says how many; where nobody is named it is unknown', () => {
  expect(opponentsOf({ respondents: ['甲', '乙'] })).toBe(2);
  expect(opponentsOf({ respondents: ['甲', '乙'], opponents: 3 })).toBe(3);
  expect(opponentsOf({ respondents: [] })).toBeNull();
});

test('facts of a case as older programs wrote them are read as they are', () => {
  const older = {
    title: 'x',
    court: null,
    cause: null,
    applicants: [],
    respondents: [],
    operator: null,
    language: 'en',
  };
  expect(caseFactsSchema.parse(older)).toEqual(older);
});

describe.skipIf(!have('pdftotext'))('papers', { timeout: 60_000 }, () => {
  let caseFile: WritableCase;
  let plain: CaseFacts;
  beforeAll(() => {
    caseFile = freshCase();
    plain = caseFile.facts();
    const { item } = caseFile.addItem(someCapture(caseFile, '网页'));
    const told = { title: '网页', source: '自行取证', purpose: '证明', group: '第一组' };
    caseFile.logEvent('exhibits-set', { exhibits: [{ item, ...told }] });
  });
  afterAll(() => caseFile.close());

  const built = async (facts: Partial<CaseFacts>, id = 'prc-internet', draft = false) => {
    caseFile.logEvent('facts-edited', caseFactsSchema.parse({ ...plain, ...facts }));
    const { pdf, problems } = await buildIn(caseFile, { profile: undemanding(id), language: null, draft });
    return { text: textOf(pdf), codes: problems.map(({ code }) => code) };
  };
  const stops = (facts: Partial<CaseFacts>, id: string) =>
    built(facts, id).then(
      () => 'built',
      (error: unknown) => JSON.stringify(error),
    );

  test('leave a line to write on for what nobody stated, and blame nobody', async () => {
    const { text, codes } = await built({});
    const certificate = text.slice(text.lastIndexOf('取证人\n'));
    for (const label of [
      '姓名',
      '身份、资格或执业证号',
      '职务',
      '所在单位',
      '与本案的利害关系',
      '存储介质、备份与接触人员',
    ])
      expect(certificate).toContain(label);
    expect(text).not.toMatch(/未填写[^，]/u); // 「“–”表示未填写，不表示没有」 is about a dash
    expect(text).not.toMatch(/副本份数[：:]/u);
    expect(text).not.toMatch(/归属|归何人/u);
    expect(codes).toContain('operator-unstated');
    expect(codes).toContain('case-number-missing');
  });

  test('print what was stated: operator, storage, parties, the number of copies, and that there is no case number yet', async () => {
    const { text, codes } = await built({
      beforeSuit: true,
      respondents: ['企镜', '朗某'],
      creditCodes: [{ party: '企镜', code: '91320594088140947F' }],
      counsel: [{ name: '李某', licence: '13301201910000001' }],
      operators: [
        { name: '王某', identity: '律师助理证 7', capacity: '助理', employer: '某律所', interest: '受托，无其他' },
      ],
      storage: { medium: '加密硬盘 A', copies: '硬盘 B', access: '王某、李某' },
      computerOwner: '某律所（办公电脑 3 号）',
    });
    const printed = flat(text);
    for (const words of [
      '诉前，尚无案号',
      '企镜（统一社会信用代码91320594088140947F）',
      '李某（13301201910000001）',
      '副本份数：2',
      '律师助理证7',
      '受托，无其他',
      '取证人所述：存储介质：加密硬盘A；备份：硬盘B；接触人员：王某、李某。',
      '取证所用计算机归属（取证人所述）：某律所（办公电脑3号）。',
    ])
      expect(printed).toContain(words);
    expect(printed).not.toContain('存储介质、备份与接触人员');
    for (const code of ['operator-unstated', 'case-number-missing', 'licence-missing'])
      expect(codes).not.toContain(code);
  });

  test.each(['us-cmecf', 'england-wales'])('%s is not built without a declarant and a qualification', async (id) => {
    expect(await stops({}, id)).toContain('declarant-missing');
    expect(await stops({ declarant: { name: 'Jane Roe' } }, id)).toContain('qualification-missing');
  });

  test('a declaration under FRE 902 names its declarant, qualification and the penalty, above a line to sign on', async () => {
    const { text } = await built({ declarant: { name: 'Jane Roe', qualification: 'ran every capture' } }, 'us-cmecf');
    const printed = flat(text);
    expect(printed).toContain('I,JaneRoe,certifyunderFed.R.Evid.902(13)and902(14)');
    expect(printed).toContain('Qualificationofthedeclarantraneverycapture');
    expect(printed).toContain('underpenaltyofperjury');
    const page = flat(text.split('\f').find((one) => one.includes('Signature of the declarant')) ?? '');
    expect(page).toContain('Signatureofthedeclarant(JaneRoe)');
    expect(page).toContain('trueandcorrect'); // the words that are signed stand over the line
  });

  test('a statement of truth has the form of its day', async () => {
    const declarant = { name: 'Jane Roe', qualification: 'ran every capture' };
    const truth = 'Ibelievethatthefactsstatedinthisstatementonthecapturesaretrue';
    const before = flat((await built({ declarant, submitted: '2020-04-05' }, 'england-wales')).text);
    const after = flat((await built({ declarant, submitted: '2020-04-06' }, 'england-wales')).text);
    for (const text of [before, after]) expect(text).toContain(truth);
    expect(before).not.toContain('contemptofcourt');
    expect(after).toContain('proceedingsforcontemptofcourtmaybebroughtagainstanyonewhomakes');
  });
});
