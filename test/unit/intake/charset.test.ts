import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { isText } from '../../../electron/intake/charset/is-text.ts';
import { judgeCharset } from '../../../electron/intake/charset/judge-charset.ts';

/** In a charset, by the computer's own `iconv`. */
const written = (text: string, charset: string): Buffer =>
  execFileSync('iconv', ['-f', 'UTF-8', '-t', charset], { input: text });

/** Ordinary sentences, none of them what the table of common characters was made of. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  GB18030: [
    '本公司于昨日收到贵方发来的律师函，现就有关事项答复如下。',
    '杭州互联网法院受理了这起不正当竞争纠纷。',
    '张三：你看新闻了吗？说那家金融公司倒闭了',
    '客户纷纷打电话询问，并要求提前还款。',
    '编号,姓名,金额\n1,李四,3000\n',
    '明天上午十点开庭',
    '退款',
  ],
  BIG5: [
    '貴公司昨日來函已收悉，茲就有關事項答覆如下。',
    '法院受理了這起不公平競爭案件。',
    '張三：你看新聞了嗎？聽說那家金融公司倒閉了',
    '附件是合約掃描檔',
    '明天上午十點開庭',
  ],
  SHIFT_JIS: ['本日はお忙しい中ありがとうございます。', '添付ファイルをご確認ください', '東京都千代田区'],
  'EUC-KR': ['안녕하세요. 계약서를 첨부합니다.', '이 회사는 청산 절차에 들어갔습니다.'],
  'WINDOWS-1252': [
    'Société générale – résumé des échanges',
    'Grüße aus München, schöne Straße',
    '“We never said that”',
  ],
};

describe('a text whose charset nobody declares', () => {
  test.each(Object.entries(sentences))('is read as what its bytes fit: %s', (charset, texts) => {
    for (const text of texts) {
      expect(judgeCharset(written(text, charset))).toEqual({
        text,
        charset: charset.toLowerCase(),
        how: 'judged',
        badBytes: 0,
      });
    }
  });

  test('is UTF-8 where it is, with or without a mark, and cut through at the end of what was read', () => {
    const bytes = Buffer.from('听说已进入清算程序');
    expect(judgeCharset(bytes)).toMatchObject({ how: 'valid', text: '听说已进入清算程序' });
    expect(judgeCharset(Buffer.concat([Buffer.from('efbbbf', 'hex'), bytes]))).toMatchObject({
      how: 'marked',
      badBytes: 0,
    });
    expect(judgeCharset(bytes.subarray(0, -1), true)).toEqual({
      text: '听说已进入清算程',
      charset: 'utf-8',
      how: 'valid',
      badBytes: 0,
    });
  });

  test('keeps its words where a byte is bad, and shows the byte', () => {
    const line = Buffer.from('王某：听说青禾小贷已进入清算程序。\n');
    const bytes = Buffer.concat([line, line.subarray(0, 10), Buffer.from([0xff]), line]);
    const judged = judgeCharset(bytes);
    expect(judged).toMatchObject({ charset: 'utf-8', how: 'repaired', badBytes: 2 });
    expect(judged.text).toBe(`${line.toString()}王某：[0xE5][0xFF]${line.toString()}`);
  });

  test('is UTF-16 without a mark, by the side on which its zero bytes lie', () => {
    const text = '王某：10:30 听说。\n李某：10:31 不是。\n';
    const little = Buffer.from(text, 'utf16le');
    expect(judgeCharset(little)).toMatchObject({ text, charset: 'utf-16le', how: 'judged' });
    expect(judgeCharset(Buffer.from(little).swap16())).toMatchObject({ text, charset: 'utf-16be', how: 'judged' });
  });
});

test('a text is one with a NUL or a backspace among its words; bytes of a program are none', () => {
  expect(isText(Buffer.from(`${'一行文字 a line\n'.repeat(20)}\0\b`))).toBe(true);
  expect(isText(written('明天上午十点开庭', 'GB18030'))).toBe(true);
  expect(isText(Buffer.from('7f454c4602010100000000000000000003003e00', 'hex'))).toBe(false);
  expect(isText(Buffer.from([0x30, 0x82, 0x01, 0x0a, 0x02, 0x01, 0x00, 0x30, 0x0d, 0x06, 0x09, 0x2a]))).toBe(false);
});
