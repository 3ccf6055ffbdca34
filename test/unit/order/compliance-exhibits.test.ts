import { describe, expect, test } from 'vitest';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import type { CaptureRecord, ItemRecord } from '../../../shared/case/record.ts';
import { emptyOrder, type Order } from '../../../shared/order/order.ts';
import type { ObligationReport } from '../../../shared/order/obligations.ts';
import type { ArrangedItem } from '../../../shared/plan/arrangement.ts';
import { complianceExhibits } from '../../../shared/plan/compliance-exhibits.ts';
import type { Observation } from '../../../shared/watch/observation.ts';
import { importedRecord } from '../../fixtures/made/imported-record.ts';
import { id, look, obligationReport } from './order-room.ts';

const due = { by: 'day', on: '2019-05-28' } as const;
const address = 'https://qijing.example/';
const at = (day: number, hour = 4) => `2019-05-${day}T0${hour}:00:00.000Z`;
const watched = [{ channel: '站内', account: null, address, words: '清算' }];

const captured = (item: string, startedAt: string, more: Partial<CaptureRecord> = {}): ItemRecord =>
  ({
    ...importedRecord(item, { as: 'text' } as never),
    kind: 'capture',
    title: `页 ${item.at(-1) ?? ''}`,
    startedAt,
    url: address,
    ...more,
  }) as unknown as ItemRecord; // what is read of it
const arranged = (record: ItemRecord, excluded: string | null = null): ArrangedItem => ({
  item: record.item,
  record,
  excluded,
  accepted: false,
});
const itemsOf = (looks: readonly Observation[]) => looks.map((one) => arranged(captured(one.item, one.at)));

const exhibits = (
  reports: readonly ObligationReport[],
  items: readonly ArrangedItem[],
  order: Partial<Order> = {},
  arrangement: readonly Exhibit[] | null = null,
) => complianceExhibits({ ...emptyOrder, ruled: '2019-05-27', ...order }, reports, items, arrangement, 'en');
const numbersOf = (...given: Parameters<typeof exhibits>) => exhibits(...given).map(({ item }) => Number(item.at(-1)));

describe('what a report on an order files', () => {
  test('begins with the ruling and the receipts; an item stands once, where it is needed first', () => {
    const looks = [look(1, at(26), '清算'), look(2, at(29), '清算'), look(3, at(30), '清算')];
    const stop = obligationReport('stop', { text: '停止', due, places: watched }, looks);
    const served = (item: string | null) =>
      ({ party: '企镜', role: 'respondent', way: 'mail', on: '2019-05-24', item }) as const;
    const order = { item: id(7), served: [served(id(8)), served(null), served(id(2))] };
    const items = [
      ...itemsOf(looks),
      ...[id(7), id(8)].map((item) => arranged(importedRecord(item, { as: 'images' }))),
    ];
    const found = exhibits([stop, stop], items, order);
    expect(found.map(({ item, group }) => [Number(item.at(-1)), group])).toEqual([
      [7, 'Ruling and service'],
      [8, 'Ruling and service'],
      [2, 'Ruling and service'],
      [1, 'Stop spreading: 停止'],
      [3, 'Stop spreading: 停止'],
    ]);
    expect(found[0]?.purpose).toBe('Shows the content of the ruling or its service');
    expect(exhibits([stop], items, { item: id(9) })).toHaveLength(2);
  });

  test('says of a look that nobody described what was looked for and seen, and of the rest what it was entered as', () => {
    const looks = [look(1, at(26), '清算'), look(2, at(29), '别的'), look(3, at(30), '', { httpStatus: 404 })];
    const stop = obligationReport('stop', { text: '停止', due, places: watched }, looks);
    const items = [...itemsOf(looks), arranged(importedRecord(id(7), { as: 'images' }))];
    const found = exhibits([stop], items, { item: id(7), number: '（2019）1' });
    expect(found.map(({ summary }) => summary)).toEqual([
      'entered as the ruling, no. （2019）1',
      'words looked for: “清算”; page: visible',
      'words looked for: “清算”; page: page present; the words were not found',
      'words looked for: “清算”; page: the address returned “not found”',
    ]);
    const described = found.map((one) => ({ ...one, summary: one.item === id(2) ? '头版' : ' ' }));
    expect(exhibits([stop], items, {}, described).map(({ summary }) => summary)[1]).toBe('头版');
  });

  test('of an address gives the first and last look, and those at which what was seen changed, in order of time', () => {
    const texts = ['清算', '清算', '清算', '别的', '别的', '清算', '清算'];
    const looks = texts.map((text, n) => look(n + 1, at(20 + n), text));
    const stop = obligationReport('stop', { text: '停止', due, places: watched }, looks);
    // first 1, last seen 3, first not seen 4, seen again 6, last 7
    expect(numbersOf([stop], itemsOf(looks))).toEqual([1, 3, 4, 6, 7]);
    expect(
      numbersOf(
        [stop],
        itemsOf(looks).map((one) => (one.item === id(4) ? { ...one, excluded: '重复' } : one)),
      ),
    ).toEqual([1, 3, 6, 7]);
  });

  test('of a homepage adds the first look of each day', () => {
    const looks = [
      look(1, at(29, 1), '特此声明'),
      look(2, at(29, 2), '特此声明'),
      look(3, at(29, 3), '特此声明'),
      look(4, at(30, 1), '特此声明'),
      look(5, at(30, 2), '特此声明'),
      look(6, at(30, 3), '特此声明'),
      look(7, at(30, 4), '特此声明'),
    ];
    const home = obligationReport('homepage', { text: '声明', due, address, words: '特此声明', days: 2 }, looks);
    expect(numbersOf([home], itemsOf(looks))).toEqual([1, 4, 7]);
  });

  test('of a channel gives the messages, the clarifications, then what each account received and saw', () => {
    const looks = [1, 2, 3, 4].map((n) => look(n, at(20 + n), '特此澄清'));
    const clarify = obligationReport(
      'clarify',
      {
        text: '澄清',
        due,
        words: '特此澄清',
        channels: [
          {
            channel: '日报',
            originals: [id(2)],
            clarifications: [id(1)],
            scopeOfOriginal: null,
            scopeOfClarification: null,
            accounts: [
              { account: '甲', original: null, looks: [{ item: id(4), seen: null }] },
              { account: '乙', original: id(3), looks: [] },
            ],
          },
        ],
      },
      looks,
    );
    expect(numbersOf([clarify], itemsOf(looks))).toEqual([2, 1, 4, 3]);
    expect(exhibits([clarify], itemsOf(looks))[0]?.group).toBe(
      'Clarify in the same way and within the same scope: 澄清',
    );
  });

  test('says of a look what it is for: a check of the order only from the day on which it was made', () => {
    const purpose = (startedAt: string, more: Partial<CaptureRecord> = {}, ruled: string | null = '2019-05-27') => {
      const looks = [look(1, startedAt, '清算')];
      const stop = obligationReport('stop', { text: '停止', due, places: watched }, looks);
      return exhibits([stop], [arranged(captured(id(1), startedAt, more))], { ruled })[0]?.purpose;
    };
    expect(purpose('2019-05-26T15:59:59.999Z')).toMatch(/^What was seen before the ruling was made/);
    expect(purpose('2019-05-26T16:00:00.000Z')).toBe('What was seen when checking “停止”');
    expect(purpose(at(30), {}, null)).toBe('Concerns the check of “停止”');
    const off = [{ check: 'clock-ntp', outcome: 'ok', detail: 'this device +61000 ms', at: at(30) }] as never;
    expect(purpose(at(30), { checks: off })).toBe('Concerns the check of “停止”');
    expect(purpose(at(30), { kind: 'import' } as never)).toBe('Concerns the check of “停止”');
  });

  test('takes title, source, date, kind and copies from how they were filed, and says when a look was taken', () => {
    const looks = [look(1, at(29), '清算'), look(2, at(30), '清算')];
    const stop = obligationReport('stop', { text: '停止', due, places: watched }, looks);
    const filed: Exhibit = {
      item: id(2),
      group: '别组',
      title: '站内消息',
      source: '自行取证',
      purpose: '别的',
      date: '2019-05-30',
      kind: 'electronic-data',
      copies: 3,
    };
    const [plain, own] = exhibits([stop], itemsOf(looks), {}, [filed]);
    expect(plain).toEqual({
      item: id(1),
      group: 'Stop spreading: 停止',
      title: '页 1 · 2019-05-29 12:00:00 +08:00',
      source: 'Captured with the program Fascicle',
      summary: 'words looked for: “清算”; page: visible',
      purpose: 'What was seen when checking “停止”',
    });
    expect(own).toEqual({
      ...filed,
      summary: 'words looked for: “清算”; page: visible',
      group: 'Stop spreading: 停止',
      title: '站内消息 · 2019-05-30 12:00:00 +08:00',
      purpose: 'What was seen when checking “停止”',
    });
    const sent = exhibits([stop], [arranged({ ...importedRecord(id(1), { as: 'images' }), title: '截图' })]);
    expect(sent.map(({ title, source }) => [title, source])).toEqual([
      ['截图', 'Imported file, not captured by this program'],
    ]);
  });
});
