import { describe, expect, test } from 'vitest';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import type { CaptureRecord, ItemRecord } from '../../../shared/case/record.ts';
import {
  exhibitAsItIs,
  resolveArrangement,
  shortOf,
  titleOf,
  type ArrangedItem,
} from '../../../shared/plan/arrangement.ts';
import { importedRecord } from '../../fixtures/made/imported-record.ts';

const id = (n: number) => `01890000-0000-7000-8000-00000000000${n}`;
const exhibit: Exhibit = { item: id(1), group: '第一组', title: '标题', source: '自行取证', purpose: '证明' };
const captured = (n: number, more: Partial<CaptureRecord> = {}): ItemRecord =>
  ({
    ...importedRecord(id(n), { as: 'images' }),
    kind: 'capture',
    category: 'coverage',
    title: '页',
    url: 'https://news.example/',
    view: { device: 'desktop', width: 1280, height: 900, scale: 1 },
    picture: null,
    file: null,
    pageFacts: [],
    ...more,
  }) as unknown as ItemRecord; // what the rules read of it
const item = (record: ItemRecord, more: Partial<ArrangedItem> = {}): ArrangedItem => ({
  item: record.item,
  record,
  excluded: null,
  accepted: false,
  ...more,
});

describe('an arrangement that nobody made', () => {
  const items = [
    item({ ...importedRecord(id(1), { as: 'images' }), category: 'message' }),
    item(captured(2)),
    item(captured(3, { outcome: 'blocked' })),
    item(captured(4, { outcome: 'failed' }), { accepted: true }),
    item(captured(5), { excluded: '无关' }),
    item(captured(6)),
  ];

  test('has what files itself or was accepted, by category, in order of intake, and no purpose', () => {
    const made = resolveArrangement(null, items, 'en');
    const numbers = made.map((one) => Number(one.item.at(-1)));
    expect(numbers.toSorted()).toEqual([1, 2, 4, 6]);
    expect(numbers.filter((n) => n !== 1)).toEqual([2, 4, 6]);
    expect(made.every(({ purpose }) => purpose === '')).toBe(true);
    expect(resolveArrangement([exhibit], items, 'en')).toEqual([exhibit]);
  });

  test('says of each whose file it is, and titles it by its title, its address or its file name', () => {
    expect(exhibitAsItIs(item(captured(1)), 'en').source).toBe('Captured with the program Fascicle');
    expect(exhibitAsItIs(items[0]!, 'en').source).toBe('Imported file, not captured by this program');
    expect(titleOf(captured(1, { title: ' 页 ' }))).toBe('页');
    expect(titleOf(captured(1, { title: ' ' }))).toBe('https://news.example/');
    expect(titleOf(captured(1, { title: null }))).toBe('https://news.example/');
    expect(titleOf({ ...importedRecord(id(1), { as: 'images' }), title: null })).toBe('a.pdf');
  });

  test.for<readonly [string, ItemRecord, 'capture' | 'file' | null]>([
    ['a whole capture', captured(1), null],
    ['a part', captured(1, { outcome: 'partial' }), null],
    ['one that failed', captured(1, { outcome: 'failed' }), 'capture'],
    ['one at a wall', captured(1, { outcome: 'blocked' }), 'capture'],
    [
      'a file shown as a sheet by design',
      importedRecord(id(1), { as: 'none', reason: { code: 'sheet-only', params: {} } } as never),
      null,
    ],
    [
      'an empty file',
      importedRecord(id(1), { as: 'none', reason: { code: 'file-empty', params: {} } } as never),
      'file',
    ],
    [
      'a film that cannot be read',
      importedRecord(id(1), { as: 'none', reason: { code: 'film-unreadable', params: {} } } as never),
      'file',
    ],
    [
      'a picture that cannot be drawn',
      {
        ...importedRecord(id(1), { as: 'none', reason: { code: 'x', params: {} } } as never),
        warnings: [{ code: 'heic-not-drawn', params: {} }],
      },
      'file',
    ],
    [
      'pages that failed',
      {
        ...importedRecord(id(1), { as: 'none', reason: { code: 'x', params: {} } } as never),
        steps: [{ step: 'make-pages', outcome: 'failed', ms: 1 }],
      } as never,
      'file',
    ],
    [
      'another step that failed',
      {
        ...importedRecord(id(1), { as: 'none', reason: { code: 'x', params: {} } } as never),
        steps: [{ step: 'read-facts', outcome: 'failed', ms: 1 }],
      } as never,
      null,
    ],
    [
      'pages that were made',
      { ...importedRecord(id(1), { as: 'images' }), steps: [{ step: 'make-pages', outcome: 'ok', ms: 1 }] } as never,
      null,
    ],
  ])('%s: short of %s', ([, record, short]) => {
    expect(shortOf(record)).toBe(short);
  });
});
