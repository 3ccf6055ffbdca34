import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../../electron/casefile/case-handles.ts';
import type { Exhibit } from '../../../../shared/case/exhibit.ts';
import { storedTextPositions } from '../../../../shared/page/text-positions.ts';
import { bare, heightsOf, readByPdfjs, type SeenBundle } from '../../../clerk/read-bundle.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { freshCase, someCapture } from '../../../fixtures/case-room.ts';

const [said, about, other] = ['企业进入清算程序', '备案已于二〇一六年终止', '营业照常'];

/** A page of 320 by 2400 pixels, 1 point each, that says words in lines of its own. */
async function addPage(caseFile: WritableCase, lines: readonly (readonly [number, string])[]): Promise<string> {
  const [width, height] = [320, 2_400];
  const png = await sharp({ create: { width, height, channels: 3, background: '#eef' } })
    .png()
    .toBuffer();
  const runs = lines.map(([y, text]) => ({ x: 20, y, width: 200, height: 20, text }));
  const positions = new TextEncoder().encode(JSON.stringify(storedTextPositions(runs, false)));
  const record = someCapture(caseFile, lines.map(([, text]) => text).join('\n'));
  const { item } = caseFile.addItem({
    ...record,
    picture: { width, height, overlap: 32 },
    artifacts: [
      {
        role: 'screenshot-tile',
        name: 'tile-0001.png',
        mediaType: 'image/png',
        ...caseFile.objects.putBytes(png),
        x: 0,
        y: 0,
        width,
        height,
      },
      {
        role: 'text-positions',
        name: 'text-positions.json',
        mediaType: 'application/json',
        ...caseFile.objects.putBytes(positions),
      },
      ...record.artifacts,
    ],
  });
  return item;
}

/** Two exhibits: the first says its words at the top and, marked by its place, at the foot; the second says two things. */
async function courtCase(marks: Exhibit['marks']): Promise<WritableCase> {
  const caseFile = freshCase();
  const items = [
    await addPage(caseFile, [
      [100, said],
      [2_000, said],
    ]),
    await addPage(caseFile, [
      [300, about],
      [400, other],
    ]),
  ];
  caseFile.logEvent('exhibits-set', {
    exhibits: items.map((item, at) => ({
      item,
      group: '第一组',
      title: `标题${at + 1}`,
      source: '自行取证',
      purpose: at === 0 ? `证明该页称“${said}”` : '证明登记事实',
      elements: ['basis'],
      ...(at === 0 && marks && { marks, media: { published: '2019-05-05 21:06' } }),
    })),
  });
  caseFile.logEvent('plan-set', {
    chronology: [{ when: '2016-01-21', what: `登记载明“${about}”`, items: items.slice(1) }],
    elements: [
      { id: 'basis', fact: '申请人登记状态为存续' },
      { id: 'measures', fact: '请求停止传播' },
    ],
    accepted: [],
    notes: [],
    drafts: [],
  });
  return caseFile;
}

const wordsOf = (seen: SeenBundle, page: number) => bare((seen.pages[page - 1] ?? []).map(({ text }) => text).join(''));

describe('page one and pinpoints', () => {
  const marks: Exhibit['marks'] = [{ kind: 'key', words: said, region: { x: 10, y: 1_990, width: 220, height: 40 } }];
  let seen: SeenBundle;
  beforeAll(async () => {
    seen = await readByPdfjs((await buildIn(await courtCase(marks), { language: 'zh-CN' })).pdf);
  });

  test('page two says who is against whom, what was said when, the fact with its exhibit, what is asked', () => {
    const one = wordsOf(seen, 2);
    for (const words of ['所载原文', '标题1', '发布:2019-05-05 21:06', '申请人登记状态为存续', '请求停止传播'])
      expect(one).toContain(bare(words));
    const pages = seen.links.filter(({ on }) => on === 2).map(({ over, page }) => [bare(over), page]);
    const [first, second] = pages;
    expect(first?.[0]).toBe(`证据1第${String(first?.[1])}页`);
    expect(second?.[0]).toBe(`证据2第${String(second?.[1])}–${String(Number(second?.[1]) + 2)}页`);
  });

  test('words said twice are cited and linked where they were marked, in every list', () => {
    const quoting = seen.links.filter(({ on, over }) => on < 6 && /证据1第\d+页|企业进入清算程序/u.test(bare(over)));
    expect(quoting.length).toBeGreaterThanOrEqual(2);
    for (const { page, down } of quoting) {
      const heights = heightsOf(seen.pages[page - 1] ?? [], said);
      const [own] = heights;
      expect(heights).toHaveLength(1); // the page with the second of the two
      expect(wordsOf(seen, page)).not.toContain('关键页');
      expect((own ?? 0) - down).toBeGreaterThan(0);
      expect((own ?? 0) - down).toBeLessThan(120);
    }
    // The page with the first of the two comes before it.
    const last = seen.pages.findLastIndex((page) => heightsOf(page, said).length > 0) + 1;
    expect(new Set(quoting.map(({ page }) => page))).toEqual(new Set([last]));
  });

  test('an event that quotes an exhibit leads to the line, and its page number is that page', () => {
    const link = seen.links.find(
      ({ on, over, beside }) => on < 6 && beside.includes('2016-01-21') && over.includes('证据'),
    );
    expect(bare(link?.over ?? '')).toBe(`证据2第${String(link?.page)}页`);
    const [own = 0] = heightsOf(seen.pages[(link?.page ?? 0) - 1] ?? [], about);
    expect(own - (link?.down ?? 0)).toBeGreaterThan(0);
  });

  test('the strip says whose the frames are, only where there are some', () => {
    const strips = seen.pages.map((_, at) => wordsOf(seen, at + 1)).filter((text) => text.includes('记录SHA-256:'));
    expect(strips).toHaveLength(2);
    expect(strips.map((text) => [text.includes('红框由编制人叠加'), text.includes('橙框由编制人叠加')])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

test('where nothing is marked and no fact is stated there is no page one', async () => {
  const caseFile = await courtCase(undefined);
  caseFile.logEvent('plan-set', { chronology: [], elements: [], accepted: [], notes: [], drafts: [] });
  const seen = await readByPdfjs((await buildIn(caseFile, { language: 'zh-CN' })).pdf);
  expect(wordsOf(seen, 2)).toContain('证据目录');
  expect(seen.outline.map(({ title }) => title)).not.toContainEqual(expect.stringContaining('要点'));
});
