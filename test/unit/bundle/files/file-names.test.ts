import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  allDifferent,
  evenNumbers,
  fileNames,
  namesOfVolume,
  plainName,
} from '../../../../electron/bundle/write/file-names.ts';
import type { CaseFacts } from '../../../../shared/case/case.ts';
import type { CaseLanguage } from '../../../../shared/language.ts';
import { profileNamed } from '../../../fixtures/bundle-options.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';

const facts = (change: Partial<CaseFacts> = {}): CaseFacts => ({
  title: '青禾小贷申请诉前行为保全',
  court: 'hangzhou',
  cause: null,
  applicants: ['青禾市青禾小额贷款有限公司'],
  respondents: ['云州企镜信息技术有限公司'],
  operator: null,
  language: 'zh-CN',
  submitted: '2019-05-21',
  ...change,
});
const named = (
  change: Partial<CaseFacts> = {},
  more: { language?: CaseLanguage; profile?: string; filingCopy?: boolean; draft?: boolean; working?: boolean } = {},
) =>
  fileNames(
    {
      facts: facts(change),
      language: more.language ?? 'zh-CN',
      profile: profileNamed(more.profile ?? 'prc-internet'),
      compliance: null,
      reissue: null,
      working: more.working ? {} : null,
      draft: more.draft ?? false,
      custody: { wall: '2019-05-08T17:00:00.000Z' }, // one in the morning of the 9th in Beijing
    },
    more.filingCopy ?? false,
  );
const whole = (...of: Parameters<typeof named>) => named(...of).whole.stem;

describe('a bundle has a name for people', () => {
  test('whose, what, of which day; a filing copy says that it is for the portal', () => {
    expect(whole()).toBe('青禾小贷-证据册-2019-05-21');
    expect(whole({}, { filingCopy: true })).toBe('青禾小贷-证据册-2019-05-21-portal');
    expect(whole({}, { language: 'zh-CN+en' })).toBe('青禾小贷-证据册-2019-05-21');
    expect(whole({}, { language: 'en' })).toBe('青禾小贷-evidence-bundle-2019-05-21');
    expect(whole({ submitted: undefined })).toBe('青禾小贷-证据册-2019-05-09');
  });

  test('what is not to be filed says so', () => {
    expect(whole({}, { draft: true })).toBe('青禾小贷-证据册-2019-05-21-草稿');
    expect(whole({}, { working: true, language: 'en' })).toBe('青禾小贷-evidence-bundle-2019-05-21-working-edition');
  });

  test('the applicant as the title calls her, where that is an abbreviation of her name; else without the kind of company', () => {
    expect(whole({ title: '诉前行为保全申请' })).toBe('青禾市青禾小额贷款-证据册-2019-05-21');
    expect(whole({ title: '企镜申请复议' })).toBe('青禾市青禾小额贷款-证据册-2019-05-21'); // not the other party
    const english = { title: 'Qinghe v Qijing', applicants: ['Qinghe Microcredit Co., Ltd.'] };
    expect(whole(english, { language: 'en' })).toBe('Qinghe-evidence-bundle-2019-05-21');
    expect(whole({ ...english, title: 'A matter' }, { language: 'en' })).toBe(
      'Qinghe_Microcredit-evidence-bundle-2019-05-21',
    );
    expect(whole({ title: '某案', applicants: [] })).toBe('某案-证据册-2019-05-21');
  });

  test('a court outside China has the case number first, as its rule on file names wants; one of China has not', () => {
    const numbered = { caseNumber: 'HC-2019-000123' };
    expect(whole(numbered, { profile: 'england-wales', language: 'en' })).toBe(
      'HC-2019-000123-evidence-bundle-2019-05-21',
    );
    expect(whole({ caseNumber: '（2019）浙0192行保1号' })).toBe('青禾小贷-证据册-2019-05-21');
  });

  test('volumes, the annex and exhibits are told apart', () => {
    const names = named({}, { filingCopy: true });
    expect(names.volume(1, false).stem).toBe('青禾小贷-证据册-2019-05-21-第1册-portal');
    expect(names.volume(3, true)).toEqual({ stem: '青禾小贷-证据册-2019-05-21-第3册-附册-portal', mark: '第3册-附册' });
    expect(named().exhibit('02', '商户手机截图', false)).toEqual({
      stem: '青禾小贷-证据02-商户手机截图',
      mark: '证据02-商户手机截图',
    });
    expect(named({}, { language: 'en' }).exhibit('TAK-1', 'A post', true).mark).toBe('exhibit-TAK-1-annex-A_post');
  });
});

describe('a name is one that every file system takes', () => {
  const hostile = [
    '../../etc/passwd',
    'a/b\\c:d*e?f"g<h>i|j',
    '-rf',
    '.hidden',
    'CON',
    'com1.txt',
    'nul',
    'a\u202efdp.exe',
    'tab\tnew\nline\u0000',
    '名'.repeat(300),
    '𠮷'.repeat(100),
    'x'.repeat(95) + '（2019-05-05',
    '\ud800',
    '   . . . ',
    '%2e%2e%2f',
    '$(rm -rf ~)`id`',
    '',
  ];
  const folder = freshFolder();

  test.each(hostile.map((text) => [text]))('%j', (text) => {
    const { stem } = named({ title: text, applicants: [text] }).exhibit(text, text, true);
    expect(Buffer.byteLength(`${stem}.manifest.json.unfinished-4194304`)).toBeLessThanOrEqual(255);
    expect(stem).not.toMatch(/[\u0000-\u001f\\/:*?"<>|%$`\s\u202e\ud800-\udfff](?![\udc00-\udfff])|^[-.]|[. ]$/u);
    expect(stem).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:[.]|$)/i);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${stem}.pdf`), '');
  });

  test('what is cut within brackets ends before them', () => {
    expect(plainName('企镜站内消息页面（2019-05-05 21:06）', 40)).toBe('企镜站内消息页面');
    expect(plainName('企镜站内消息页面（2019-05-05 21:06）', 80)).toBe('企镜站内消息页面（2019-05-05_21_06）');
  });
});

test('numbers are as long as the longest, so that a folder lists them in order', () => {
  const even = evenNumbers(['2', '10', '8A', 'TAK-1']);
  expect(['2', '10', '8A', 'TAK-1'].map(even)).toEqual(['02', '10', '08A', 'TAK-1']);
});

test('no two files have one name, in capital letters or small', () => {
  const stems = allDifferent(['a-1', 'A-1', 'a-1'].map((stem) => ({ stem, mark: '1' }))).map(({ stem }) => stem);
  expect(stems).toEqual(['a-1', 'A-1-2', 'a-1-3']);
});

test('further volumes are found beside the first by every name that they can have', () => {
  expect(namesOfVolume('/b/青禾-证据册-2019-05-21-第1册-portal', 2)).toContain(
    '/b/青禾-证据册-2019-05-21-第2册-portal',
  );
  expect(namesOfVolume('/b/青禾-证据册-2019-05-21-第1册', 2)).toContain('/b/青禾-证据册-2019-05-21-第2册-附册');
  expect(namesOfVolume('/b-第1册/mine', 2)).toContain('/b-第1册/mine-第2册');
  expect(namesOfVolume('/b/mine', 3)).toContain('/b/mine-volume-3');
  expect(namesOfVolume('/b/evidence-bundle-1', 2)).toContain('/b/evidence-bundle-2');
  expect(namesOfVolume('/b/x', 2)).toContain('/b/x-2');
});
