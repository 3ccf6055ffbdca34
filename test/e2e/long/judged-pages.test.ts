import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeRoom, type JudgeRoom } from '../../fixtures/judge-room.ts';
import { evidence } from '../../fixtures/site/judged/evidence.ts';
import type { JudgedPage } from '../../fixtures/site/judged/judged-page.ts';
import { notices } from '../../fixtures/site/judged/notices.ts';
import { unseenEvidence, unseenNotices, unseenWalls } from '../../fixtures/site/judged/unseen.ts';
import { walls } from '../../fixtures/site/judged/walls.ts';

let room: JudgeRoom;
beforeAll(async () => {
  room = await judgeRoom();
});
afterAll(() => room.close());

const said = async (pages: readonly JudgedPage[]) => {
  const names: Record<'page' | 'wall' | 'notice' | 'doubtful', string[]> = {
    page: [],
    wall: [],
    notice: [],
    doubtful: [],
  };
  for (const page of pages) names[(await room.judge(page)).is].push(page.name);
  return names;
};

describe('pages whose kind is known', () => {
  test('no evidence is called a wall or a notice, and nine of ten pieces are not even doubted', async () => {
    const all = [...evidence, ...unseenEvidence];
    const { wall, notice, doubtful } = await said(all);
    expect({ wall, notice }).toEqual({ wall: [], notice: [] });
    expect(doubtful.length, doubtful.join()).toBeLessThanOrEqual(all.length / 10);
  });

  test.for([
    ['wall', 'notice', [...walls, ...unseenWalls]],
    ['notice', 'wall', [...notices, ...unseenNotices]],
  ] as const)(
    'of every kind of %s, none is taken for the page, none for a %s, and few are doubted',
    async ([kind, other, pages]) => {
      const { page, doubtful, [other]: wrong } = await said(pages);
      expect({ page, wrong }, kind).toEqual({ page: [], wrong: [] });
      expect(doubtful.length, doubtful.join()).toBeLessThanOrEqual(pages.length / 10);
    },
  );
});

describe('what is read of a page', () => {
  const read = (body: string) => room.read({ name: '', title: '', body });

  test('each block with where it is set', async () => {
    const { blocks } = await read(`
      <nav><a href=/>导航</a></nav><h1>标题</h1><p>一段<b>粗</b>字<br>第二行</p><p><a href=/>全是链接</a></p>
      <button>按钮</button><input placeholder=提示字><blockquote>引文</blockquote><p style="display:none">藏</p>
      <div style="position:fixed;inset:0;background:rgba(0,0,0,.5)"><p>盖</p></div>`);
    expect(blocks.map(({ text, part, heading, linked }) => [text, part, heading, linked])).toEqual([
      ['导航', 'bar', false, 100],
      ['标题', 'page', true, 0],
      ['一段粗字\n第二行', 'page', false, 0],
      ['全是链接', 'page', false, 100],
      ['按钮', 'button', false, 0],
      ['引文', 'quote', false, 0],
      ['盖', 'cover', false, 0],
      ['提示字', 'field', false, 0],
    ]);
  });

  test('a layer hides what is under it where it lets nothing through, over most of the window', async () => {
    const layer = (style: string) => read(`<p>文字</p><div style="position:fixed;${style}"><p>盖</p></div>`);
    expect((await layer('inset:0;background:#fff')).hidden).toBe(true);
    expect((await layer('inset:0;background:rgba(0,0,0,.5)')).hidden).toBe(false);
    expect((await layer('inset:0 0 50% 0;background:#fff')).hidden).toBe(false);
  });

  test('of a page without end only a part is read, and that is said', async () => {
    const { blocks, cut } = await read('<p>一段</p>'.repeat(20_000));
    expect(cut).toBe(true);
    expect(blocks.length).toBeLessThanOrEqual(600);
  });

  test('a page of ordinary length is read whole', async () => {
    const { blocks, cut } = await read('<p>一段</p>'.repeat(40));
    expect([blocks.length, cut]).toEqual([40, false]);
  });
});

describe('a layer that hides the page', () => {
  test('is doubted where it asks for a login, however long the page under it', async () => {
    const story = '<p>青禾公司昨日发布年度报告，法院同日公告。</p>'.repeat(80);
    const over = '<div style="position:fixed;inset:0;background:#fff"><p>请登录后查看全文</p></div>';
    expect(await room.judge({ name: '', title: '', body: story + over })).toEqual({
      is: 'doubtful',
      reason: { code: 'may-be-wall', params: { words: '请登录后查看全文' } },
    });
    expect((await room.judge({ name: '', title: '', body: story })).is).toBe('page');
  });
});
