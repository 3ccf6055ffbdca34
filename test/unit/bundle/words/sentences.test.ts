import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../../electron/casefile/case-handles.ts';
import type { CaptureRecord } from '../../../../shared/case/record.ts';
import { resolveArrangement } from '../../../../shared/plan/arrangement.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { freshCase, someCapture } from '../../../fixtures/case-room.ts';
import { smallPng } from '../../../fixtures/site/files.ts';
import { gradient, IntakeRoom } from '../../intake/intake-room.ts';
import { have } from '../../pdf/pdf-room.ts';

/*
 * Sentences that are printed by default, or that send the reader elsewhere: what no record carries is left open, and what
 * is named can be had. The papers are read with poppler.
 */

const textOf = (pdf: string) =>
  spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
const packed = (text: string) => text.replace(/\s+/gu, '');

/** A capture of a page in one picture, with what else is told of it. */
function page(caseFile: WritableCase, change: Partial<CaptureRecord> = {}): CaptureRecord {
  const record = someCapture(caseFile, `${Math.random()}`);
  const file = (role: 'hand-log' | 'recording' | 'environment' | 'headers', name: string) =>
    ({
      role,
      name,
      mediaType: 'application/json',
      ...caseFile.objects.putBytes(new TextEncoder().encode(name)),
    }) as const;
  const tile = { role: 'screenshot-tile', name: 'tile-0001.png', mediaType: 'image/png' } as const;
  return {
    ...record,
    picture: { width: 40, height: 30, overlap: 32 },
    artifacts: [
      { ...tile, ...caseFile.objects.putBytes(smallPng()), x: 0, y: 0, width: 40, height: 30 },
      file('environment', 'environment.json'),
      file('headers', 'headers.json'),
      ...(change.byHand ? [file('hand-log', 'hand-log.json'), file('recording', 'recording.zip')] : []),
      ...record.artifacts,
    ],
    ...change,
  };
}

const byHand: NonNullable<CaptureRecord['byHand']> = {
  seconds: 30,
  navigations: 1,
  clicks: 2,
  keys: 3,
  scrolls: 4,
  typed: false,
  frames: 1,
  capped: false,
};

/** Files that a hand-over leaves out (by hand, from the package's own description): nobody outside can open them. */
const withheld = /(headers|hand-log|second-path|netlog|addresses)\.json|recording\.zip|page\.wacz|复取日志/u;

describe.skipIf(!have('pdftotext'))('papers say what the records carry', () => {
  test('no sentence sends the reader to a file that is not handed over without saying so', async () => {
    const caseFile = freshCase();
    caseFile.addItem(
      page(caseFile, {
        byHand,
        warnings: [
          { code: 'sub-resources-failed', params: { count: 6, of: 8 } },
          { code: 'captured-by-hand', params: { seconds: 30 } },
        ],
      }),
    );
    const text = packed(textOf((await buildIn(caseFile, { draft: true, language: 'zh-CN' })).pdf));
    const lists = /(tile-|text\.txt|[0-9a-f]{64})/u; // rows of files, which point to nothing
    const sentences = text.split(/[。•]/u).filter((one) => withheld.test(one) && !lists.test(one));
    expect(sentences.length).toBeGreaterThan(0);
    for (const one of sentences) expect(one).toContain('不随移交包提供');
    expect(text).toContain('8个请求中有6个未成功');
    caseFile.close();
  });

  test('an environment file that holds credentials is not promised to the court, nor more of a reduced one than it has', async () => {
    const caseFile = freshCase();
    const record = page(caseFile);
    const artifacts = record.artifacts.map((one) =>
      one.role === 'environment' ? { ...one, credentials: true as const } : one,
    );
    caseFile.addItem({ ...record, artifacts });
    caseFile.addItem(page(caseFile));
    const third = page(caseFile);
    const [whole] = third.artifacts.filter(({ role }) => role === 'environment');
    caseFile.addItem({
      ...third,
      artifacts: third.artifacts.map((one) => (one === whole ? { ...one, copyOf: one.sha256, replaced: 9 } : one)),
    });
    const text = packed(textOf((await buildIn(caseFile, { draft: true, language: 'zh-CN' })).pdf));
    expect(text).toMatch(/证据1的environment\.json[^。]*不随移交包提供/u);
    expect(text).toMatch(/证据2的environment\.json[^。；]*，其哈希值见哈希值清单/u);
    expect(text).toMatch(/证据3的environment\.json[^。；]*不含该计算机的名称、路径和网络地址；完整记录已封存/u);
    caseFile.close();
  });

  test('a page whose server did not send all of it, or of which nobody measured it, is never called complete', async () => {
    const caseFile = freshCase();
    caseFile.addItem(page(caseFile, { warnings: [{ code: 'sub-resources-failed', params: { count: 6, of: 8 } }] }));
    caseFile.addItem(page(caseFile));
    const pages = textOf((await buildIn(caseFile, { draft: true, language: 'zh-CN' })).pdf).split('\f');
    const told = [...pages.join('').matchAll(/^\s*结果\s+(\S+)/gmu)].map(([, outcome]) => outcome);
    const short = '部分（画面：无法确定；资源：部分；文字：无法确定；归档：无）';
    const unmeasured = '部分（画面：无法确定；资源：无法确定；文字：无法确定；归档：无）';
    expect(told).toEqual([short, unmeasured]);
    const text = packed(pages.join(''));
    expect(text).toContain(`证据1：结果为${short}`);
    expect(text).toContain(`证据2：结果为${unmeasured}`);
    expect(text).not.toMatch(/结果(?:为|：)“?完整/u);
    expect(text).not.toMatch(/未记录缺失的证据/u);
    caseFile.close();
  });

  test('of a file that came from elsewhere no kind is made up, and of nothing a number of copies', async () => {
    const room = new IntakeRoom();
    await room.import('裁定.png', await gradient(60, 40).png().toBuffer());
    room.caseFile.addItem(page(room.caseFile));
    const built = async () => {
      const text = textOf((await buildIn(room.caseFile, { draft: true, language: 'zh-CN' })).pdf);
      return text.split('\f').find((one) => one.includes('证据种类')) ?? '';
    };
    expect((await built()).match(/电子数据/gu)).toHaveLength(1); // the captured page
    expect(await built()).not.toMatch(/\d–\d+ +1\b/u);
    const arrangement = resolveArrangement(null, room.caseFile.items(), 'zh-CN');
    room.caseFile.logEvent('exhibits-set', {
      exhibits: arrangement.map((one) => ({ ...one, kind: '书证', copies: 77 })),
    });
    expect((await built()).match(/书证/gu)).toHaveLength(2);
    expect((await built()).match(/ 77\b/gu)).toHaveLength(2);
    room.caseFile.close();
  });

  test('who made a capture is not made up: its source names the program, not a party', () => {
    const caseFile = freshCase();
    caseFile.addItem(page(caseFile));
    for (const language of ['zh-CN', 'en', 'zh-CN+en'] as const) {
      const [exhibit] = resolveArrangement(null, caseFile.items(), language);
      expect(exhibit?.source).toContain('Fascicle');
      expect(exhibit?.source).not.toMatch(/申请人|自行|own\b/iu);
    }
    caseFile.close();
  });

  test('in a bundle in two languages the reason of a fetch that was not made stands once in each', async () => {
    const caseFile = freshCase();
    const reason = { code: 'second-path-logged-in' } as const;
    caseFile.addItem(page(caseFile, { secondPath: { ran: false, reason } }));
    const pages = textOf((await buildIn(caseFile, { draft: true, language: 'zh-CN+en' })).pdf).split('\f');
    const sheet = packed(pages.find((one) => one.includes('URL requested')) ?? '');
    expect(sheet).toMatch(/未进行：[^A-Za-z]*notmade:/u);
    expect(sheet.split('notmade')).toHaveLength(2);
    expect(sheet.split('未进行：')).toHaveLength(2);
    caseFile.close();
  });

  test('the list of custody entries says how many it holds and how far the log goes', async () => {
    const caseFile = freshCase();
    caseFile.addItem(page(caseFile));
    const left = caseFile.addItem(page(caseFile)).item;
    caseFile.logEvent('item-excluded', { item: left, reason: '重复' });
    const built = await buildIn(caseFile, { draft: true, language: 'zh-CN' });
    const text = packed(textOf(built.pdf));
    const said = /共(\d+)条；保管日志截至第(\d+)条，其余(\d+)条未列，因此相邻两行的“前值”与链值不一定衔接/u.exec(text);
    expect(said?.slice(1)).toEqual(['2', '3', '2']); // by hand: made, one item; the others are an item and its exclusion
    caseFile.close();
  });

  test('a list of all custody entries does not say that any is left out', async () => {
    const caseFile = freshCase();
    caseFile.addItem(page(caseFile));
    const built = await buildIn(caseFile, { draft: true, language: 'zh-CN' });
    const text = packed(textOf(built.pdf));
    expect(/共(\d+)条，即截至第(\d+)条的全部条目/u.exec(text)?.slice(1)).toEqual(['2', '1']); // numbers begin with 0
    expect(text).not.toMatch(/条未列/u);
    caseFile.close();
  });

  test('the cover gives the time of the last custody entry beside that entry, not as when the program made it', async () => {
    const caseFile = freshCase();
    caseFile.addItem(page(caseFile));
    const built = await buildIn(caseFile, { draft: true, language: 'zh-CN' });
    const [cover = ''] = textOf(built.pdf).split('\f');
    const last = caseFile.entries('content').at(-1)!.wall;
    const beijing = new Date(Date.parse(last) + 8 * 3_600_000).toISOString().replace('T', ' ').slice(0, 19);
    expect(packed(cover)).toMatch(new RegExp(`[0-9a-f]{64}·${beijing.replace(' ', '')}\\+08:00`, 'u'));
    expect(cover).toMatch(/程序 +fascicle [\d.]+$/mu);
    caseFile.close();
  });

  test('what nobody stated has no page of its own in a filing', async () => {
    const caseFile = freshCase();
    caseFile.addItem(page(caseFile));
    const text = textOf((await buildIn(caseFile, { draft: true, language: 'zh-CN' })).pdf);
    expect(text).not.toMatch(/本案未填写|待证事实与证据对照表|时间线/u);
    caseFile.close();
  });

  test('the pages that a table cites stay within its last column, whatever their numbers', async () => {
    const caseFile = freshCase();
    caseFile.addItem(page(caseFile));
    const [exhibit] = resolveArrangement(null, caseFile.items(), 'zh-CN');
    if (!exhibit) throw new Error('no exhibit');
    caseFile.logEvent('exhibits-set', { exhibits: [{ ...exhibit, number: '2019-0506-A-00118' }] });
    const { pdf } = await buildIn(caseFile, { draft: true, tables: true, language: 'zh-CN+en' });
    const boxes = spawnSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
    const landscape = boxes.split('<page ').filter((one) => /^width="841/u.test(one) && one.includes('媒体报道一览表'));
    expect(landscape).toHaveLength(1);
    const ends = [...(landscape[0] ?? '').matchAll(/xMax="([\d.]+)"/gu)].map(([, x]) => Number(x));
    expect(Math.max(...ends)).toBeLessThanOrEqual(842 - 45); // the sheet less the margin of the rule above the table
    caseFile.close();
  });

  test('an open cell of the media schedule is explained, and does not read as “none”', async () => {
    const caseFile = freshCase();
    const { item } = caseFile.addItem(page(caseFile));
    const { item: other } = caseFile.addItem(page(caseFile));
    const told = { group: '', title: '网页', source: '自行取证', purpose: '证明' };
    const exhibits = [
      { item, ...told, media: { cites: '全文引用' } },
      { item: other, ...told, media: {} },
    ];
    caseFile.logEvent('exhibits-set', { exhibits });
    const pages = textOf((await buildIn(caseFile, { draft: true, tables: true, language: 'zh-CN' })).pdf).split('\f');
    const media = pages.find((one) => one.includes('对涉案信息的引用')) ?? '';
    expect(media).toContain('“–”表示未填写，不表示没有');
    caseFile.close();
  });
});
