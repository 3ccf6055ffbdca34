import { describe, expect, test } from 'vitest';
import { sidesOf } from '../../../shared/bilingual.ts';
import { allCauses, because, causeOf, causeText, inOwnWords } from '../../../shared/cause.ts';
import { errorTexts } from '../../../shared/errors/codes.ts';
import { explain, FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { say, sayToUser, type Text, type UserText } from '../../../shared/language.ts';
import type { Reason } from '../../../shared/case/reason.ts';
import { causeTexts } from '../../../shared/messages/causes/causes.ts';
import { problemTexts } from '../../../shared/messages/problem-messages.ts';
import { describeReason, reasonTexts } from '../../../shared/messages/reasons/reasons.ts';
import { packageVerifyTexts } from '../../../shared/messages/verify/package-verify-messages.ts';
import { proofTexts } from '../../../shared/messages/verify/proof-messages.ts';
import { caseVerifyTexts } from '../../../shared/messages/verify/verify-messages.ts';

/** Every text of a table that takes values. `problem-messages` and errors have several of one code. */
const tables: Readonly<Record<string, Text | UserText>> = {
  ...Object.fromEntries(Object.entries(causeTexts).map(([code, text]) => [`cause ${code}`, text])),
  ...Object.fromEntries(Object.entries(reasonTexts).map(([code, text]) => [`reason ${code}`, text])),
  ...Object.fromEntries(Object.entries(problemTexts).map(([code, { text }]) => [`problem ${code}`, text])),
  ...Object.fromEntries(
    Object.entries({ ...caseVerifyTexts, ...packageVerifyTexts, ...proofTexts }).map(([code, text]) => [
      `finding ${code}`,
      text,
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(errorTexts).flatMap(([code, { message, evidence, next }]) =>
      Object.entries({ message, evidence, next }).map(([part, text]) => [`error ${code}.${part}`, text]),
    ),
  ),
};

/** What of a Chinese text is typed, not read: commands with their options, addresses of files, units and standards. */
const typed =
  /`[^`]*`|fascicle(?: [\w<>-]+)*|--[\w-]+(?: [\w.]+)?|(?:[\w-]+\/)+[\w.-]*|\.[a-z]{2,5}\b|Python (?:\w+ )?|Mac OS|Word|Excel|(?:Web|PDF)\/\w+|(?:PDF|PKCS|RFC|HTTP|UTC|Time Stamp) [#\w]+/g;
const english = /[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}/;
const chinese = /[\u3400-\u9fff]/;

/** Every value that a text takes: a cause where a cause belongs, a number in any other place. */
function filled(text: Text | UserText, language: 'zh-CN' | 'en', cause = because('log-empty')): string {
  const names = [...text[language].matchAll(/\{(\w+)/g)].map(([, name = '']) => name);
  const values = names.map((name) => [name, ['why', 'what', 'state', 'wish'].includes(name) ? cause : 7] as const);
  return sayToUser(text as UserText, language, Object.fromEntries(values)); // which of both it is makes no difference
}

describe('a text with its values', () => {
  test('has no words of the other language, whatever of our own goes into it', () => {
    expect(Object.keys(tables).length).toBeGreaterThan(700);
    const wrong = Object.entries(tables).flatMap(([code, text]) => [
      ...(english.test(filled(text, 'zh-CN').replace(typed, '·')) ? [`${code} zh-CN: ${filled(text, 'zh-CN')}`] : []),
      ...(chinese.test(filled(text, 'en').replace(/“[^“”]*”|\([^()]*\)/g, '·')) ? [`${code} en: ${text.en}`] : []),
    ]);
    expect(wrong).toEqual([]);
  });

  test('shows each cause in the language of the reader, once', () => {
    for (const [code, text] of Object.entries(causeTexts)) {
      const names = [...text.en.matchAll(/\{(\w+)/g)].map(([, name = '']) => name);
      const values = names.map((name) => [name, name === 'why' ? because('log-empty') : 7] as const);
      // Each code with the values that its own text names, which is what its type asks for.
      const made = because(code as 'at-path', Object.fromEntries(values) as Parameters<typeof because<'at-path'>>[1]);
      expect(made, code).toMatch(/^cause:\S+$/);
      for (const language of ['zh-CN', 'en'] as const)
        expect(causeText(made, language), code).toBe(filled(text, language));
    }
  });
});

describe('a cause', () => {
  test('comes through a record, a message and an error as one word, with what a person wrote in it unchanged', () => {
    const path = '案 件/a&b=c?d%20“x”.docx';
    const cause = because('at-path', { path, why: because('partly-written', { size: 1, of: 3 }) });
    expect(cause).toMatch(/^\S+$/);
    const again = JSON.parse(JSON.stringify({ why: causeOf(new Error(cause)) })) as { why: typeof cause };
    expect(sidesOf(say({ 'zh-CN': '写入失败：{why}', en: 'Writing failed: {why}' }, 'zh-CN+en', again))).toEqual([
      `写入失败：${path}：3 字节中只写入 1 字节`,
      `Writing failed: ${path}: only 1 of 3 bytes were written`,
    ]);
  });

  test('of several is shown one after the other', () => {
    const both = allCauses([because('log-empty'), because('no-case-db')]);
    expect(causeText(both, 'zh-CN')).toBe('保管日志为空；没有 case.db');
    expect(causeText(both, 'en')).toBe('the custody log is empty; it has no case.db');
  });

  test('of the operating system, of SQLite, of the network and of a form is in words, with its code', () => {
    const system = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    expect(causeText(causeOf(system), 'zh-CN')).toBe('磁盘空间不足（ENOSPC）');
    const sqlite = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' });
    expect(causeText(causeOf(sqlite), 'zh-CN')).toContain('SQLITE_IOERR');
    const fetching = new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) });
    expect(causeText(causeOf(fetching), 'zh-CN')).toBe('对方拒绝连接（ECONNREFUSED）');
    expect(causeText(causeOf(new Error('net::ERR_FAILED at https://a')), 'zh-CN')).toBe('网络错误 ERR_FAILED');
    expect(causeText(causeOf(Object.assign(new Error('x'), { code: 'EUNHEARDOF' })), 'en')).toBe(
      'error code EUNHEARDOF',
    );
  });

  test('that nobody foresaw is quoted as what it is: the words of a program, not ours', () => {
    expect(causeText(causeOf(new Error('bad things\u001b[2J')), 'zh-CN')).toMatch(/^程序原文“bad things[^\u001b]*”$/);
    expect(causeText(causeOf(new Error('')), 'zh-CN')).toBe('原因未知');
  });

  test('of a newer program, an older record and a person stay as they are', () => {
    const stored = { code: 'held-by-person', params: { why: inOwnWords('log-empty, 等 ENOENT') } };
    expect(describeReason(stored, 'zh-CN')).toBe('人工暂停：log-empty, 等 ENOENT');
    const older = JSON.parse('{"code":"step-error","params":{"why":"Target closed"}}') as typeof stored;
    expect(describeReason(older, 'zh-CN')).toContain('Target closed');
    const newer = JSON.parse('{"code":"step-error","params":{"why":"cause:from-the-future?n=%E0"}}') as typeof stored;
    expect(describeReason(newer, 'en')).toContain('cause:from-the-future?n=%E0');
  });

  test('that an older program wrote as English words is shown as a quotation; a code of one word is not', () => {
    const older = (code: string, params: string) => JSON.parse(`{"code":"${code}","params":${params}}`) as Reason;
    expect(describeReason(older('picture-damaged', '{"what":"vipspng: libpng read error"}'), 'zh-CN')).toBe(
      '图片无法完整解码（程序原文“vipspng: libpng read error”）；原文件已完整保存。',
    );
    expect(describeReason(older('dkim-no-key', '{"domain":"a","selector":"b","detail":"ENOTFOUND"}'), 'en')).toContain(
      '(ENOTFOUND)',
    );
    expect(describeReason(older('timed-out', '{"what":"hold-still","seconds":3}'), 'en')).toBe(
      'not finished after 3 s (hold-still)',
    );
  });

  test('crosses to the window in an error, and is explained there in the language of the window', () => {
    const { code, params } = new FascicleError('not-a-case', { path: '/x y', why: because('no-case-db') });
    const sent = JSON.parse(JSON.stringify(params)) as typeof params;
    expect(explain(code, sent, 'zh-CN').message).toBe('/x y 不是案件文件夹：没有 case.db');
    expect(explain(code, sent, 'en').message).toBe('/x y is not a case folder: it has no case.db');
  });

  test('is asked for by the type: English words in the place of a cause, or a value that is missing, do not compile', () => {
    // @ts-expect-error words are no cause
    expect(() => new FascicleError('not-a-case', { path: '/x', why: 'it is no folder' })).not.toThrow();
    // @ts-expect-error a cause is missing
    expect(() => new FascicleError('not-a-case', { path: '/x' })).not.toThrow();
    // @ts-expect-error a value of the cause is missing
    expect(because('case-version')).toBe('cause:case-version');
    // @ts-expect-error no such cause
    expect(causeText(because('unheard-of'), 'en')).toBe('cause:unheard-of');
  });
});
