import { describe, expect, it } from 'vitest';
import { findInBody } from '../../../electron/trace/find-in-body.ts';
import { utf8 } from '../../../shared/canonical-json.ts';

const words = '已进入清算程序';
/** The same words in GBK. */
const gbk = Uint8Array.from([0xd2, 0xd1, 0xbd, 0xf8, 0xc8, 0xeb, 0xc7, 0xe5, 0xcb, 0xe3, 0xb3, 0xcc, 0xd0, 0xf2]);
const joined = (...pieces: readonly Uint8Array[]) => Uint8Array.from(pieces.flatMap((piece) => [...piece]));

describe('words are found where the server wrote them', () => {
  it('in UTF-8, to the byte', () => {
    const body = utf8(`<p>青禾小贷${words}。</p>`);
    const found = findInBody(body, null, words);
    expect(found).toMatchObject({ count: 1, encoding: { label: 'utf-8' }, writing: 'plain' });
    expect(new TextDecoder().decode(body.subarray(found?.ranges[0]?.offset, found?.ranges[0]?.end))).toBe(words);
  });

  it('in GBK, by the header, by the document and by the bytes alone', () => {
    const meta = utf8('<meta charset="gbk"><p>');
    for (const [head, charset, from] of [
      [utf8('<p>'), 'GB2312', 'header'],
      [meta, null, 'document'],
      [utf8('<p>'), null, 'bytes'],
    ] as const) {
      const found = findInBody(joined(head, gbk, utf8('</p>')), charset, words);
      expect(found).toMatchObject({ encoding: { from }, ranges: [{ offset: head.length, end: head.length + 14 }] });
    }
  });

  it('in UTF-16 with a byte order mark', () => {
    const body = joined(Uint8Array.from([0xff, 0xfe]), new Uint8Array(Buffer.from(`x${words}`, 'utf16le')));
    expect(findInBody(body, null, words)).toMatchObject({
      encoding: { label: 'utf-16le', from: 'byte-order-mark' },
      ranges: [{ offset: 4, end: 18 }],
    });
  });

  it('in JSON with escapes, and in HTML within JSON', () => {
    const escaped = Array.from(words)
      .map((letter) => `\\u${letter.charCodeAt(0).toString(16)}`)
      .join('');
    const json = utf8(`{"title":"${escaped}"}`);
    expect(findInBody(json, null, words)).toMatchObject({ writing: 'escapes', ranges: [{ offset: 10, end: 52 }] });
    const html = utf8('{"html":"<b>已进入<\\/b>清算\\n程序"}');
    expect(findInBody(html, null, words)).toMatchObject({ writing: 'markup-in-escapes' });
  });

  it('between tags, comments, entities and line breaks', () => {
    const body = utf8('<p>已<b class="x">进入</b>\n  清&#31639;<!-- 破产 -->程序&nbsp;</p>');
    const found = findInBody(body, 'utf-8', '已进入 清算程序');
    expect(found).toMatchObject({ writing: 'markup', count: 1, ranges: [{ offset: 3 }] });
    expect(new TextDecoder().decode(body.subarray(3, found?.ranges[0]?.end))).toMatch(/程序$/);
  });

  it('as often as they stand there, the first places told', () => {
    expect(findInBody(utf8(words.repeat(7)), null, words)).toMatchObject({ count: 7, ranges: { length: 5 } });
  });

  it('beyond the basic plane', () => {
    expect(findInBody(utf8('a𠮷b'), null, '𠮷')).toMatchObject({ ranges: [{ offset: 1, end: 5 }] });
  });

  it('not at all where they are not: another text, nothing, a label that does not exist', () => {
    expect(findInBody(utf8('已进入重组程序'), null, words)).toBeNull();
    expect(findInBody(new Uint8Array(), null, words)).toBeNull();
    expect(findInBody(utf8('<p>x'), 'klingon-8', words)).toBeNull();
    expect(findInBody(utf8('<p'.repeat(1_000)), null, words)).toBeNull();
  });
});
