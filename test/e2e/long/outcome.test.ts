import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fascicle, freshFolder, type Run } from '../../fixtures/fascicle.ts';
import { openShortSite } from '../../fixtures/site/short-pages.ts';

/**
 * What is short of each page, known from how it was made: picture, resources, text, archive (w whole, p partly, n none,
 * u unknown, – not applicable), the word above them, and a code that must be among the reasons.
 */
const cases: Readonly<Record<string, readonly [answers: string, word: string, code: string | null]>> = {
  '/whole': ['wwww', 'complete', null],
  '/gone': ['wnww', 'partial', 'error-status'],
  '/part': ['wpww', 'partial', 'status-partial'],
  '/empty': ['nnnw', 'partial', 'answer-empty'],
  '/image-404': ['ppww', 'partial', 'images-not-received'],
  '/image-broken': ['ppww', 'partial', 'pictures-missing'],
  '/css-404': ['upww', 'partial', 'stylesheets-not-received'],
  '/css-aborted': ['upww', 'partial', 'stylesheets-not-received'],
  '/font-missing': ['upww', 'partial', 'fonts-not-received'],
  '/frame-500': ['upuw', 'partial', 'frames-not-received'],
  '/data-404': ['upuw', 'partial', 'data-not-received'],
  '/beacon-404': ['wwww', 'complete', null],
  '/cut': ['upup', 'partial', 'source-incomplete'],
  '/broken.pdf': ['nw–w', 'partial', 'pdf-damaged'],
  '/good.pdf': ['ww–w', 'complete', null],
  '/empty.pdf': ['nn–w', 'partial', 'answer-empty'],
  '/cut.pdf': ['np–p', 'partial', 'file-incomplete'],
  '/no-picture.svg': ['nw–w', 'partial', 'content-not-shown'],
  '/words.svg': ['nw–w', 'partial', 'content-not-shown'],
};
const letters: Readonly<Record<string, string>> = {
  whole: 'w',
  partly: 'p',
  none: 'n',
  unknown: 'u',
  'not-applicable': '–',
};
const names = ['picture', 'resources', 'text', 'archive'];

type Told = Readonly<Record<string, Readonly<{ answer: string; reasons: readonly Readonly<{ code: string }>[] }>>>;
type ItemLine = Readonly<{ url: string; item: string; outcome: string; answers: Told }>;

let site: Awaited<ReturnType<typeof openShortSite>>;
let run: Run;
const folder = join(freshFolder(), '案 件.fascicle');
beforeAll(async () => {
  site = await openShortSite();
  await fascicle(['new', folder, '--title', '结果', '--court', 'hangzhou']);
  const urls = Object.keys(cases).map((path) => site.origin + path);
  const options = ['--allow-private-network', '--no-second-path', '--concurrency', '2', '--json'];
  run = await fascicle(['capture', folder, ...urls, ...options]);
}, 400_000);
afterAll(() => site.close());

const itemAt = (path: string): ItemLine => {
  const line = run.lines.find(({ event, url }) => event === 'item' && url === site.origin + path);
  if (!line) throw new Error(`no item of ${path}`);
  return line as ItemLine; // the contract's own event, tested with the contract
};

describe('what is short of a page is in the four answers, and in the word above them', () => {
  test.for(Object.entries(cases))('%s', ([path, [answers, word, code]]) => {
    const item = itemAt(path);
    expect([names.map((name) => letters[item.answers[name]?.answer ?? '']).join(''), item.outcome]).toEqual([
      answers,
      word,
    ]);
    const codes = Object.values(item.answers).flatMap(({ reasons }) => reasons.map((reason) => reason.code));
    if (code === null) expect(codes).toEqual([]);
    else expect(codes).toContain(code);
  });

  test('what the run counted as complete is what is whole in all', () => {
    const complete = Object.values(cases).filter(([, word]) => word === 'complete').length;
    expect(run.last).toMatchObject({ items: Object.keys(cases).length, complete });
  });

  test('list and show say it in words', async () => {
    const list = await fascicle(['list', folder], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(list.stdout).toContain('画面：部分；资源：部分；文字：完整；归档：完整');
    const show = await fascicle(['show', folder, itemAt('/gone').item], { env: { LANG: 'en_US.UTF-8' } });
    expect(show.stdout).toContain('resources: none (the server returned error status 404)');
  });
});
