import { describe, expect, test } from 'vitest';
import type { CaptureRecord } from '../../../../shared/case/record.ts';
import { say, type Params } from '../../../../shared/language.ts';
import { bundleTexts } from '../../../../shared/messages/papers/bundle-messages.ts';
import type { BundleModel } from '../../../../electron/bundle/model.ts';
import { secondPathOfAll } from '../../../../electron/bundle/pages/statements/certificate-paths.ts';
import { presentedLines } from '../../../../electron/bundle/pages/statements/presented-statements.ts';
import { as } from '../../../fixtures/fake.ts';

type Part = Partial<Pick<CaptureRecord, 'presented' | 'secondPath'>>;

/** A bundle of captures of which only this is recorded, in English. */
const model = (...parts: readonly Part[]): BundleModel =>
  as<BundleModel>({
    language: 'en',
    t: (name: string, params: Params) => say(bundleTexts[name as keyof typeof bundleTexts], 'en', params),
    exhibits: parts.map((part, at) =>
      as<BundleModel['exhibits'][number]>({
        number: String(at + 1),
        record: as<CaptureRecord>({ kind: 'capture', url: 'http://127.0.0.1/a', ...part }),
      }),
    ),
  });

const headless = 'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/140.0.0.0';
const sent = (userAgent: string | null, chosen: ('language' | 'user-agent')[] = []) => ({
  presented: { seen: true, userAgent, acceptLanguage: 'zh-CN,zh;q=0.9', chosen },
});
const fetched = (userAgent: string | null, acceptLanguage?: string | null): Part['secondPath'] => ({
  ran: true,
  startedAt: '2026-01-01T00:00:00.000Z',
  endedAt: '2026-01-01T00:00:01.000Z',
  userAgent,
  ...(acceptLanguage !== undefined && { acceptLanguage }),
  short: null,
  status: 200,
  finalUrl: 'http://127.0.0.1/a',
  address: '127.0.0.1',
  tls: null,
  bytes: 1,
  same: ['status'],
  differences: [],
});

describe('what a certificate says of the headers that a site saw', () => {
  test('is what the records hold, exhibits alike together', () => {
    expect(presentedLines(model(sent(headless), sent(headless), sent('Reader/1.0', ['user-agent'])))).toEqual([
      `Exhibits 1, 2: request headers of the browser’s request for the page: User-Agent “${headless}”, Accept-Language “zh-CN,zh;q=0.9”.`,
      'Exhibit 3: request headers of the browser’s request for the page: User-Agent “Reader/1.0”, Accept-Language “zh-CN,zh;q=0.9”.',
      'Exhibits 1, 2: “HeadlessChrome” in the User-Agent says that the browser had no visible window; a website can tell by it.',
      'Exhibit 3: the User-Agent was chosen by the operator; it is not the browser’s own name.',
    ]);
  });

  test('is nothing for records of older programs, and “not recorded” where the request was not seen', () => {
    expect(presentedLines(model({}))).toEqual([]);
    const unseen = { presented: { seen: false, userAgent: null, acceptLanguage: null, chosen: [] } };
    expect(presentedLines(model({}, unseen))).toEqual([
      'Exhibit 2: the User-Agent and Accept-Language of the browser’s request for the page could not be recorded.',
    ]);
  });
});

describe('what it says of the second fetch', () => {
  const lines = (part: Part) => secondPathOfAll(model(part)).join('\n');

  test('an older record went out under the program’s own name, a newer one as the browser did', () => {
    expect(lines({ secondPath: fetched('fascicle/0.1.0 (independent fetch)') })).toContain('under its own name');
    const now = lines({ ...sent(headless), secondPath: fetched(headless, 'zh-CN,zh;q=0.9') });
    expect(now).not.toContain('own name');
    expect(now).toContain(`Request headers of the second fetch of exhibit 1: User-Agent “${headless}”`);
    expect(now).toContain('sent these two headers as the browser did');
  });

  test('that they are the same is said where both were seen, and are', () => {
    const same = 'as the browser did';
    expect(lines({ ...sent(headless), secondPath: fetched('Mozilla/5.0', null) })).not.toContain(same);
    expect(lines({ secondPath: fetched(headless, 'zh-CN,zh;q=0.9') })).not.toContain(same);
  });

  test('nothing was requested where nothing went out', () => {
    const none = lines({ ...sent(headless), secondPath: fetched(null, null) });
    expect(none).not.toContain('requested the same address');
    expect(none).not.toContain('Request headers');
  });
});
