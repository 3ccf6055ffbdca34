import { describe, expect, test } from 'vitest';
import { sidesOf } from '../../../shared/bilingual.ts';
import { because } from '../../../shared/cause.ts';
import { errorTexts } from '../../../shared/errors/codes.ts';
import { explain, FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { fill, listedApart, say, type Text } from '../../../shared/language.ts';
import { actionReasons } from '../../../shared/messages/reasons/action-messages.ts';
import { rollingReasons } from '../../../shared/messages/reasons/rolling-messages.ts';
import { captureReasons } from '../../../shared/messages/reasons/capture-reasons.ts';
import { kindReasons } from '../../../shared/messages/kinds/registry.ts';
import { intakeReasons } from '../../../shared/messages/reasons/intake-reasons.ts';
import {
  comparedNames,
  differenceCauseNames,
  secondPathReasons,
  secondPathWords,
} from '../../../shared/messages/reasons/second-path-messages.ts';
import { describeReason } from '../../../shared/messages/reasons/reasons.ts';
import { offsetText, readableInstant, shortTime } from '../../../shared/instant.ts';

const placeholders = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const claims = /court-admissible|notari[sz]ed|trusted time|可信时间|公证证明/i;

function inBothLanguages(name: string, text: Text): void {
  expect(text['zh-CN'], name).toMatch(/[\u4e00-\u9fff]/);
  expect(text.en, name).toMatch(/[a-z]/i);
  expect(text.en, name).not.toMatch(/[\u4e00-\u9fff]/);
  expect(placeholders(text['zh-CN']), name).toEqual(placeholders(text.en));
  expect(`${text['zh-CN']} ${text.en}`, name).not.toMatch(claims);
}

test('statements one after the other have one stop between them, whatever each ends in', () => {
  expect(listedApart(['页面所载。', '计数；', '全文。'], 'zh-CN')).toBe('页面所载；计数；全文。');
  expect(listedApart(['As the page says.', 'by Qinghe Ltd.', 'in 2019.', 'whole.'], 'en')).toBe(
    'As the page says; by Qinghe Ltd.; in 2019; whole.', // the stop of an abbreviation is its own
  );
  expect(fill('理由：{reason}。', { reason: '涉及隐私。' })).toBe('理由：涉及隐私。');
  expect(fill('Reason: {reason}. “{reason}”.', { reason: 'Private.' })).toBe('Reason: Private. “Private.”.');
  expect(sidesOf(listedApart(['所载。', '全文'], 'zh-CN+en'))[0]).toBe('所载；全文');
});

describe('what a person reads', () => {
  test('every error says in both languages what happened, what became of the evidence, and what to do next', () => {
    for (const [code, { message, evidence, next }] of Object.entries(errorTexts)) {
      for (const [part, text] of Object.entries({ message, evidence, next })) inBothLanguages(`${code}.${part}`, text);
    }
  });

  test('every reason that a record can hold has words in both languages', () => {
    for (const [code, text] of Object.entries({
      ...captureReasons,
      ...actionReasons,
      ...rollingReasons,
      ...intakeReasons,
      ...kindReasons,
      ...secondPathReasons,
    }))
      inBothLanguages(code, text);
  });

  test('everything that a second path says has words in both languages', () => {
    const words = { ...comparedNames, ...differenceCauseNames, ...secondPathWords };
    for (const [code, { 'zh-CN': zh, en }] of Object.entries(words)) {
      expect(zh, code).toBeTruthy();
      expect(en, code).not.toMatch(/[\u4e00-\u9fff]/);
      expect(placeholders(zh), code).toEqual(placeholders(en));
    }
  });

  test('a reason of a newer program stays visible as it is', () => {
    expect(describeReason({ code: 'from-the-future', params: { n: 3 } }, 'en')).toBe('from-the-future {"n":3}');
  });

  test('an error in both languages says both', () => {
    const error = new FascicleError('not-a-case', { path: '/x', why: because('no-case-db') });
    const { message, exit } = explain(error.code, error.params, 'zh-CN+en');
    expect(message).toContain('/x 不是案件文件夹');
    expect(message).toContain('/x is not a case folder');
    expect(exit).toBe(1);
  });

  test('a placeholder without a value stays visible', () => {
    expect(fill('{a} of {b}', { a: 1 })).toBe('1 of {b}');
    expect(sidesOf(say({ 'zh-CN': '甲 {x}', en: 'A {x}' }, 'zh-CN+en'))).toEqual(['甲 {x}', 'A {x}']);
  });
});

describe('a moment as people read it', () => {
  test('shows Beijing time and UTC, whatever the machine’s zone', () => {
    expect(readableInstant('2019-05-05T22:30:00.123Z')).toBe(
      '2019-05-06 06:30:00.123 +08:00 (UTC 2019-05-05 22:30:00.123)',
    );
  });

  test('in the body of a paper is Beijing time to the second, rounded up where something was there by then', () => {
    expect(shortTime('2019-05-05T22:30:00.123Z')).toBe('2019-05-06 06:30:00 +08:00');
    expect(shortTime('2019-05-05T22:30:00.123Z', 'up')).toBe('2019-05-06 06:30:01 +08:00');
    expect(shortTime('2019-05-05T22:30:00.000Z', 'up')).toBe('2019-05-06 06:30:00 +08:00');
    expect(shortTime('2019-12-31T15:59:59.001Z', 'up')).toBe('2020-01-01 00:00:00 +08:00');
  });

  test('knows zones west of Greenwich and of half hours', () => {
    expect(offsetText(-210)).toBe('-03:30');
    expect(offsetText(345)).toBe('+05:45');
  });
});
