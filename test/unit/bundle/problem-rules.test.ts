import { describe, expect, test } from 'vitest';
import type { CaseFacts } from '../../../shared/case/case.ts';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import { emptyPlan, type ProofPlan } from '../../../shared/case/proof-plan.ts';
import type { CaptureRecord, ItemRecord, FilePages } from '../../../shared/case/record.ts';
import type { ElementReport, MappedLink } from '../../../shared/claims/claims-report.ts';
import type { ArrangedItem } from '../../../shared/plan/arrangement.ts';
import { judged, problemsOf } from '../../../shared/plan/problems.ts';
import type { Problem } from '../../../shared/plan/problem.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { profileNamed } from '../../fixtures/bundle-options.ts';
import { importedRecord } from '../../fixtures/made/imported-record.ts';
import { wholeCapture } from '../../fixtures/made/whole-capture.ts';

const id = (n: number) => `01890000-0000-7000-8000-00000000000${n}`;
const exhibit: Exhibit = {
  item: id(1),
  group: '第一组',
  title: '标题',
  source: '自行取证',
  summary: '摘要',
  purpose: '证明',
};
const captured = (n: number, more: Partial<CaptureRecord> = {}): ItemRecord =>
  wholeCapture({ item: id(n), title: '页', ...more });
const importedWhole = (pages: FilePages): ItemRecord => ({
  ...importedRecord(id(1), pages),
  artifacts: [{ role: 'original', name: 'a.pdf', mediaType: 'application/pdf', bytes: 1, sha256: '0'.repeat(64) }],
  steps: ['store-original', 'make-pages'].map((step) => ({ step, outcome: 'ok', ms: 1 })),
});
const item = (record: ItemRecord, more: Partial<ArrangedItem> = {}): ArrangedItem => ({
  item: record.item,
  record,
  excluded: null,
  accepted: false,
  ...more,
});
const profile: Profile = {
  ...profileNamed('prc-internet'),
  demands: [],
  expects: [],
  unverified: [],
  parts: ['catalogue'],
};
const facts: CaseFacts = {
  title: 'T',
  court: null,
  cause: null,
  applicants: [],
  respondents: [],
  operator: null,
  language: 'en',
} as never;

type Given = Readonly<{
  facts?: Partial<CaseFacts>;
  plan?: Partial<ProofPlan>;
  claims?: readonly ElementReport[];
  arrangement?: readonly Exhibit[];
  profile?: Partial<Profile>;
  items?: readonly ArrangedItem[];
  filed?: boolean;
}>;
const problems = (given: Given): readonly Problem[] =>
  problemsOf(
    {
      facts: { ...facts, ...given.facts },
      plan: { ...emptyPlan, ...given.plan },
      claims: given.claims ?? null,
      arrangement: given.arrangement ?? [exhibit],
      profile: { ...profile, ...given.profile },
      filed: given.filed ?? true,
    },
    given.items ?? [item(captured(1))],
    'en',
  );
const said = (given: Given) => problems(given).map(({ code, where }) => `${code} ${where}`);
const second: Exhibit = { ...exhibit, item: id(2) };

describe('a bundle with nothing wrong', () => {
  test('has no problem', () => {
    expect(said({})).toEqual([]);
    expect(said({ arrangement: [], items: [] })).toEqual([]);
    expect(said({ arrangement: [exhibit, second], items: [item(captured(1)), item(captured(2))] })).toEqual([]);
  });
});

describe('what a profile asks of the case', () => {
  const full = {
    court: '杭州互联网法院',
    caseNumber: '1号',
    cause: '商业诋毁',
    applicants: ['甲'],
    respondents: ['乙'],
    counsel: [{ name: '丙', licence: '1' }],
    submitted: '2019-05-24',
    deponent: '丁',
  } as unknown as Partial<CaseFacts>;
  const expects = [
    'court',
    'caseNumber',
    'cause',
    'applicants',
    'respondents',
    'counsel',
    'submitted',
    'deponent',
  ] satisfies Profile['expects'];

  test('is said where it is missing, in the order of the profile, and not where it is there', () => {
    expect(said({ profile: { expects }, facts: full })).toEqual([]);
    expect(said({ profile: { expects } })).toEqual([
      'court-missing case',
      'case-number-missing case',
      'cause-missing case',
      'applicant-missing case',
      'respondent-missing case',
      'counsel-missing case',
      'date-missing case',
      'deponent-missing case',
    ]);
    expect(said({ profile: { expects: ['counsel'] }, facts: { counsel: [] } })).toEqual(['counsel-missing case']);
  });

  test('a value that nobody verified names the profile and what it is', () => {
    const [one] = problems({ profile: { unverified: ['a', 'b'], name: 'Court X' } as never });
    expect(one).toMatchObject({ code: 'profile-unverified', where: 'prc-internet' });
    expect(one?.message).toContain('Court X');
    expect(one?.message).toContain('`a`, `b`');
  });
});

describe('elements of proof', () => {
  const elements = [{ id: 'harm', name: '损害' }, { id: 'urgency' }];
  const naming = (...ids: readonly string[]): Exhibit => ({ ...exhibit, elements: [...ids] });
  const two = [item(captured(1)), item(captured(2))];

  test('are unproven without an exhibit, alone with one, and fine with two', () => {
    expect(said({ plan: { elements }, arrangement: [naming('harm')] })).toEqual([
      'element-alone harm',
      'element-unproven urgency',
    ]);
    const both = [naming('harm', 'urgency'), { ...second, elements: ['harm', 'urgency'] }];
    expect(said({ plan: { elements }, arrangement: both, items: two })).toEqual([]);
    const [alone, unproven] = problems({ plan: { elements }, arrangement: [naming('harm')] });
    expect(alone?.message).toContain('损害');
    expect(unproven?.message).toContain('urgency'); // by its id where it has no name
  });

  test('that the plan does not have are named with the exhibit, once the plan has any', () => {
    const arrangement = [naming(), { ...second, elements: ['other'] }];
    expect(said({ plan: { elements: [] }, arrangement, items: two })).toEqual([]);
    expect(said({ plan: { elements: elements.slice(0, 1) }, arrangement, items: two })).toEqual([
      'element-unproven harm',
      'element-unknown 2',
    ]);
  });

  test('are missing altogether only where the profile prints them and no exhibit names one', () => {
    const matrix = { parts: ['matrix'] } as Partial<Profile>;
    expect(said({ profile: matrix })).toEqual(['elements-missing case']);
    expect(said({ profile: matrix, arrangement: [naming('harm')] })).toEqual([]);
    expect(said({})).toEqual([]);
  });
});

describe('elements of a claims map', () => {
  const name = { 'zh-CN': '损害', en: 'Harm' };
  const link = (n: number, more: Partial<MappedLink> = {}): MappedLink => ({
    item: id(n),
    title: 'x',
    number: String(n),
    excluded: null,
    passage: null,
    found: null,
    note: null,
    from: 'map',
    ...more,
  });
  const report = (change: Partial<ElementReport>): ElementReport => ({
    element: { id: 'harm', name, shows: name, law: [] },
    fact: null,
    note: null,
    law: { state: 'chosen', provisions: [] },
    ownLaw: null,
    support: [link(1), link(2)],
    contrary: [],
    gap: false,
    single: null,
    ...change,
  });
  const of = (change: Partial<ElementReport>, more: Given = {}) => said({ claims: [report(change)], ...more });

  test('count what is filed: not what is excluded, not what is in no bundle, and an item once', () => {
    expect(of({})).toEqual([]);
    expect(of({ support: [] })).toEqual(['element-unproven harm']);
    expect(of({ support: [link(1, { number: null })] })).toEqual(['element-unproven harm']);
    expect(of({ support: [link(1, { excluded: '无关' })] })).toEqual(['element-unproven harm']);
    expect(of({ support: [link(1), link(1)] })).toEqual(['element-alone harm']);
    expect(of({ support: [link(1), link(2, { excluded: '无关' })] })).toEqual(['element-alone harm']);
  });

  test('of several items with one source say so; one item is alone and not said twice', () => {
    expect(of({ single: { by: 'host', value: 'a.example' } })).toEqual(['element-one-source harm']);
    expect(of({ single: { by: 'item', value: '' } as never })).toEqual([]);
    expect(of({ support: [link(1)], single: { by: 'host', value: 'a.example' } })).toEqual(['element-alone harm']);
  });

  test('a passage that was not found is named with its exhibit, of what is filed', () => {
    const quoted = (found: MappedLink['found'], more: Partial<MappedLink> = {}) =>
      of({ support: [link(1), link(2, { passage: '并无此句', found, ...more })] });
    expect(quoted('not-found')).toEqual(['passage-not-found 2']);
    expect(quoted('found')).toEqual([]);
    expect(quoted('no-text')).toEqual([]);
    expect(quoted('not-found', { number: null })).toEqual(['element-alone harm']);
  });

  test('a version of the law left open is said once for all, with their names, unless a person words the law', () => {
    const open = { law: { state: 'open', provisions: [] } } as const;
    const other = { element: { id: 'urgency', name: { 'zh-CN': '紧急', en: 'Urgency' }, shows: name, law: [] } };
    const [one, ...more] = problems({ claims: [report(open), report({ ...open, ...other }), report({})] });
    expect(one).toMatchObject({ code: 'law-version-open', where: 'case' });
    expect(one?.message).toMatch(/Harm.*Urgency/);
    expect(more).toEqual([]);
    expect(of({ ...open, ownLaw: '第十一条' })).toEqual([]);
    expect(of({ law: { state: 'none', provisions: [] } })).toEqual(['law-version-open case']);
  });

  test('elements that an exhibit names are known from the map or the plan, else they are named', () => {
    const arrangement = [{ ...exhibit, elements: ['harm', 'own', 'other'] }];
    expect(of({}, { arrangement, plan: { elements: [{ id: 'own' }] } })).toEqual(['element-unknown 1']);
  });
});

describe('an exhibit', () => {
  test.for<readonly [string, Partial<Exhibit>, readonly string[]]>([
    ['without a title', { title: '' }, ['cell-empty 1']],
    ['with a source of spaces', { source: '  ' }, ['cell-empty 1']],
    ['without a purpose', { purpose: '' }, ['purpose-missing 1']],
    ['without a summary', { summary: '' }, ['cell-empty 1']],
    ['without a group', { group: '' }, ['cell-empty 1']],
    [
      'without anything',
      { title: '', source: '', summary: '', purpose: '', group: '' },
      ['cell-empty 1', 'cell-empty 1', 'cell-empty 1', 'purpose-missing 1', 'cell-empty 1'],
    ],
  ])('%s', ([, change, expected]) => {
    expect(said({ arrangement: [{ ...exhibit, ...change }] })).toEqual(expected);
  });

  test('without what the law demands is not filed, answered or not; any other paper says so', () => {
    const { summary, ...unsaid } = { ...exhibit, source: '  ', purpose: '' };
    const demands = ['source', 'summary', 'purpose'] as const;
    const of = (filed: boolean) => problems({ arrangement: [unsaid], profile: { demands: [...demands] }, filed });
    expect(summary).toBe('摘要');
    expect(of(true).map(({ code, rank, message }) => `${code} ${rank} ${message.split(': ')[1]}`)).toEqual([
      'cell-demanded stop source',
      'cell-demanded stop summary',
      'cell-demanded stop purpose of proof',
    ]);
    expect(of(false).map(({ code, rank }) => `${code} ${rank}`)).toEqual(demands.map(() => 'cell-demanded warn'));
    const answered = judged(of(true), [{ code: 'cell-demanded', where: null, reason: '另行说明' }]);
    expect(answered.map(({ accepted }) => accepted)).toEqual([null, null, null]);
    expect(said({ arrangement: [exhibit], profile: { demands: [...demands] } })).toEqual([]);
  });

  test('is never described by its address', () => {
    const { summary, ...unsaid } = exhibit;
    expect([summary, ...said({ arrangement: [unsaid] })]).toEqual(['摘要', 'cell-empty 1']);
  });

  test('of a document takes pages that are there', () => {
    const items = [item(importedWhole({ as: 'document', count: 2 }))];
    const pages = (chosen: string | undefined) =>
      said({ items, arrangement: [{ ...exhibit, ...(chosen && { pages: chosen }) }] });
    expect([pages(undefined), pages('2'), pages('3'), pages('0')]).toEqual([
      [],
      [],
      ['pages-unknown 1'],
      ['pages-unknown 1'],
    ]);
  });

  test('of a file that several pictures show takes pictures that are there', () => {
    const tile = (y: number) => ({ role: 'page-image', name: 'n', mediaType: 'image/png', bytes: 1, sha256: 'x', y });
    const artifacts = [0, 4064, 0].map(tile) as unknown as ItemRecord['artifacts']; // what the rule reads of them
    const items = [item({ ...importedRecord(id(1), { as: 'images' }), artifacts })];
    const pages = (chosen: string) => said({ items, arrangement: [{ ...exhibit, pages: chosen }] });
    expect([pages('2'), pages('3')].map((one) => one.includes('pages-unknown 1'))).toEqual([false, true]);
  });

  test('without pages, or of a short capture, says so; a downloaded file has its own pages', () => {
    const none = { as: 'none', reason: { code: 'pages-later' } } as never;
    expect(said({ items: [item(importedWhole(none))] })).toEqual(['no-pages 1']);
    expect(said({ items: [item(captured(1, { file: { pages: none } } as never))] })).toEqual([
      'capture-short 1',
      'no-pages 1',
    ]);
    expect(said({ items: [item(captured(1, { outcome: 'partial' }))] })).toEqual(['capture-short 1']);
    // An older program called it complete; its record says what it is short of.
    expect(said({ items: [item(captured(1, { httpStatus: 404 }))] })).toEqual(['capture-short 1']);
    // Of some answers the record says nothing, which is no shortcoming.
    expect(said({ items: [item(captured(1, { steps: [] }))] })).toEqual([]);
    expect(said({ items: [item(captured(1), { excluded: '无关' })] })).toEqual(['item-excluded 1']);
  });

  test('shown as a picture has words to search for, or says that it has none', () => {
    const artifact = (role: string) => ({ role, name: 'n', mediaType: 'image/png', bytes: 1, sha256: 'x' });
    const rest = wholeCapture().artifacts.filter(({ role }) => !/^(screenshot|text-pos)/.test(role));
    const short = 'capture-short 1';
    const of = (roles: readonly string[], more: Partial<ArrangedItem> = {}) =>
      said({ items: [item(captured(1, { artifacts: [...rest, ...roles.map(artifact)] } as never), more)] });
    expect(of([])).toEqual([short]);
    for (const role of ['screenshot-tile', 'screenshot-region']) {
      expect(of([role])).toEqual(['text-layer-missing 1']);
      expect(of([role, 'text-positions'])).toEqual([]);
    }
    expect(of(['page-image'], { attachments: [{ kind: 'machine-read' } as never] })).toEqual([short]);
    expect(of(['page-image'], { attachments: [{ kind: 'receipt' } as never] })).toEqual([
      short,
      'text-layer-missing 1',
    ]);
    expect(of(['page-image', 'page-words'])).toEqual([short]);
    expect(said({ items: [item(importedWhole({ as: 'images' }))] })).toEqual(['text-layer-missing 1']);
  });

  test('whose picture was cut says so', () => {
    for (const code of ['picture-cut-width', 'picture-cut-height']) {
      expect(said({ items: [item(captured(1, { warnings: [{ code, params: {} }] }))] })).toEqual([
        'capture-short 1',
        'picture-cut 1',
      ]);
      const steps = [
        { step: 'picture', outcome: 'ok', ms: 1, reason: { code, params: {} } },
        { step: 'load', outcome: 'ok', ms: 1 },
      ];
      expect(said({ items: [item(captured(1, { steps } as never))] })).toEqual(['picture-cut 1']);
    }
  });
});

describe('the arrangement as a whole', () => {
  test('an item twice and a number twice each stop it; an event that names what is not filed is said', () => {
    expect(said({ arrangement: [exhibit, exhibit] })).toEqual([`item-doubled ${id(1)}`]);
    expect(problems({ arrangement: [exhibit, exhibit, exhibit] })[0]?.message).toContain('3 times');
    const same = [
      { ...exhibit, number: '7' },
      { ...second, number: '7' },
    ];
    expect(said({ arrangement: same, items: [item(captured(1)), item(captured(2))] })).toEqual(['number-doubled 7']);
    const event = (items: readonly string[] | undefined) =>
      said({ plan: { chronology: [{ when: '2019-05-05', what: '推送', ...(items && { items }) }] } as never });
    expect([event([id(1)]), event([id(1), id(2)]), event(undefined)]).toEqual([[], ['event-unknown 2019-05-05'], []]);
  });

  test('what is left out is told apart: by somebody, by itself, or because a person excluded it', () => {
    const left = (record: ItemRecord, more: Partial<ArrangedItem> = {}) =>
      said({ items: [item(captured(1)), item(record, more)] });
    expect(left(captured(2))).toEqual([`item-unlisted ${id(2)}`]);
    expect(left(captured(2), { excluded: '无关' })).toEqual([]);
    expect(left(captured(2, { outcome: 'failed' }))).toEqual([`capture-not-filed ${id(2)}`]);
    expect(left(captured(2, { outcome: 'failed' }), { accepted: true })).toEqual([`item-unlisted ${id(2)}`]);
    expect(left(importedRecord(id(2), { as: 'none', reason: { code: 'file-empty', params: {} } } as never))).toEqual([
      `file-not-filed ${id(2)}`,
    ]);
  });

  test('a warning is accepted with its reason, at its place or everywhere; what stops a bundle never is', () => {
    const found = problems({
      arrangement: [
        { ...exhibit, title: '' },
        { ...second, title: '' },
        { ...second, item: id(3) },
      ],
      items: [item(captured(1)), item(captured(2))],
    });
    const accepted = (code: string, where: string | null) =>
      judged(found, [{ code, where, reason: '已核对' }] as never)
        .filter((one) => one.accepted === '已核对')
        .map((one) => `${one.code} ${one.where}`);
    expect(accepted('cell-empty', '2')).toEqual(['cell-empty 2']);
    expect(accepted('cell-empty', null)).toEqual(['cell-empty 1', 'cell-empty 2']);
    expect(accepted('purpose-missing', null)).toEqual([]);
    expect(accepted('item-unknown', null)).toEqual([]);
    expect(found.every((one) => one.accepted === null)).toBe(true);
  });
});
