import { describe, expect, test } from 'vitest';
import type { ClaimsMap } from '../../../shared/claims/claims-map.ts';
import type { ElementReport, MappedLink } from '../../../shared/claims/claims-report.ts';
import { claimsTable, linkText } from '../../../shared/plan/claims-table.ts';

const name = { 'zh-CN': '难以弥补的损害', en: 'Irreparable harm' };
const rule = { 'zh-CN': '《民事诉讼法》', en: 'Civil Procedure Law' };
const provision = { rule, by: 'application', read: 'text', from: null, until: null, daysRead: 'text' } as const;
const link: MappedLink = {
  item: 'i',
  title: '公告',
  number: '3',
  excluded: null,
  passage: null,
  found: null,
  note: null,
  from: 'map',
};
const element = (change: Partial<ElementReport> = {}): ElementReport => ({
  element: { id: 'harm', name, shows: name, law: [] },
  fact: '损害已发生',
  note: null,
  law: { state: 'chosen', provisions: [] },
  ownLaw: null,
  support: [],
  contrary: [],
  gap: false,
  single: null,
  ...change,
});
const map = (actOn: string | null, unverified: readonly object[] = []) =>
  ({ template: { name: { 'zh-CN': '商业诋毁', en: 'Disparagement' }, unverified }, stated: { actOn } }) as ClaimsMap;
const table = (
  reports: readonly ElementReport[],
  actOn: string | null = '2019-05-06',
  application: string | null = null,
) => claimsTable(map(actOn), reports, application, 'en');
const cells = (change: Partial<ElementReport> = {}) => table([element(change)]).rows[0]!;

describe('elements as a table', () => {
  test('say where none was chosen', () => {
    const { title, notes, rows, columns } = claimsTable(null, [element()], null, 'en');
    expect([title, notes, rows]).toEqual(['Elements and evidence', ['No claim template chosen yet'], []]);
    expect(columns.map((one) => one.name)).toEqual([
      'Element',
      'Law',
      'Fact to be proved',
      'Supporting evidence',
      'Contrary evidence',
      'Open points',
    ]);
    expect(columns.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  });

  test('stand below the days that choose the law, and what of the template was not verified', () => {
    expect(table([]).title).toBe('Elements and evidence: Disparagement');
    expect(table([], '2019-05-06', '2019-05-20').notes.slice(0, 2)).toEqual([
      'Date of the act: 2019-05-06',
      'Filing date: 2019-05-20',
    ]);
    expect(table([], null, null).notes.slice(0, 2)).toEqual(['Date of the act: not stated', 'Filing date: not stated']);
    const { notes } = claimsTable(map(null, [{ 'zh-CN': '条号', en: 'numbers' }]), [], null, 'en');
    expect(notes[2]).toBe('Not verified in the template: numbers');
    expect(notes[3]).toContain('does not assess the weight');
  });

  test('cite what a person words before the template, and say where none is cited', () => {
    expect(cells({ ownLaw: '第十一条', law: { state: 'chosen', provisions: [provision] } })[1]).toBe('第十一条');
    expect(cells({ law: { state: 'chosen', provisions: [provision] } })[1]).toBe('Civil Procedure Law');
    expect(cells({ law: { state: 'open', provisions: [provision, provision] } })[1]).toBe(
      'Civil Procedure Law\nCivil Procedure Law\ndate not stated: all versions are listed',
    );
    expect(cells()[1]).toBe('none cited in the template');
  });

  test('name what supports and what contradicts, one a line, or none', () => {
    expect(cells().slice(2)).toEqual(['损害已发生', 'none', 'none', 'none']);
    const two = [link, { ...link, number: '4' }];
    expect(cells({ support: two })[3]).toBe('exhibit 3 公告\nexhibit 4 公告');
    expect(cells({ contrary: two.slice(1) })[4]).toBe('exhibit 4 公告');
  });

  test('list what is open: no support, one source, no fact, and the note of a person', () => {
    expect(cells({ gap: true })[5]).toBe('no supporting evidence');
    expect(cells({ single: { by: 'host', value: 'a.example' } })[5]).toBe('all from the same website, a.example');
    expect(cells({ fact: null }).slice(2)).toEqual([
      'not stated',
      'none',
      'none',
      'the fact to be proved is not stated',
    ]);
    expect(cells({ note: '待补' })[5]).toBe('待补');
    expect(cells({ gap: true, fact: null, note: '待补' })[5]?.split('\n')).toHaveLength(3);
  });

  test('an item says its number, whether it is left out, what is quoted and whether it is there, and its note', () => {
    const text = (change: Partial<MappedLink> = {}) => linkText({ ...link, ...change }, 'en');
    expect(text()).toBe('exhibit 3 公告');
    expect(text({ number: null })).toBe('not in a bundle 公告');
    expect(text({ excluded: '无关' })).toBe('exhibit 3 公告 · excluded, not counted');
    expect(text({ passage: '清算', found: 'found' })).toBe('exhibit 3 公告 · “清算” (in the stored text)');
    expect(text({ passage: '清算', found: 'not-found', note: '核对' })).toBe(
      'exhibit 3 公告 · “清算” (not found in the stored text) · 核对',
    );
    expect(text({ passage: '清算' })).toBe('exhibit 3 公告');
  });
});
