import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SearchedBodies } from '../../../electron/archive/searched-bodies.ts';
import { Secrets } from '../../../electron/archive/secrets.ts';

const token = 'a91Fq7Zx20LmPp4tYw83';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const bodies = {
  'a page that says a token': `<input type="hidden" name="csrf_token" value="${token}"><p>text</p>`,
  'JSON that says a token': `{"access_token":"${token}","page":1}`,
  'a page that says none': '<!doctype html><p>Token prices rose; session 12 begins at 9:00.</p>',
  'bytes that are no text': 'PNG\0\0\0\u0001',
  'nothing at all': '',
} as const;

describe('a body that was looked through before', () => {
  test.for(Object.entries(bodies))('teaches and gives out the same: %s', ([, body]) => {
    const bytes = bytesOf(body);
    const plain = new Secrets();
    plain.learnBody(bytes);

    const searched = new SearchedBodies();
    searched.said(bytes, sha256Of(bytes));
    const remembering = new Secrets([], searched);
    remembering.learnBody(bytes, sha256Of(bytes));

    expect(remembering.count).toBe(plain.count);
    expect(textOf(remembering.body(bytes, sha256Of(bytes)))).toBe(textOf(plain.body(bytes)));
    expect(textOf(remembering.body(bytes, sha256Of(bytes)))).not.toContain(token);
  });

  test('is looked through once, and a value learnt elsewhere is replaced in it all the same', () => {
    const bytes = bytesOf(`<p>Written on the wall: ${token}</p>`);
    const searched = new SearchedBodies();
    expect(searched.said(bytes, sha256Of(bytes))).toEqual([]);
    expect(searched.saysNothing(sha256Of(bytes))).toBe(true);
    const secrets = new Secrets([], searched);
    secrets.learnHeaders('https://news.example/', [['Cookie', `visit=${token}`]], []);
    expect(textOf(secrets.body(bytes, sha256Of(bytes)))).not.toContain(token);
  });

  test('of a body that says one it is never known that it says none', () => {
    const bytes = bytesOf(bodies['JSON that says a token']);
    const searched = new SearchedBodies();
    expect(searched.said(bytes, sha256Of(bytes))).toEqual([token]);
    expect(searched.saysNothing(sha256Of(bytes))).toBe(false);
    expect(searched.saysNothing(null)).toBe(false);
  });
});
