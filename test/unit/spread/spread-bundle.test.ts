import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { spreadMapSchema } from '../../../shared/spread/spread-map.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { fixedCase } from '../../fixtures/made/fixed-case.ts';

const kinds = (manifest: string) =>
  (JSON.parse(readFileSync(manifest, 'utf8')) as { pages: { kind: string }[] }).pages.map(({ kind }) => kind);
const textOf = (pdf: string) => execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, '');

test('the bundle draws and lists the links that a person confirmed, and nothing of what she rejected or noted', async () => {
  const caseFile = fixedCase();
  const [one = '', two = ''] = caseFile.items().map(({ item }) => item);
  caseFile.logEvent('spread-set', {
    links: [
      { source: one, citing: two, decided: 'confirmed', basis: '称：“据青禾消息”', note: '内部备注甲' },
      { source: two, citing: one, decided: 'rejected', basis: '不成立的依据乙', note: null },
    ],
  });
  const { pdf, manifest } = await buildIn(caseFile, { language: 'zh-CN', tables: true });
  expect(kinds(manifest).filter((kind) => kind === 'spread')).toHaveLength(1); // the drawing, and the list below it
  const text = textOf(pdf);
  expect(text).toContain('传播关系');
  expect(text).toContain('据青禾消息');
  expect(text).not.toMatch(/内部备注甲|不成立的依据乙/);
});

test('that a time in brackets is one of capture is said of those that it is said at, and of no other', async () => {
  const told = async (published: string | undefined) => {
    const caseFile = fixedCase();
    const [one = '', two = ''] = caseFile.items().map(({ item }) => item);
    caseFile.logEvent('spread-set', {
      links: [{ source: one, citing: two, decided: 'confirmed', basis: '称：“据青禾消息”', note: null }],
    });
    const exhibits = (caseFile.arrangement() ?? []).map((exhibit) => ({
      ...exhibit,
      media: { published: exhibit.item === one ? '2019-05-06 08:31' : published },
    }));
    caseFile.logEvent('exhibits-set', { exhibits });
    return textOf((await buildIn(caseFile, { language: 'zh-CN', tables: true })).pdf);
  };
  expect(await told(undefined)).toContain('证据2行首括号内为取证或导入时间');
  expect(await told('2019-05-06 09:00')).not.toContain('括号内');
});

test('the drawing puts publications in the order of their times in Beijing, and last those whose time is not known', async () => {
  const caseFile = freshCase();
  const published = {
    utc: '2019-05-06T02:00:00Z', // 10:00 in Beijing
    beijing: '2019-05-06 09:00',
    nobody: undefined, // captured before all of them
    unreadable: '五月五日上午',
    month: '2019-04',
    flash: '2019-05-06T08:16:00+08:00',
  };
  const items = Object.keys(published).map((name) => caseFile.addItem(someCapture(caseFile, name)).item);
  const exhibits = Object.entries(published).map(([title, when], at) => ({
    ...{ item: items[at]!, group: '', title: `页面${title}`, source: '自行取证', purpose: '证明传播' },
    ...(when !== undefined && { media: { published: when } }),
  }));
  caseFile.logEvent('exhibits-set', { exhibits });
  const link = { decided: 'confirmed' as const, basis: '据文字', note: null };
  caseFile.logEvent('spread-set', {
    links: items.slice(1).map((citing) => ({ ...link, source: items[0]!, citing })),
  });
  const { pdf } = await buildIn(caseFile, { language: 'zh-CN', tables: true });
  const laidOut = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  const [, drawing = ''] = /(以下关系[^\f]*?)编号\/页码/.exec(laidOut) ?? []; // above the head of the list
  const rows = drawing.match(/(?<=页面)(?:utc|beijing|nobody|unreadable|month|flash)/g) ?? [];
  expect(rows.slice(0, 3)).toEqual(['flash', 'beijing', 'utc']);
  expect(rows.slice(3).sort()).toEqual(['month', 'nobody', 'unreadable']);
  expect(drawing).toContain('（2019-05-06 09:30）'); // of a capture, in brackets
  expect(drawing).toContain('其位置不表示先后');
});

test('without a confirmed link there is no such page', async () => {
  const { manifest } = await buildIn(fixedCase());
  expect(kinds(manifest)).not.toContain('spread');
});

test('a link to itself, or one that is decided twice, is refused', () => {
  const id = '01890000-0000-7000-8000-000000000001';
  const link = { source: id, citing: id, decided: 'confirmed', basis: 'x', note: null };
  expect(spreadMapSchema.safeParse({ links: [link] }).success).toBe(false);
  const other = { ...link, citing: id.replace(/1$/, '2') };
  expect(spreadMapSchema.safeParse({ links: [other, { ...other, decided: 'rejected' }] }).success).toBe(false);
});
