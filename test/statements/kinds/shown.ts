import { writeFileSync } from 'node:fs';
import type { KindOfCase } from './kind.ts';
import { capture, imported, itemsOf, typed, type StatementRoom } from './room.ts';

const words = '企业进入清算程序，请注意相关风险';
const told = { group: '第一组', source: '自行取证', copies: 2 };
const pageSaying = (text: string): string =>
  `<title>甲快讯</title><h1>青禾小贷的消息</h1><p>${text}。</p><p>2019年5月6日 记者 林某</p>`;

/** A report before and after it was amended, one in a narrow column, and an extract: said, traced, compared, enlarged, and asked for. @param numbered by a person, not by the profile */
async function shown(room: StatementRoom, folder: string, path: string, numbered = false): Promise<void> {
  const of = async (address: string) => itemsOf(await capture(room, folder, `${room.own}${address}`))[0] ?? '';
  room.amend(path, pageSaying(words));
  const before = await of(path);
  room.amend(path, pageSaying('更正：企业没有进入清算程序'));
  const [after, narrow] = [await of(path), await of('/narrow')];
  const [note = ''] = itemsOf(await imported(room, folder, ['note.txt'], '--source', '当事人提供'));
  writeFileSync(
    `${folder}.shown.json`,
    JSON.stringify(
      [
        {
          ...{ ...told, item: before, title: '甲快讯的报道', summary: `称“${words}”`, purpose: '报道的内容' },
          ...{ kind: '电子数据', original: 'original', remarks: '原网址已更改', date: '2019-05-06' },
          ...{ media: { outlet: '甲快讯', author: '林某' }, marks: [{ kind: 'key', words }] },
          ...{ traces: [words, '没有这样的文字'], elements: ['act'] },
        },
        {
          ...{ ...told, item: after, title: '更正后的报道', summary: '称没有进入清算程序', purpose: '其后的更正' },
          ...{ comparedWith: [before], elements: ['truth'] },
        },
        {
          ...{ ...told, item: narrow, title: '专栏', summary: '转述', purpose: '转载' },
          ...{
            media: { outlet: '专栏', published: '2019-05-07 10:00' },
            marks: [{ kind: 'key', words: '青禾小贷专栏' }],
          },
        },
        {
          ...{ ...told, group: '第二组', item: note, title: '经营说明', summary: '经营正常', purpose: '经营正常' },
          ...{ kind: '书证', elements: ['truth'] },
        },
      ].map((exhibit, at) => (numbered ? { ...exhibit, number: String(at + 1) } : exhibit)),
    ),
  );
  await typed(room, ['exhibits', folder, '--set', `${folder}.shown.json`, '--json']);
  const elements = [
    { id: 'act', name: '行为', law: '《甲法》第一条', fact: '甲快讯称企业进入清算程序' },
    { id: 'truth', name: '真实情况', law: '《甲法》第二条', fact: '企业没有进入清算程序' },
    { id: 'remedy', name: '请求', law: '《甲法》第三条', fact: '停止传播，并在原处更正' },
  ];
  const facts = { respondents: ['甲快讯'], deponent: '林某', submitted: '2019-05-21' };
  writeFileSync(`${folder}.stated.json`, JSON.stringify({ facts, plan: { elements } }));
  await typed(room, ['edit', folder, '--set', `${folder}.stated.json`, '--json']);
}

export const kindsShown: readonly KindOfCase[] = [
  { name: 'shown', make: (room, folder) => shown(room, folder, '/told-shown') },
  { name: 'divided', profile: 'singapore', make: (room, folder) => shown(room, folder, '/told-divided', true) },
];
