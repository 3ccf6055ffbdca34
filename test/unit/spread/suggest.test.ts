import { expect, test } from 'vitest';
import { sharedPassages } from '../../../shared/spread/shared-passages.ts';
import { suggestLinks } from '../../../shared/spread/suggest.ts';
import { links, parties, publications, strangers } from './labelled-pairs.ts';

const suggested = suggestLinks(publications, parties);
const name = ({ source, citing }: { source: string; citing: string }) => `${source} > ${citing}`;
const found = new Set(suggested.map(name));

test('of pairs that a reader labelled, the links are suggested and the strangers are not', () => {
  const right = [...found].filter((one) => links.has(one)).length;
  const [precision, recall] = [right / found.size, right / links.size];
  console.log(
    `${links.size} links and ${strangers.size} strangers labelled; ${found.size} suggested; precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}; not labelled: ${[...found].filter((one) => !links.has(one)).join(', ')}; missed: ${[...links].filter((one) => !found.has(one)).join(', ')}`,
  );
  expect(links.size + strangers.size).toBeGreaterThanOrEqual(40);
  expect([...found].filter((one) => strangers.has(one))).toEqual([]);
  expect(precision).toBeGreaterThanOrEqual(0.9);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});

test('each suggestion says why, in the words of the page that takes', () => {
  const reasons = (link: string) => suggested.find((one) => name(one) === link)?.reasons;
  expect(reasons('chendu > zaobao')).toEqual([{ by: 'attribution', words: '据晨渡财经报道' }]);
  expect(reasons('chendu > weiyi')).toContainEqual({ by: 'hyperlink', address: 'https://chendu.example/story' });
  const [copied] = (reasons('flash > union') ?? []).filter(({ by }) => by === 'passage');
  expect(copied).toMatchObject({ words: expect.stringContaining('新增清算组成员备案信息，企业进入清算程序') });
});

const source = (item: string, names: readonly string[], text: string, hour: number) => ({
  ...{ item, names, text, addresses: [`http://${item}.example/`], links: [] },
  published: { from: hour * 3_600_000, to: hour * 3_600_000 + 60_000 },
});
const quoted = '企镜数据显示，青禾市青禾小额贷款有限公司于2019年5月5日新增清算组成员备案信息，企业进入清算程序。';

test('a source that is named in words taken from another, which is named too, is none at first hand', () => {
  const message = source('qijing', ['企镜'], '您监控的企业新增清算信息', 1);
  const flash = source('flash', ['财讯快递'], `快讯 ${quoted}`, 2);
  const taking = source('union', ['商户联盟'], `转自财讯快递：${quoted} 群里都在问。`, 3);
  const own = source('other', ['别家'], quoted, 3);
  const all = suggestLinks([message, flash, taking, own], ['青禾市青禾小额贷款有限公司']).map(name);
  expect(all).toContain('qijing > flash');
  expect(all).toContain('flash > union');
  expect(all).not.toContain('qijing > union');
  // It names nobody else: where it has its words from is not said.
  expect(all).toContain('qijing > other');
});

test('the characters of equal words are those that a reader counts in them', () => {
  const [first] = suggestLinks(
    [
      source('a', ['甲'], '今日快讯：机构合计签约二十三家，金额 1,200 万元，全年计划提前完成。', 1),
      source('b', ['乙'], '机构合计签约二十三家，金额 1,200 万元，全年计划提前完成。另据了解', 2),
    ],
    [],
  );
  // 机构合计签约二十三家，金额1,200万元，全年计划提前完成
  expect(first?.reasons).toEqual([{ by: 'passage', words: expect.any(String), length: 10 + 1 + 2 + 5 + 2 + 1 + 8 }]);
});

test('who took from whom is told by words or times; where neither tells, that is said', () => {
  const direction = (link: string) => suggested.find((one) => name(one) === link)?.direction;
  expect(direction('chendu > zaobao')).toBe('stated');
  expect(direction('bank1 > bank2')).toBe('by-time');
  const undated = suggestLinks(
    publications.filter(({ item }) => item.startsWith('bank')).map((one) => ({ ...one, published: null })),
    parties,
  );
  expect(undated).toMatchObject([{ direction: 'unknown' }]);
});

test('the name of the party that all write of is no passage in common', () => {
  const texts = ['青禾市青禾小额贷款有限公司今日开业', '记者走访青禾市青禾小额贷款有限公司门店'];
  expect(sharedPassages(texts, parties)).toEqual([]);
});

test('ten thousand publications are compared within the bounds, and an endless text by its beginning', () => {
  const many = Array.from(
    { length: 10_000 },
    (_, at) => `第 ${at} 篇 ${at * 7} 与其他各篇都不相同的内容 ${at * 13} 结束`,
  );
  expect(sharedPassages(many, []).length).toBeLessThan(100);
  expect(sharedPassages(['同样的话'.repeat(100_000), '同样的话'.repeat(100_000)], []).length).toBeLessThanOrEqual(1);
});
