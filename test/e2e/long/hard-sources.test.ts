import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../shared/fields/fields-of.ts';
import { captured, captureRoom, type Captured } from '../../fixtures/capture-room.ts';
import { innerColour, innerRows, menuColour, wechatColour } from '../../fixtures/site/hard-pages.ts';
import { openSite, type Site } from '../../fixtures/site/site.ts';
import { nothingElse } from '../../fixtures/made/field-sources.ts';
import type { ItemRecord } from '../../../shared/case/record.ts';
import { answerNames } from '../../../shared/case/outcome/answers.ts';
import { fourAnswers } from '../../../shared/case/outcome/four-answers.ts';

/** Picture, resources, text and archive of an item, each in a word. */
const words = (record: ItemRecord) => answerNames.map((name) => fourAnswers(record)[name].answer);
/** A person’s page is not scrolled through by the program, and what she typed stays out of the archive. */
const byHandWords = ['unknown', 'unknown', 'whole', 'none'];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const step = ({ record }: Captured, name: string) => record.steps.find((one) => one.step === name);
const text = (done: Captured, name: string) => Buffer.from(done.bytes(name)).toString();
const acts = ({ record }: Captured) =>
  (record.actions?.acts ?? []).map(({ action, what, text: words, effect }) =>
    [action, what, words, effect].join(' | '),
  );
const pixel = async (png: Uint8Array, x: number, y: number) => {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 3)];
};

/** What `show` prints under one field. */
const shown = ({ record, state, caseFile }: Captured, id: string) => {
  const from = { ...nothingElse, record, recordSha256: state.recordSha256, caseFacts: caseFile.facts() };
  return JSON.stringify(fieldsOf(from, 'zh-CN').find((field) => field.id === id));
};

describe('a source that is hard', () => {
  test('an article that keeps its pictures back shows them, asked for with its own referrer', async () => {
    const done = await captured(`${site.origin}/wechat`, { actions: ['load-deferred-images', 'expand'] });
    expect(acts(done)).toEqual([
      `load-deferred-images | image-asked-for | ${site.origin}/mmbiz.png?wx_fmt=png | image-came`,
      `load-deferred-images | image-asked-for | ${site.origin}/mmbiz-gone.png | image-failed`,
    ]);
    const { y = 0 } = done.record.actions?.acts[0] ?? {};
    expect(await pixel(done.bytes('tile-0001.png'), 50, y + 50)).toEqual([...wechatColour]);
    expect(await pixel(done.bytes('before-0001.png'), 50, y + 50)).toEqual([255, 255, 255]);
    // What did not come makes it partial: it was asked for.
    expect(done.record.outcome).toBe('partial');
    expect(step(done, 'load-deferred-images')?.reason).toEqual({
      code: 'deferred-images-missing',
      params: { count: 1, of: 2 },
    });
    expect(step(done, 'expand')).toMatchObject({ outcome: 'skipped', reason: { code: 'nothing-to-act-on' } });
  });

  test('a folded post is unfolded and banners are refused, never agreed to; nothing leads away, nothing is sent', async () => {
    const done = await captured(`${site.origin}/weibo`, { actions: ['expand', 'dismiss-banners'] });
    expect(done.record).toMatchObject({ outcome: 'complete', finalUrl: `${site.origin}/weibo`, title: '难采集的页面' });
    expect(text(done, 'text.txt')).toContain('被折叠的全部内容');
    expect(text(done, 'text.txt')).toContain('有道理；支持');
    expect(acts(done)).toEqual([
      'dismiss-banners | clicked | 仅必要 Cookie | refused',
      'dismiss-banners | clicked | icon-close | closed',
      'dismiss-banners | hidden | 打开App查看更多 立即打开 | no-button-to-refuse',
      'expand | left-alone | 阅读全文 | leads-away',
      'expand | left-alone | 查看更多内容 | sends-form',
      'expand | clicked | 展开c | page-changed',
      'expand | clicked | 查看全部2条评论 | page-changed',
      'expand | clicked | 展开全文 | leaving-stopped',
    ]);
    expect(site.asked).toContain('/refused');
    expect(site.asked).not.toContain('/kept-back.png'); // nobody asked for deferred pictures here
    expect(site.asked.filter((path) => path.startsWith('/plain'))).toEqual([]);
    expect(done.record.warnings.map(({ code }) => code)).toEqual([
      'private-network-allowed',
      'banners-hidden',
      'changed-by-actions',
    ]);
    expect(text(done, 'dom.html')).toContain('打开App查看更多'); // out of sight, still in the document
    const log = JSON.parse(text(done, 'actions.json')) as { acts: unknown[]; scripts: unknown[] };
    expect(log.acts).toHaveLength(8);
    expect(log.scripts).not.toHaveLength(0);
    expect(shown(done, 'page-actions')).toContain('应取证人要求');
  });

  test('a page that scrolls inside says how much is not in its picture; at wish a separate view shows it all', async () => {
    const done = await captured(`${site.origin}/inner`, { innerScroll: true });
    const hidden = innerRows * 100 - (900 - 60);
    expect(done.record.picture?.height).toBe(900);
    expect(done.record.warnings).toContainEqual({ code: 'scrolls-inside', params: { count: 1, pixels: hidden } });
    expect(done.record.innerScroll).toMatchObject({
      parts: [{ kind: 'scrolls', hiddenHeight: hidden, y: 60 }],
      expanded: { height: 60 + innerRows * 100, left: 0 },
    });
    const expanded = done.bytes('expanded-0001.png');
    for (const row of [0, 12, innerRows - 1])
      expect(await pixel(expanded, 640, 60 + row * 100 + 50)).toEqual([...innerColour(row)]);
    expect(text(done, 'inner-scroll.json')).toContain('overflow: visible');
  });
});

describe('a page in a person’s hands', () => {
  test('is captured at the word as it stands; acts and frames are kept, and nothing that was typed is anywhere', async () => {
    const room = captureRoom();
    const secret = 'hunter2-geheim';
    const manualTurn: NonNullable<(typeof room.services)['manualTurn']> = {
      visible: false, // there may be no display here; the same path otherwise
      until: async (page) => {
        await page.mouse.click(270, 35);
        await page.keyboard.type(secret);
        await page.mouse.click(470, 35);
        await page.waitForFunction('said.textContent.includes("王某")');
        await page.mouse.click(70, 35);
      },
    };
    const services = { ...room.services, manualTurn };
    const change = { byHand: true, account: 'wang@example', timeout: 60 };
    const done = await captured(`${site.origin}/by-hand`, change, { ...room, services });
    expect(done.record).toMatchObject({ outcome: 'partial', account: 'wang@example' });
    expect(words(done.record)).toEqual(byHandWords);
    expect(done.record.byHand).toMatchObject({ clicks: 3, keys: secret.length, typed: true, capped: false });
    expect(await pixel(done.bytes('screen.png'), 100, 300)).toEqual([...menuColour]);
    expect(await pixel(done.bytes('tile-0001.png'), 100, 300)).toEqual([...menuColour]); // the menu is still open
    expect(text(done, 'text.txt')).toContain('您好，王某');
    expect(text(done, 'hand-log.json')).toContain('"selector":"#menu"');
    expect(done.record.byHand?.frames).toBeGreaterThan(0);
    const roles = done.record.artifacts.map(({ role }) => role);
    expect(roles).toContain('recording');
    for (const sealed of ['wacz', 'netlog', 'wacz-disclosure']) expect(roles).not.toContain(sealed);
    for (const { sha256, name } of done.record.artifacts)
      for (const kept of [secret, 'session-of-wang'])
        expect(Buffer.from(done.caseFile.readObject(sha256)).includes(kept), name).toBe(false);
    expect(shown(done, 'logged-in-account')).toContain('wang@example');
    expect(shown(done, 'method')).toMatch(/取证人先在浏览器中人工操作.*再由程序取证/);
  });
});
