import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { fascicle, freshFolder } from '../../fixtures/fascicle.ts';

let told = ''; // the demo's case, once it has run

test(
  'the demo tells the whole story, and finds by its own checks what went wrong in it',
  { timeout: 480_000 },
  async () => {
    const folder = freshFolder();
    const run = await fascicle(['demo', folder, '--json'], { folder, env: { LANG: 'zh_CN.UTF-8' } });
    const { verdict, exhibits, compliance, found } = run.last as {
      verdict: string;
      exhibits: number;
      compliance: { pdf: string };
      found: { what: string; text: string }[];
    };
    expect(run.code).toBe(0);
    told = String(run.last['case']);
    expect(verdict).toBe('PASSED');
    const coverage = run.lines.filter(
      ({ event, url }) => event === 'item' && !/qijing|register/.test(String(url)) && url !== null,
    );
    expect(coverage.length).toBeGreaterThanOrEqual(13); // twelve reports and the one that was deleted
    expect(exhibits).toBe(22);
    expect(existsSync(compliance.pdf)).toBe(true);
    const said = (what: string) => found.filter((one) => one.what === what).map(({ text }) => text);
    // on the way
    expect(said('deleted')).toEqual([expect.stringMatching(/guancha.*404.*抱歉，该内容已被删除/)]);
    expect(said('login')).toEqual([expect.stringContaining('核查一号')]);
    expect(said('compressed')).toEqual([expect.stringContaining('mmexport')]);
    expect(said('deposited')).toHaveLength(1);
    expect(said('filingCopy')).toHaveLength(1);
    expect(said('flipped')).toEqual([expect.stringMatching(/图片不是清单所列的文件/)]);
    expect(said('stamped')).toEqual([expect.stringMatching(/(\d+) 张图片中的 \1 张仍与清单所列逐字节一致/)]);
    // what opposing counsel could say: all answered but what no reason changes
    expect(said('challenged')).toEqual(['质证预演发现 9 处可被质疑，其中 7 处已说明理由']);
    expect(said('attackable')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/没有第三方时间戳或存证/),
        expect.stringMatching(/所引规定未核对公布的原文/),
      ]),
    );
    expect(said('attackable')).toHaveLength(2);
    // after the order: of three channels one, and the statement that stood for two days
    expect(said('channel')).toEqual([expect.stringMatching(/监控日报.*1个核查账号在该渠道未见澄清信息/)]);
    expect(said('homepage')).toEqual([expect.stringMatching(/最后一次可见 2019-05-30 .*首次不可见 2019-05-31 /)]);
    expect(said('taken')).toHaveLength(1);
  },
);

test('its late evidence takes at most ten pages before the technical annex', { timeout: 240_000 }, async () => {
  const folder = freshFolder();
  const bundles = join(told, 'bundles');
  const built = readdirSync(bundles, { recursive: true }).map(String);
  const before = join(bundles, built.find((name) => /青禾小贷-证据册-[\d-]+\.pdf$/.test(name)) ?? '?');
  const { stdout } = await fascicle(['exhibits', told], { folder });
  const listed = JSON.parse(stdout) as { item: string }[];
  const known = new Set(listed.map(({ item }) => item));
  const copy = join(folder, 'late.fascicle');
  cpSync(told, copy, { recursive: true });
  const notice = itemsIn(copy).find(({ item, url }) => !known.has(item) && url?.endsWith('/app/notice') === true);
  const late = {
    item: notice?.item,
    group: '第六组',
    title: '更正通知',
    source: '自行取证',
    summary: '更正',
    purpose: '更正',
  };
  writeFileSync(join(folder, 'late.json'), JSON.stringify([...listed, late]));
  await fascicle(['exhibits', copy, '--set', join(folder, 'late.json'), '--json'], { folder });
  for (const [language, most] of [
    ['zh-CN+en', 10],
    ['zh-CN', 10],
    ['en', 10],
  ] as const) {
    const pdf = join(folder, `${language}.pdf`);
    const form = ['--language', language, '--out', pdf, '--add-to', before, '--json'];
    const built = await fascicle(['bundle', copy, ...form], { folder });
    const { path } = built.last['manifest'] as { path: string };
    const { pages } = JSON.parse(readFileSync(path, 'utf8')) as { pages: { kind: string }[] };
    const body = pages.findIndex(({ kind }) => kind === 'technical-annex');
    expect(body, language).toBeGreaterThan(5);
    expect(body, language).toBeLessThanOrEqual(most);
  }
});

/** Items of a case with their addresses, from its database. */
function itemsIn(folder: string): readonly { item: string; url: string | null }[] {
  const database = new Database(join(folder, 'case.db'), { readonly: true });
  const rows = database.prepare(`SELECT item, body ->> '$.url' AS url FROM item ORDER BY seq`).all();
  database.close();
  return rows as { item: string; url: string | null }[];
}

/** A mark of the Western kind beside a Chinese letter or mark; a moment's `(UTC …)` has none beside it, nor has a number. */
const western =
  /[\u3400-\u9fff）」”》〕] ?[,;:(!?](?!\d)|[,;:(] ?[\u3400-\u9fff（《「〔]|[\u3400-\u9fff]\)|[,;:] ?“[\u3400-\u9fff]/u;

test('its Chinese papers have Chinese marks between Chinese words', { timeout: 240_000 }, async () => {
  const folder = freshFolder();
  const papers = { bundle: [], report: ['--compliance'], working: ['--edition', 'working'] };
  for (const [name, words] of Object.entries(papers)) {
    const pdf = `${folder}/${name}.pdf`;
    const form = ['--profile', 'prc-internet', '--language', 'zh-CN', '--out', pdf, '--json'];
    const built = await fascicle(['bundle', told, ...form, ...words], { folder });
    expect(built.last).toMatchObject({ event: 'result' });
    const { path } = built.last['manifest'] as { path: string };
    const { pages } = JSON.parse(readFileSync(path, 'utf8')) as { pages: { kind: string }[] };
    const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 27 }).stdout;
    // What others wrote stands as it is: pages of exhibits, and the words that are cut out of them.
    const own = text
      .split('\f')
      .filter((_, at) => !/^(?:exhibit|key-page|key-and-whole|undefined)$/.test(String(pages[at]?.kind)));
    expect(own.length).toBeGreaterThan(5);
    expect(own.flatMap((page) => page.split('\n').filter((line) => western.test(line)))).toEqual([]);
  }
});
