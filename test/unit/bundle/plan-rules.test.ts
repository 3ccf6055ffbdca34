import { describe, expect, test } from 'vitest';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import { dateProblems } from '../../../shared/plan/date-problems.ts';
import { pageNumbersOf } from '../../../shared/plan/page-choice.ts';
import { reissueOf } from '../../../shared/plan/reissue.ts';
import { tiledPicturesOf } from '../../../shared/plan/pictures/slices.ts';
import { watchTable, type WatchReport } from '../../../shared/plan/watch-table.ts';
import { linkText } from '../../../shared/plan/claims-table.ts';
import type { Manifest } from '../../../shared/verify/package/manifest.ts';

describe('the pages that an exhibit takes of a document', () => {
  test.for<readonly [string | undefined, number, readonly number[] | null]>([
    [undefined, 3, [1, 2, 3]],
    ['2', 3, [2]],
    ['1-3', 3, [1, 2, 3]],
    ['1-2,3', 3, [1, 2, 3]],
    ['3,1', 3, [3, 1]],
    ['2-2', 3, [2]],
    ['1-4', 3, null],
    ['4', 3, null],
    ['0-1', 3, null],
    ['3-2', 3, null],
    ['x', 3, null],
    ['1,', 3, null],
  ])('%s of %s: %s', ([choice, count, pages]) => {
    expect(pageNumbersOf(choice, count)).toEqual(pages);
  });
});

describe('a page that says it was published after it came into the case', () => {
  /** It came in on 6 May 2019 at 01:30:09 UTC, which is 09:30:09 in Beijing. */
  const taken = (said: readonly string[]) =>
    ({
      kind: 'capture',
      endedAt: '2019-05-06T01:30:09.000Z',
      pageFacts: said.map((value) => ({ name: 'Published', value, source: 'meta' })),
    }) as unknown as CaptureRecord;
  const add = (code: string, where: string, params: unknown) => ({ code, where, params });
  const found = (said: readonly string[], date?: string) =>
    dateProblems(
      { item: 'i', group: 'g', title: 't', source: 's', purpose: 'p', ...(date && { date }) },
      taken(said),
      '7',
      add as never,
    );

  test.for([
    ['2019-05-06T09:30:09+08:00', false],
    ['2019-05-06T09:30:10+08:00', true],
    ['2019-05-06T01:30:10Z', true],
    ['2019-05-06T01:30:08Z', false],
    ['2019-05-06T09:30:10+0800', true],
    // Of what zone a page means that names none is not known: the earliest that people live in is UTC+14.
    ['2019-05-06 09:31', false],
    ['2019-05-06 15:30', false],
    ['2019-05-06 15:31', true],
    ['2019-05-06', false],
    ['2019-05-07', true],
    ['2019年5月7日', true],
    ['2019年5月6日', false],
    ['昨天', false],
  ] as const)('%s: %s', ([said, later]) => {
    const problems = later ? [{ code: 'published-later', where: '7', params: { published: said } }] : [];
    expect(found([said])).toEqual(problems);
  });

  test('a date that somebody states without a zone is Beijing’s', () => {
    expect(found([], '2019-05-06 09:31')).toMatchObject([{ params: { published: '2019-05-06 09:31' } }]);
    expect(found([], '2019-05-06 09:30')).toEqual([]);
    expect(found([], '2019-05')).toEqual([]);
  });

  test('is not said of dates that a page states against each other, or that were left aside', () => {
    const fact = (value: string, standing: string) => ({ name: 'Published', value, source: 'meta', standing });
    const of = (...facts: readonly unknown[]) =>
      dateProblems(
        { item: 'i', group: 'g', title: 't', source: 's', purpose: 'p' },
        { ...taken([]), pageFacts: facts } as unknown as CaptureRecord,
        '7',
        add as never,
      );
    expect(of(fact('2019-05-01', 'differs'), fact('2020-01-01', 'differs'))).toEqual([]);
    expect(of(fact('2019-05-01', 'chosen'), fact('2020-01-01', 'left'))).toEqual([]);
    expect(of(fact('2020-01-01', 'chosen'))).toHaveLength(1);
  });

  test('is said once, of the first such date, and of the date that the exhibit gives too', () => {
    expect(found(['2019-05-01', '2020-01-01', '2021-01-01'])).toMatchObject([{ params: { published: '2020-01-01' } }]);
    expect(found([], '2022-01-01')).toMatchObject([{ params: { published: '2022-01-01' } }]);
  });
});

describe('the pictures of an item', () => {
  const tile = (sha256: string, y: number, height: number, more = {}) =>
    ({
      role: 'screenshot-tile',
      name: 'n',
      mediaType: 'image/png',
      bytes: 1,
      sha256,
      x: 0,
      y,
      width: 40,
      height,
      ...more,
    }) as const;

  test('are made of the tiles below one another; a tile at the top begins the next', () => {
    const made = tiledPicturesOf([tile('a', 0, 100), tile('b', 90, 50), tile('c', 0, 30)]);
    expect(made.map(({ width, height, tiles }) => [width, height, tiles.map(({ sha256 }) => sha256).join('')])).toEqual(
      [
        [40, 140, 'ab'],
        [40, 30, 'c'],
      ],
    );
    expect(tiledPicturesOf([tile('a', 50, 10)])).toMatchObject([{ height: 10 }]);
  });

  test('leave out what has no size, and what lies beside', () => {
    expect(tiledPicturesOf([tile('a', 0, 10, { width: undefined }), tile('b', 0, 10, { x: 5 })])).toEqual([]);
  });
});

describe('what was filed before, for a bundle that adds to it', () => {
  const exhibit = (number: string, from: number, to: number, more = {}) => ({
    number,
    item: `i${number}`,
    title: `t${number}`,
    pages: [from, to],
    ...more,
  });
  const manifest = (change: object) => ({ exhibits: [], pages: [], ...change }) as unknown as Manifest;

  test('an exhibit that goes on in the next volume has all its pages, whichever volume is read first', () => {
    const one = manifest({ exhibits: [exhibit('1', 3, 9)], pages: [{ page: 1 }, { page: 9 }], volume: { n: 1 } });
    const two = manifest({
      exhibits: [exhibit('1', 10, 14), exhibit('2', 15, 16)],
      pages: [{ page: 16 }, { page: 10 }],
      volume: { n: 2 },
    });
    for (const read of [
      [one, two],
      [two, one],
    ]) {
      const { lastPage, volume, exhibits, manifestSha256 } = reissueOf(read, 'ab');
      expect([lastPage, volume, manifestSha256]).toEqual([16, 2, 'ab']);
      expect([...exhibits]).toEqual([
        ['1', { item: 'i1', title: 't1', pages: [3, 14] }],
        ['2', { item: 'i2', title: 't2', pages: [15, 16] }],
      ]);
    }
  });

  test('its pages in an annex stand apart, and exhibits filed still earlier are kept', () => {
    const read = manifest({
      earlier: [exhibit('0', 1, 2, { annex: [5, 6] })],
      exhibits: [exhibit('1', 3, 4), exhibit('1', 20, 22, { annex: true }), exhibit('1', 23, 25, { annex: true })],
      pages: [{ page: 25 }],
    });
    const { exhibits, volume } = reissueOf([read], 'ab');
    const turned = { ...read, exhibits: read.exhibits.toReversed() }; // its own pages come first, wherever they are listed
    expect(reissueOf([turned], 'ab').exhibits).toEqual(exhibits);
    expect(volume).toBe(1);
    expect(exhibits.get('0')).toEqual({ item: 'i0', title: 't0', pages: [1, 2], annex: [5, 6] });
    expect(exhibits.get('1')).toEqual({ item: 'i1', title: 't1', pages: [3, 4], annex: [20, 25] });
  });
});

describe('the table of watched addresses', () => {
  const at = '2019-05-06T01:30:00.000Z';
  const entry = (change: object) => ({
    event: 'first',
    state: 'live',
    met: null,
    observation: { at, item: 'i' },
    differences: [],
    ...change,
  });
  const report = (entries: readonly object[], expect_ = { is: 'unchanged' }, nextAt: string | null = null) =>
    ({
      watched: { url: 'https://a.example/', expect: expect_ },
      history: { entries, gaps: [], lastSeen: null, firstNotSeen: null, seenAgain: null },
      nextAt,
    }) as unknown as WatchReport;
  const cells = (one: WatchReport) => watchTable([one], 'en').rows[0]!;

  test('says where nothing is watched, and where nothing was looked at yet', () => {
    expect(watchTable([], 'en').notes).toHaveLength(1);
    expect(watchTable([report([])], 'en').notes).toEqual([]);
    const [url, , now, , changes, next] = cells(report([]));
    expect([url, changes]).toEqual(['https://a.example/', '–']);
    expect(now).not.toContain('·');
    expect(next).not.toBe(cells(report([], undefined, at))[5]);
  });

  test('says of the last look whether what was expected was met, was not, or cannot be told', () => {
    const now = (met: boolean | null) => cells(report([entry({ met: true }), entry({ met })]))[2];
    expect(new Set([now(true), now(false), now(null)]).size).toBe(3);
    expect(now(null)).toBe(cells(report([entry({ met: null })]))[2]);
  });

  test('shows what was edited, cut to sixty letters, and how many edits more there are', () => {
    const edit = (before: string, after: string) => ({ kind: 'edit', before: [before], after: [after] });
    const long = '字'.repeat(61);
    const changes = (differences: readonly object[]) => cells(report([entry({ event: 'edited', differences })]))[4]!;
    expect(changes([edit(long, '短')])).toContain(`${'字'.repeat(60)}…`);
    expect(changes([edit('字'.repeat(60), '')])).toMatch(/字{60}(?!…)/);
    expect(changes([{ kind: 'clock', before: ['1'], after: ['2'] }])).toMatch(/–$/);
    expect(changes([edit('a', 'b')])).not.toBe(changes([edit('a', 'b'), edit('c', 'd')]));
    expect(changes([edit('a', 'b'), edit('c', 'd'), edit('e', 'f')])).toContain('and 2 more');
    const states = cells(report([entry({}), entry({ event: 'state' }), entry({ event: 'same' })]))[4]!;
    expect(states.split('\n')).toHaveLength(1);
  });
});

describe('one item of a claims map, in words', () => {
  const link = { number: '3', item: 'i', title: '公告', excluded: null, passage: null, found: null, note: null };
  const of = (change = {}) => linkText({ ...link, ...change } as never, 'en').split(' · ');

  test('has its number where it is filed, and says what else is to be known', () => {
    expect(of()[0]).toMatch(/3 公告$/);
    expect(of({ number: null })[0]).not.toContain('3');
    expect(of({ number: null })[0]).toMatch(/^\S.* 公告$/);
    expect(of()).toHaveLength(1);
    expect(of({ excluded: '无关' })).toHaveLength(2);
    expect(of({ passage: '清算', found: 'found' })[1]).toContain('清算');
    expect(of({ passage: '清算' })).toHaveLength(1);
    expect(of({ note: '待查' })).toEqual([of()[0], '待查']);
  });
});
