import { writeFileSync } from 'node:fs';
import { captureByWorkbench } from './by-workbench.ts';
import type { KindOfCase } from './kind.ts';
import { capture, imported, itemsOf, typed, type StatementRoom } from './room.ts';

const words = '企业进入清算程序，请注意相关风险';

const set = async (room: StatementRoom, folder: string, command: string, value: object): Promise<void> => {
  const file = `${folder}.${command}.json`;
  writeFileSync(file, JSON.stringify(value));
  await typed(room, [command, folder, '--set', file, '--json']);
};

/** A report, a post that took from it, and an extract, as a lawyer has arranged, marked and linked them. */
async function arranged(room: StatementRoom, folder: string): Promise<readonly string[]> {
  const pages = itemsOf(await capture(room, folder, `${room.own}/first`, `${room.own}/second`, '--no-second-path'));
  const [note = ''] = itemsOf(
    await imported(room, folder, ['note.txt'], '--source', '当事人提供', '--received-by', '李某'),
  );
  const [first = '', second = ''] = pages;
  const told = { group: '第一组', source: '自行取证' };
  await set(room, folder, 'exhibits', [
    {
      ...told,
      ...{
        item: first,
        title: '甲快讯的报道',
        summary: '称企业进入清算程序',
        purpose: '报道的内容',
        elements: ['heard'],
      },
      ...{ notes: '原件待核', media: { outlet: '甲快讯', author: '林某', published: '2019-05-06 09:00' } },
      marks: [
        { kind: 'key', words },
        { kind: 'detail', region: { x: 40, y: 30, width: 200, height: 60 } },
      ],
    },
    {
      ...told,
      ...{ item: second, title: '乙论坛的帖子', summary: '转述甲快讯', purpose: '转载', elements: ['heard', 'harm'] },
      media: { outlet: '乙论坛', cites: '转述', reach: '阅读 12', corrected: '未见' },
    },
    { ...told, group: '第二组', item: note, title: '经营说明', summary: '经营正常', purpose: '经营正常' },
  ]);
  await set(room, folder, 'spread', {
    links: [
      { source: first, citing: second, decided: 'confirmed', basis: '载明“据甲快讯报道”', note: null },
      { source: first, citing: note, decided: 'rejected', basis: '无关', note: '不列' },
    ],
  });
  return [first, second, note];
}

const eventsOf = (first: string, second: string): readonly object[] => [
  { when: '2019-05-06 12:00', what: '乙论坛转帖', items: [second] },
  { when: '2019-05-06 09:00', what: '甲快讯发布报道', items: [first] },
  { when: '2019-05-07', what: '申请人发表声明' },
];

/** Events out of order, one of them without an exhibit; elements, one of them without a fact; what only counsel reads. */
async function planned(room: StatementRoom, folder: string): Promise<readonly [string, string]> {
  const [first = '', second = ''] = await arranged(room, folder);
  await set(room, folder, 'edit', {
    plan: {
      chronology: eventsOf(first, second),
      elements: [
        {
          id: 'heard',
          name: '传播',
          law: '《甲法》第一条',
          fact: '两处发布同一信息',
          contrary: '来源不明',
          gap: '阅读量',
        },
        { id: 'harm', name: '损害', law: '《甲法》第二条' },
        { id: 'mercy', name: '担保', fact: '愿提供担保' },
      ],
      accepted: [{ code: 'operator-unstated', where: 'case', reason: '开庭时补充' }],
      notes: ['补录阅读量'],
      drafts: [{ title: '代理意见', text: '两处文字相同。' }],
    },
  });
  const [left = ''] = itemsOf(await imported(room, folder, ['photo.png'], '--source', '当事人提供'));
  await typed(room, ['exclude', folder, left, '--reason', '与本案无关', '--json']);
  await imported(room, folder, ['receipt.pdf'], '--source', '当事人提供');
  return [first, second];
}

/** What is to be shown by a map of claims, with words quoted from the exhibits. */
async function claimed(room: StatementRoom, folder: string): Promise<void> {
  const [first = '', second = ''] = await arranged(room, folder);
  await typed(room, ['edit', folder, '--submitted', '2019-05-21', '--json']);
  const of = (element: string, fact: string | null, law: string | null) => ({ element, fact, law, note: null });
  const link = (element: string, item: string, passage: string | null) => ({
    ...{ element, item, passage, side: 'support', note: null },
  });
  writeFileSync(
    `${folder}.claims.json`,
    JSON.stringify({
      actOn: '2019-05-06',
      statements: [of('statement', '甲快讯称企业进入清算程序', null), of('reputation', null, '《甲法》第三条')],
      links: [
        link('statement', first, words),
        link('statement', second, '据甲快讯报道'),
        link('reputation', second, null),
      ],
    }),
  );
  await typed(room, [
    ...['claims', folder, '--template', 'prc-commercial-disparagement'],
    ...['--set', `${folder}.claims.json`, '--json'],
  ]);
}

/** A bundle that was filed, and what came after it: a page and an import. */
async function late(room: StatementRoom, folder: string): Promise<void> {
  const [first, second] = await planned(room, folder);
  await typed(room, ['edit', folder, '--submitted', '2019-05-21', '--json']);
  const form = [
    '--profile',
    'prc-internet',
    '--language',
    'zh-CN',
    '--tables',
    '--out',
    room.file('filed.pdf'),
    '--json',
  ];
  await typed(room, ['bundle', folder, ...form]);
  const [page = ''] = itemsOf(await capture(room, folder, `${room.own}/kept`, '--no-second-path'));
  const [photo = ''] = itemsOf(await imported(room, folder, ['photo.webp'], '--source', '当事人提供'));
  const { stdout } = await typed(room, ['exhibits', folder]);
  const told = { group: '第三组', source: '自行取证', summary: '迟到的证据', purpose: '其后的情况' };
  await set(room, folder, 'exhibits', [
    ...(JSON.parse(stdout) as object[]),
    { ...told, item: page, title: '补充网页', media: { outlet: '丙网' } },
    { ...told, item: photo, title: '补充照片' },
  ]);
  await set(room, folder, 'edit', {
    plan: {
      chronology: [...eventsOf(first, second), { when: '2019-05-22', what: '丙网仍在显示', items: [page] }],
    },
  });
}

/** A page by the demo's clock beside a file by the device's own. */
async function byDemo(room: StatementRoom, folder: string): Promise<void> {
  await imported(room, folder, ['note.txt'], '--source', '当事人提供');
  await captureByWorkbench(room, folder, 'by-demo-clock');
}

export const kindsArgued: readonly KindOfCase[] = [
  { name: 'late', adds: 'filed.pdf', bundle: ['--tables'], make: late },
  { name: 'demo-clock', make: byDemo },
  { name: 'argued', bundle: ['--tables'], make: (room, folder) => planned(room, folder).then(() => undefined) },
  { name: 'claimed', bundle: ['--tables'], make: claimed },
  {
    name: 'working',
    bundle: ['--edition', 'working'],
    make: (room, folder) => planned(room, folder).then(() => undefined),
  },
];
