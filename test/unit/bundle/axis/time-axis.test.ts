import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BuiltBundle } from '../../../../electron/bundle/build-bundle.ts';
import type { WritableCase } from '../../../../electron/casefile/case-handles.ts';
import type { Exhibit } from '../../../../shared/case/exhibit.ts';
import { emptyPlan, type ProofPlan } from '../../../../shared/case/proof-plan.ts';
import { emptyOrder } from '../../../../shared/order/order.ts';
import { manifestSchema } from '../../../../shared/verify/package/manifest.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { freshCase, someCapture } from '../../../fixtures/case-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { have } from '../../pdf/pdf-room.ts';

const haveTools = have('pdftotext', 'qpdf', 'pdfinfo');

type Page = Readonly<{ name: string; media?: Exhibit['media']; category?: 'message' | 'coverage'; status?: number }>;

/** A case of captured pages, each of an address of its own, and what a person wrote of them. */
function caseOf(pages: readonly Page[], plan: (items: readonly string[]) => ProofPlan['chronology'] = () => []) {
  const caseFile = freshCase();
  const items = pages.map(({ name, category = 'coverage', status = 200 }) => {
    const record = { ...someCapture(caseFile, name), category, httpStatus: status, url: `https://${name}.example/` };
    return caseFile.addItem(record).item;
  });
  const exhibits = pages.map(({ name, media }, at) => ({
    ...{ item: items[at]!, group: '', title: `页面${name}`, source: '自行取证', purpose: '证明传播' },
    ...(media && { media }),
  }));
  caseFile.logEvent('exhibits-set', { exhibits });
  caseFile.logEvent('plan-set', { ...emptyPlan, chronology: plan(items) });
  return { caseFile, items };
}

function link(caseFile: WritableCase, pairs: readonly (readonly [source: string, citing: string])[]): void {
  const links = pairs.map(([source, citing]) => ({
    ...{ source, citing, decided: 'confirmed' as const, basis: '据文字', note: null },
  }));
  caseFile.logEvent('spread-set', { links });
}

const pagesOf = ({ manifest }: BuiltBundle) => manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8'))).pages;
const kindsOf = (built: BuiltBundle) => new Set(pagesOf(built).map(({ kind }) => kind));

/** The pages of the axis as another program lays their words out. */
function axisOf(built: BuiltBundle): readonly string[] {
  const text = execFileSync('pdftotext', ['-layout', built.pdf, '-'], { encoding: 'utf8' }).split('\f');
  return pagesOf(built).flatMap(({ kind }, at) => (kind === 'time-axis' ? [text[at] ?? ''] : []));
}

/** Below the head of its columns, line by line, with single blanks. */
const linesOf = (page: string): readonly string[] => {
  const lines = page.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  return lines.slice(lines.findIndex((line) => line.includes('何事')) + 1).filter((line) => line !== '');
};

/** Straight lines of the pages of the axis, as qpdf writes their content: points from the lower left corner. */
function strokesOf(built: BuiltBundle): readonly Readonly<{ from: number[]; to: number[]; width: number }>[] {
  const out = join(freshFolder(), 'plain.pdf');
  const wanted = pagesOf(built).flatMap(({ kind }, at) => (kind === 'time-axis' ? [at + 1] : []));
  execFileSync('qpdf', ['--qdf', '--object-streams=disable', built.pdf, '--pages', '.', wanted.join(','), '--', out]);
  return [...readFileSync(out, 'latin1').matchAll(/RG ([\d.]+) w (\S+) (\S+) m (\S+) (\S+) l S/g)].map(
    ([, width, ...ends]) => {
      const [a = 0, b = 0, c = 0, d = 0] = ends.map(Number);
      return { from: [a, b], to: [c, d], width: Number(width) };
    },
  );
}

/** Heads of arrows: two short strokes a point wide that meet at their tip; by the heights of the tips. */
const tipsOf = (built: BuiltBundle): readonly number[] => [
  ...new Set(strokesOf(built).flatMap(({ to, width }) => (width === 1 ? [to[1] ?? 0] : []))),
];

describe.skipIf(!haveTools)('the time axis', () => {
  test('stands in the place of chronology, media schedule and spread; who wants them has them as tables too', async () => {
    const { caseFile, items } = caseOf(
      [
        { name: 'a', media: { outlet: '甲报', published: '2019-05-06 08:00' } },
        { name: 'b', media: { outlet: '乙报', published: '2019-05-06 09:00' } },
      ],
      ([first = '']) => [{ when: '2019-05-05', what: '推送', items: [first] }],
    );
    link(caseFile, [[items[0]!, items[1]!]]);
    const old = ['chronology', 'media', 'spread'];
    const usual = kindsOf(await buildIn(caseFile));
    expect(usual.has('time-axis')).toBe(true);
    for (const kind of old) expect(usual.has(kind), kind).toBe(false);
    const both = kindsOf(await buildIn(caseFile, { tables: true }));
    for (const kind of ['time-axis', ...old]) expect(both.has(kind), kind).toBe(true);
    const working = kindsOf(await buildIn(caseFile, { edition: 'working' }));
    for (const kind of old) expect(working.has(kind), kind).toBe(true);
  });

  test('is not there where nobody stated anything but captures', async () => {
    expect(kindsOf(await buildIn(caseOf([{ name: 'a' }, { name: 'b', media: {} }]).caseFile)).has('time-axis')).toBe(
      false,
    );
  });

  test('goes by the moments in Beijing; what has no day is last, under a head that says so', async () => {
    const { caseFile } = caseOf(
      [
        { name: 'utc', media: { published: '2019-05-06T02:00:00Z' } }, // 10:00 in Beijing
        { name: 'nine', media: { published: '2019-05-06 09:00' } },
        { name: 'early', media: { published: '2019-05-05 23:59 -01:00' } }, // 08:59 of the next day in Beijing
        { name: 'day', media: { published: '2019-05-06' } },
        { name: 'words', media: { published: '五月五日上午' } },
        { name: 'never', media: { outlet: '丙报' } },
        { name: 'gone', status: 404, media: { corrected: '2019-05-06 20:15 已删除' } },
      ],
      () => [{ when: '2019-04', what: '起初', items: [] }],
    );
    const lines = axisOf(await buildIn(caseFile, { language: 'zh-CN' })).flatMap(linesOf);
    const at = (wanted: RegExp) => {
      const found = lines.findIndex((line) => wanted.test(line));
      expect(found, String(wanted)).toBeGreaterThanOrEqual(0);
      return found;
    };
    const order = [
      at(/^2019-05-06$/),
      at(/^当日 ◎ 页面day 证据4第/),
      at(/^08:59 ◎ 页面early 证据3第/),
      at(/^09:00 ◎ 页面nine 证据2第/),
      at(/^09:30:00 ▲ 取证时服务器答复 404：页面gone 证据7第/), // the record's own 01:30 UTC
      at(/^09:30:00 ■ 由本程序取证 7 项 证据1–7第/),
      at(/^10:00:00 ◎ 页面utc 证据1第/),
      at(/^20:15 △ 页面gone 证据7第/),
      at(/^日期不详或无法识别$/),
      at(/^五月五日上午 ◎ 页面words 证据5第/),
    ];
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(at(/^– ☆ 页面never 证据6第/)).toBeGreaterThan(order[8]!);
    expect(at(/^2019-04 ◇ 起初 –$/)).toBeGreaterThan(order[8]!);
    expect(lines).toContain('原文所载时间 2019-05-05 23:59 -01:00');
    expect(lines).toContain('更正、删除情况：2019-05-06 20:15 已删除');
  });

  test('an event and the publication that it tells of are one row; captures of one page are one publication', async () => {
    const { caseFile, items } = caseOf(
      [
        { name: 'a', media: { outlet: '甲报', published: '2019-05-06 08:00', cites: '“据推送”' } },
        { name: 'b', media: { published: '2019-05-06 08:00' } },
      ],
      ([first = '']) => [
        { when: '2019-05-06 08:00', what: '甲报首发', items: [first] },
        { when: '2019-05-06 08:00', what: '同时另有传闻', items: [] },
      ],
    );
    const again = caseFile.addItem({ ...someCapture(caseFile, 'again'), url: 'https://a.example/' }).item;
    const exhibits = [...(caseFile.arrangement() ?? [])];
    const copy = { ...exhibits[0]!, item: again, title: '页面a（复查）', media: { published: '2019-05-06 08:00' } };
    caseFile.logEvent('exhibits-set', { exhibits: [...exhibits, copy] });
    const text = axisOf(await buildIn(caseFile, { language: 'zh-CN' }))
      .flatMap(linesOf)
      .join('\n');
    expect(text).toMatch(/◎ 甲报首发 证据1第\d+页/);
    expect(text).not.toMatch(/页面a/); // neither by itself nor as captured once more
    expect(text).toMatch(/◇ 同时另有传闻 –/);
    expect(text).toMatch(/◎ 页面b 证据2第/);
    expect(text).toMatch(/甲报首发[^◎◇■]*证据3第/);
    expect(items).toHaveLength(2);
  });

  test('draws a line only to what certainly came later; what the times leave open or deny is said in words', async () => {
    const { caseFile, items } = caseOf([
      { name: 'source', media: { published: '2019-05-06 09:00' } },
      { name: 'later', media: { published: '2019-05-06 10:00' } },
      { name: 'earlier', media: { published: '2019-05-06 08:00' } },
      { name: 'thatday', media: { published: '2019-05-06' } },
      { name: 'sameminute', media: { published: '2019-05-06 09:00' } },
      { name: 'unknown', media: { outlet: '丁报' } },
      { name: 'nextday', media: { published: '2019-05-07' } },
    ]);
    link(
      caseFile,
      items.slice(1).map((citing) => [items[0]!, citing]),
    );
    const built = await buildIn(caseFile, { language: 'zh-CN' });
    const text = axisOf(built).flatMap(linesOf).join('\n');
    // later and nextday: two arrows, below where the source's line leaves its sign
    const tips = tipsOf(built);
    expect(tips).toHaveLength(2);
    const [trunk] = strokesOf(built).filter(
      ({ from, to, width }) => width === 0.7 && from[0] === to[0] && Math.abs(from[1]! - to[1]!) > 20,
    );
    for (const tip of tips) {
      expect(tip).toBeLessThan(trunk!.from[1]!); // downward, as time goes
      expect(tip).toBeGreaterThanOrEqual(trunk!.to[1]! - 0.01);
    }
    expect(text.match(/← 证据1第/g)).toHaveLength(6);
    expect(text).toMatch(/页面earlier[^◎]*所载时间早于其来源证据 1/);
    for (const name of ['thatday', 'sameminute', 'unknown'])
      expect(text, name).toMatch(new RegExp(`页面${name}[^◎☆]*所载时间不能确定是否晚于证据 1`));
    for (const name of ['later', 'nextday']) expect(text).not.toMatch(new RegExp(`页面${name} [^◎☆]*所载时间`));
  });

  test('a day of eighty events goes over pages under its day; each is there once, in letters of 8 points or more', async () => {
    const { caseFile } = caseOf([{ name: 'a' }], ([item = '']) =>
      Array.from({ length: 80 }, (_, n) => ({
        when: `2019-05-06 ${String(Math.floor(n / 4) + 2).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`,
        what: `第${n + 1}件事。${n === 40 ? '经过很长。'.repeat(500) : ''}`,
        items: [item],
      })),
    );
    const built = await buildIn(caseFile, { language: 'zh-CN' });
    const pages = axisOf(built);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages.slice(1)) expect(linesOf(page)[0]).toBe('2019-05-06（续）');
    const said = [...pages.join('\n').matchAll(/第(\d+)件事/g)].map(([, n]) => Number(n));
    expect(said).toEqual(Array.from({ length: 80 }, (_, n) => n + 1));
    expect(
      pages
        .join('')
        .replace(/\s/g, '')
        .match(/经过很长/g)?.length,
    ).toBeGreaterThan(490); // broken over lines, not cut
    const content = readContent(built);
    // The running lines are furniture: what is in an element of the structure is read.
    const sizes = [...content.matchAll(/MCID \d+ >> BDC\n((?:BT [^\n]*\n)+)/g)].flatMap(([, texts = '']) =>
      [...texts.matchAll(/ ([\d.]+) Tf/g)].map(([, size]) => Number(size)),
    );
    expect(sizes.length).toBeGreaterThan(240);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8);
  });

  test('tells of ruling and service in the court’s lane where the ruling is filed, and not where it is not', async () => {
    const { caseFile, items } = caseOf([{ name: 'ruling' }, { name: 'other', media: { published: '2019-05-20' } }]);
    const order = {
      ...emptyOrder,
      ...{ number: '(2019)浙0192行保1号', item: items[0]!, ruled: '2019-05-24', measureTaken: '2019-05-25' },
      served: [
        { party: '企镜', role: 'respondent', way: 'electronic', on: '2019-05-24T08:30:00.000Z', item: null },
      ] as const,
    };
    caseFile.logEvent('order-set', { order: { ...order, served: [...order.served] } });
    const lines = axisOf(await buildIn(caseFile, { language: 'zh-CN' })).flatMap(linesOf);
    const rows = lines.filter((line) => line.includes('□'));
    expect(rows.map((row) => row.replace(/第.*$/, ''))).toEqual([
      '当日 □ 法院作出裁定 证据1',
      '16:30:00 □ 送达企镜 证据1', // 08:30 UTC
      '2019-05-25 □ 采取保全措施 证据1',
    ]);
    expect(lines).toContain('电子送达');
    expect(lines.filter((line) => line.includes('(2019)浙0192行保1号'))).toHaveLength(2);
    caseFile.logEvent('order-set', { order: { ...order, served: [], item: null } });
    expect(axisOf(await buildIn(caseFile, { language: 'zh-CN' })).join('')).not.toMatch(/□|裁定/);
  });

  test('is read out as a table: time, sign under its lane, what happened, exhibit', async () => {
    const { caseFile } = caseOf([{ name: 'a', media: { published: '2019-05-06 08:00' } }]);
    const built = await buildIn(caseFile, { language: 'zh-CN' });
    const read = execFileSync('pdfinfo', ['-struct-text', built.pdf], { encoding: 'utf8' });
    const [, axis = ''] = /"时间轴"([\s\S]*?)(?=\n {2}Part|$)/.exec(read) ?? [];
    const words = [...axis.matchAll(/^\s*"(.*)"$/gm)].map(([, one]) => one);
    const at = words.indexOf('08:00');
    expect(words.slice(at, at + 3)).toEqual(['08:00', '◎', '页面a']);
    expect(words[at + 3]).toMatch(/^证据1第\d+页$/);
    const heads = words.slice(words.indexOf('时间'), words.indexOf('编号/页码') + 1);
    expect(heads).toEqual(['时间', '媒体', '取证', '何事', '编号/页码']);
  });

  test('is named by the court’s own word, and says nothing Chinese in an English bundle', async () => {
    const { caseFile } = caseOf([{ name: 'a', media: { published: '2019-05-06 08:00' } }]);
    const { profileNamed } = await import('../../../fixtures/bundle-options.ts');
    const built = await buildIn(caseFile, { profile: profileNamed('england-wales'), language: 'en', draft: true });
    const [page = ''] = axisOf(built);
    expect(page.trim().split('\n')[0]?.trim()).toBe('Chronology');
    expect(page).toMatch(/publication \(party’s statement\)/);
    expect(page.replace(/页面a|申请诉前行为保全|青禾小贷/g, '')).not.toMatch(/[㐀-鿿]/);
  });
});

function readContent(built: BuiltBundle): string {
  const out = join(freshFolder(), 'plain.pdf');
  const wanted = pagesOf(built).flatMap(({ kind }, at) => (kind === 'time-axis' ? [at + 1] : []));
  execFileSync('qpdf', ['--qdf', '--object-streams=disable', built.pdf, '--pages', '.', wanted.join(','), '--', out]);
  return readFileSync(out, 'latin1');
}
