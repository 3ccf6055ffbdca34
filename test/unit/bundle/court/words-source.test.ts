import { describe, expect, test } from 'vitest';
import { sourceLines } from '../../../../electron/bundle/pages/statements/words-source.ts';
import type { BundleExhibit, BundleModel } from '../../../../electron/bundle/model.ts';
import type { CaptureRecord } from '../../../../shared/case/record.ts';
import type { Trace } from '../../../../shared/trace/trace.ts';

const body = '这里企业进入清算程序了';
const bytes = new TextEncoder();
const from = bytes.encode('这里').length;
const carrier: Trace['carriers'][number] = {
  kind: 'response',
  url: 'http://a.example/x',
  date: '2019-05-08T10:00:00.000Z',
  status: 200,
  mediaType: 'text/html',
  writing: 'plain',
  encoding: 'utf-8',
  encodingFrom: 'header',
  places: [{ offset: from, end: from + bytes.encode('企业进入清算程序').length }],
  count: 1,
  bodyBytes: bytes.encode(body).length,
  bodySha256: 'ab'.repeat(32),
  coding: null,
  warc: { record: 'r', offset: 0, length: 1 },
  address: null,
  protocol: null,
  cipher: null,
  certificate: null,
};
const trace = (changes: Partial<Trace>): Trace => ({
  item: 'i',
  words: '企业进入清算程序',
  archive: 'cd'.repeat(32),
  disclosure: true,
  onPage: true,
  verdict: 'found',
  carriers: [carrier],
  searched: 1,
  unsearched: [],
  ...changes,
});
type Second = CaptureRecord['secondPath'];
const second = (changes: object): Second =>
  ({ ran: true, same: ['status', 'body'], differences: [], short: null, ...changes }) as unknown as Second; // what is read of it
const said = (found: Trace | undefined, secondPath: Second, kind = 'capture'): readonly string[] =>
  sourceLines(
    found,
    { record: { kind, secondPath } } as unknown as BundleExhibit, // what is read of it
    { language: 'zh-CN', profile: {} } as BundleModel,
  );

describe('two lines of a key page on where its words come from', () => {
  test('name the bytes that are the words, and the body that a second fetch gave too', () => {
    const [way = '', again = ''] = said(trace({}), second({}));
    const [, begins, ends] = /自第 (\d+) 字节起，至第 (\d+) 字节之前；正文 33 字节/u.exec(way) ?? [];
    expect(new TextDecoder().decode(bytes.encode(body).slice(Number(begins), Number(ends)))).toBe('企业进入清算程序');
    expect(way).toContain(carrier.bodySha256);
    expect(again).toContain('逐字节一致');
  });

  test('say nothing that was not found: no carrier, frames only, another body, a second fetch that ended early or did not run', () => {
    expect(said(undefined, second({ same: ['status'] }))).toEqual([]);
    expect(said(trace({ carriers: [], verdict: 'not-found' }), undefined)).toEqual([]);
    expect(said(trace({ carriers: [{ ...carrier, kind: 'frames' }] }), undefined)).toEqual([]);
    expect(said(undefined, second({ short: { code: 'x' } }))).toEqual([]);
    expect(said(undefined, { ran: false, reason: { code: 'x' } } as unknown as Second)).toEqual([]);
    expect(said(undefined, second({}), 'import')).toEqual([]);
  });
});
