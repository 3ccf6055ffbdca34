import { rmSync, writeFileSync } from 'node:fs';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareExhibits } from '../../../electron/bundle/state/compare-exhibits.ts';
import { traceExhibits } from '../../../electron/bundle/state/trace-exhibits.ts';
import { capProblems } from '../../../electron/bundle/problems/caps.ts';
import { changedFiles, filesToHash } from '../../../electron/bundle/state/check-files.ts';
import { fixState, type StateOptions } from '../../../electron/bundle/state/fix-state.ts';
import { planSheets } from '../../../electron/bundle/plan-sheets.ts';
import { planVolumes, type PlannedVolumes } from '../../../electron/bundle/plan-volumes.ts';
import { planProblems } from '../../../electron/bundle/problems/sheet-problems.ts';
import { bundledFonts, fallbackFonts } from '../../../electron/capture/browser/fonts.ts';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import type { CaseFacts } from '../../../shared/case/case.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import { emptyPlan, type ProofPlan } from '../../../shared/case/proof-plan.ts';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import type { ElementReport, MappedLink } from '../../../shared/claims/claims-report.ts';
import type { CaptureRecord, ItemRecord } from '../../../shared/case/record.ts';
import type { Language } from '../../../shared/language.ts';
import { problemTexts, type ProblemCode } from '../../../shared/messages/problem-messages.ts';
import { storedTextPositions } from '../../../shared/page/text-positions.ts';
import type { ReissuedCatalogue } from '../../../shared/plan/reissue.ts';
import { problemsOf } from '../../../shared/plan/problems.ts';
import type { Problem } from '../../../shared/plan/problem.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { mustFail } from '../../fixtures/must-fail.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { earlierFiling, profileNamed } from '../../fixtures/bundle-options.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { fixedCase } from '../../fixtures/made/fixed-case.ts';
import { importedRecord } from '../../fixtures/made/imported-record.ts';
import { wholeCapture } from '../../fixtures/made/whole-capture.ts';
import { carryingIn, leakingIn, redactedIn } from './redacted-case.ts';

const first = '01890000-0000-7000-8000-000000000001';
const second = '01890000-0000-7000-8000-000000000002';
const profile: Profile = { ...profileNamed('prc-internet'), demands: [], expects: [], unverified: [] };

let fixed: WritableCase;
let record: CaptureRecord;
let documents: readonly Problem[];
beforeAll(async () => {
  fixed = fixedCase();
  record = { ...someCapture(fixed, 'x'), ...wholeParts(), item: first };
  documents = await problemsOfDocuments();
});
afterAll(() => fixed.close());

/** What a capture has at which nothing went wrong. */
const wholeParts = () => {
  const { artifacts, steps, picture, requests } = wholeCapture();
  return { artifacts, steps, picture, requests };
};

const ofLaw: Partial<Profile> = { demands: ['purpose'] };
const told = { group: '第一组', title: '标题', source: '自行取证', summary: '摘要', purpose: '证明' };
const exhibit: Exhibit = { item: first, ...told };

type Seen = Readonly<{
  facts?: Partial<CaseFacts>;
  plan?: Partial<ProofPlan>;
  claims?: readonly ElementReport[];
  arrangement?: readonly Exhibit[];
  profile?: Partial<Profile>;
  records?: readonly ItemRecord[];
  excluded?: string;
}>;

/** What is seen in a case before anything is drawn: one exhibit, and what the test makes of it. */
function seen(changes: Seen) {
  return (language: Language): readonly Problem[] => {
    const facts = { ...fixed.facts(), ...changes.facts };
    const items = (changes.records ?? [record]).map((one) => ({
      item: one.item,
      record: one,
      excluded: changes.excluded ?? null,
      accepted: false,
    }));
    const { claims = null, arrangement = [exhibit] } = changes;
    const plan = { ...emptyPlan, ...changes.plan };
    const state = { facts, plan, claims, arrangement, profile: { ...profile, ...changes.profile }, filed: true };
    return problemsOf(state, items, language);
  };
}

const missing = (fact: keyof CaseFacts & Profile['expects'][number], value: unknown) =>
  seen({ facts: { [fact]: value }, profile: { expects: [fact] } });

const options: StateOptions = { profile, language: null, working: false, draft: false, reissue: null };
const stateOf = (caseFile: WritableCase, change: Partial<StateOptions>) =>
  fixState(caseFile, { ...options, ...change }, 'fascicle 0.0.0', { ...bundledFonts(), fallbacks: fallbackFonts() });

/** What is seen in the planned pages of the fixed case, its plan changed as a fault of the program might. */
function planned(
  change: Readonly<{
    profile?: Partial<Profile>;
    exhibit?: Partial<Exhibit>;
    /** One more exhibit, which bears its page's title. */
    pageTitle?: string;
    /** One more exhibit, of an older program: a page wider than its window, with words that are to be framed. */
    wide?: string;
    unreadable?: boolean;
    plan?: (plan: PlannedVolumes) => PlannedVolumes;
  }>,
) {
  return (language: Language): readonly Problem[] => {
    const caseFile = fixedCase();
    const [one, ...others] = caseFile.arrangement() ?? [];
    if (change.exhibit) caseFile.logEvent('exhibits-set', { exhibits: [{ ...one!, ...change.exhibit }, ...others] });
    if (change.pageTitle !== undefined) {
      const { item } = caseFile.addItem(someCapture(caseFile, change.pageTitle));
      caseFile.logEvent('exhibits-set', {
        exhibits: [...(caseFile.arrangement() ?? []), { ...one!, item, title: `标题 ${change.pageTitle}` }],
      });
    }
    if (change.wide !== undefined) {
      const { item } = caseFile.addItem(widePage(caseFile, change.wide));
      const marks = [{ kind: 'frame' as const, words: change.wide }];
      caseFile.logEvent('exhibits-set', {
        exhibits: [...(caseFile.arrangement() ?? []), { ...one!, item, title: '宽页', marks }],
      });
    }
    const { model } = stateOf(caseFile, { profile: { ...profile, ...change.profile }, language });
    const volumes = planVolumes(planSheets(model), 1e9, { picture: () => 1, documentPage: () => 1 });
    const problems = planProblems(change.plan?.(volumes) ?? volumes, model, change.unreadable ?? false);
    caseFile.close();
    return problems;
  };
}

/** A record that does not say where on the page its picture begins. */
function widePage(caseFile: ReturnType<typeof fixedCase>, words: string): CaptureRecord {
  const runs = [{ x: 20, y: 40, width: 200, height: 20, text: words }];
  const stored = caseFile.objects.putBytes(new TextEncoder().encode(JSON.stringify(storedTextPositions(runs, false))));
  const record = someCapture(caseFile, '宽页');
  return {
    ...record,
    picture: { width: 4_000, height: 900, overlap: 32 },
    artifacts: [
      ...record.artifacts,
      { role: 'text-positions', name: 'text-positions.json', mediaType: 'application/json', ...stored },
    ],
  };
}

/** Every picture at half a point a pixel, with a text of so many pixels. */
const inLetters = (letters: number) => (plan: PlannedVolumes) => ({
  ...plan,
  sheets: plan.sheets.map(({ shows, ...sheet }) =>
    shows ? { ...sheet, shows: { ...shows, shown: { ...shows.shown, letters, scale: 0.5 } } } : sheet,
  ),
});

const without =
  (...kinds: readonly string[]) =>
  (plan: PlannedVolumes) => ({ ...plan, sheets: plan.sheets.filter((sheet) => !kinds.includes(sheet.kind)) });

/** A late filing over one that had exhibit 1 under `title`, and exhibits up to `count`. */
function late(title: string, count: number) {
  return (language: Language): readonly Problem[] => {
    const items = fixed.arrangement() ?? [];
    const exhibits: ReissuedCatalogue['exhibits'] = new Map(
      items
        .slice(0, count)
        .map(({ item, title: own }, at) => [String(at + 1), { item, title: at === 0 ? title : own, pages: [1, 2] }]),
    );
    const reissue = { ...earlierFiling, exhibits };
    return stateOf(fixed, { language, reissue }).problems;
  };
}

/** What the hashes of a case's files say after one of them was damaged. */
function damaged(harm: (path: string) => void) {
  return async (language: Language): Promise<readonly Problem[]> => {
    const caseFile = fixedCase();
    const { model } = stateOf(caseFile, { language });
    const text = caseFile.items()[0]!.record.artifacts.find(({ role }) => role === 'text')!;
    const path = caseFile.objectPath(text.sha256);
    rmSync(path);
    harm(path);
    const { signal } = new AbortController();
    const pathOf = (sha256: string) => caseFile.objectPath(sha256);
    const problems = await changedFiles(filesToHash(model), null, pathOf, language, signal);
    caseFile.close();
    return problems;
  };
}

/** What is said of a comparison with something that is not filed. */
async function uncompared(language: Language): Promise<readonly Problem[]> {
  const caseFile = fixedCase();
  const [one, ...others] = caseFile.arrangement() ?? [];
  caseFile.logEvent('exhibits-set', {
    exhibits: [{ ...one!, comparedWith: ['0198c7a1-0000-7000-8000-000000000000'] }, ...others],
  });
  const { model } = stateOf(caseFile, { language });
  const noChild = () => {
    throw new Error('there is nothing to read');
  };
  const { problems } = await compareExhibits(model, caseFile, noChild, new AbortController().signal);
  caseFile.close();
  return problems;
}

/** What is said of words to be traced in a capture without an archive. */
async function untraced(language: Language): Promise<readonly Problem[]> {
  const caseFile = fixedCase();
  const [one, ...others] = caseFile.arrangement() ?? [];
  caseFile.logEvent('exhibits-set', { exhibits: [{ ...one!, traces: ['清算'] }, ...others] });
  const { model } = stateOf(caseFile, { language });
  const noChild = () => {
    throw new Error('there is nothing to read');
  };
  const { problems } = await traceExhibits(model, caseFile, noChild, new AbortController().signal);
  caseFile.close();
  return problems;
}

/** A bundle of two PDFs: one that is none, one with a note of which nothing can be drawn. */
async function problemsOfDocuments(): Promise<readonly Problem[]> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([200, 200]);
  const note = pdf.context.obj({ Type: 'Annot', Subtype: 'Stamp', Rect: [10, 10, 60, 60] });
  page.node.set(PDFName.of('Annots'), pdf.context.obj([pdf.context.register(note)]));
  pdf.addJavaScript('greet', 'app.alert(1)');
  const caseFile = freshCase();
  for (const [n, bytes] of [new TextEncoder().encode('no PDF'), await pdf.save()].entries()) {
    const original = {
      role: 'original',
      name: 'a.pdf',
      mediaType: 'application/pdf',
      ...caseFile.objects.putBytes(bytes),
    } as const;
    const item = itemId(n + 1, context.clockAndRandom.random(10));
    const taken = { ...importedRecord(first, { as: 'document', count: 1 }), item, artifacts: [original] };
    caseFile.addItem(taken);
  }
  const { problems } = await buildIn(caseFile, { draft: true, language: 'zh-CN+en' });
  caseFile.close();
  return problems;
}

const caps = (change: Partial<Profile>) => (language: Language) =>
  capProblems({ stem: 'bundle', bytes: 2_000_000, pages: 12 }, { ...profile, ...change }, false, language);

type Provoked = (language: Language) => readonly Problem[] | Promise<readonly Problem[]>;

/**
 * Every problem of a bundle with its rank, its place, and what provokes it: the "build must fail if" list of the
 * research, and what the lawyer is to judge. A problem without a line here does not compile.
 */
const table: Readonly<Record<ProblemCode, readonly ['stop' | 'warn', where: string, Provoked]>> = {
  'item-unknown': ['stop', '1', seen({ records: [] })],
  'item-excluded': ['stop', '1', seen({ excluded: '无关' })],
  'redacted-parent-filed': ['stop', '1', redactedIn(stateOf)],
  'redacted-copy-says': ['stop', '2', redactedIn(stateOf)],
  'redacted-words-left': ['stop', '3', redactedIn(stateOf)],
  'redacted-words-short': ['warn', 'case', leakingIn(stateOf)],
  'redacted-words-unsearched': ['warn', 'case', leakingIn(stateOf)],
  'item-doubled': ['stop', first, seen({ arrangement: [exhibit, exhibit] })],
  'number-doubled': [
    'stop',
    '7',
    seen({
      arrangement: [
        { ...exhibit, number: '7' },
        { ...exhibit, item: second, number: '7' },
      ],
    }),
  ],
  'pages-unknown': [
    'stop',
    '1',
    (language) =>
      seen({
        arrangement: [{ ...exhibit, pages: '3' }],
        records: [importedRecord(first, { as: 'document', count: 2 })],
      })(language),
  ],
  'document-refused': ['stop', '1', () => documents],
  'glyph-missing': ['stop', '1', planned({ exhibit: { title: '𲎯' } })],
  'glyph-coded': ['warn', 'text', planned({ pageTitle: '𲎯' })],
  'document-short': ['warn', '2', () => documents],
  'document-script': ['warn', '2', () => documents],
  'item-unlisted': ['warn', second, (language) => seen({ records: [record, { ...record, item: second }] })(language)],
  'capture-not-filed': [
    'warn',
    second,
    (language) => seen({ records: [record, { ...record, item: second, outcome: 'blocked' }] })(language),
  ],
  'file-not-filed': [
    'warn',
    second,
    (language) =>
      seen({
        records: [record, { ...importedRecord(first, { as: 'none', reason: { code: 'file-empty' } }), item: second }],
      })(language),
  ],
  'words-not-traced': ['warn', '1', untraced],
  'not-compared': ['warn', '1', uncompared],
  'cell-empty': ['warn', '1', seen({ arrangement: [{ ...exhibit, source: ' ' }] })],
  'cell-demanded': ['stop', '1', seen({ arrangement: [{ item: first, ...told, purpose: '' }], profile: ofLaw })],
  'purpose-missing': ['warn', '1', seen({ arrangement: [{ ...exhibit, purpose: '' }] })],
  'capture-short': ['warn', '1', (language) => seen({ records: [{ ...record, outcome: 'partial' }] })(language)],
  'published-later': ['warn', '1', seen({ arrangement: [{ ...exhibit, date: '2019-05-07' }] })],
  'no-pages': [
    'warn',
    '1',
    (language) => seen({ records: [importedRecord(first, { as: 'none', reason: { code: 'pages-later' } })] })(language),
  ],
  'respondent-missing': ['warn', 'case', missing('respondents', [])],
  'cause-missing': ['warn', 'case', missing('cause', null)],
  'case-number-missing': ['warn', 'case', missing('caseNumber', undefined)],
  'counsel-missing': ['warn', 'case', missing('counsel', [])],
  'date-missing': ['warn', 'case', missing('submitted', undefined)],
  'licence-missing': [
    'warn',
    'case',
    seen({ facts: { counsel: [{ name: '丙' }] }, profile: { expects: ['counsel'] } }),
  ],
  'deponent-missing': ['stop', 'case', missing('deponent', undefined)],
  'declarant-missing': ['stop', 'case', seen({ profile: { certificate: 'declaration' } })],
  'qualification-missing': [
    'stop',
    'case',
    seen({ facts: { declarant: { name: '丁' } }, profile: { certificate: 'statement-of-truth' } }),
  ],
  'handed-abroad': ['warn', 'prc-internet', seen({ profile: { foreign: true } })],
  'operator-unstated': ['warn', 'case', seen({ facts: { operators: [{ name: '王某', identity: '律师' }] } })],
  'court-missing': ['warn', 'case', missing('court', null)],
  'applicant-missing': ['warn', 'case', missing('applicants', [])],
  'elements-missing': ['warn', 'case', seen({})],
  'element-unproven': ['warn', 'basis', seen({ plan: { elements: [{ id: 'basis' }] } })],
  'element-alone': [
    'warn',
    'basis',
    seen({ plan: { elements: [{ id: 'basis' }] }, arrangement: [{ ...exhibit, elements: ['basis'] }] }),
  ],
  'element-unknown': [
    'warn',
    '1',
    seen({ plan: { elements: [{ id: 'basis' }] }, arrangement: [{ ...exhibit, elements: ['other'] }] }),
  ],
  'element-one-source': [
    'warn',
    'basis',
    seen({
      claims: [
        claimed({ support: [supported(first), supported(second)], single: { by: 'host', value: 'news.example' } }),
      ],
    }),
  ],
  'credential-carried': ['warn', '1', carryingIn],
  'passage-not-found': [
    'warn',
    '1',
    seen({ claims: [claimed({ support: [{ ...supported(first), passage: '并无此句', found: 'not-found' }] })] }),
  ],
  'law-version-open': ['warn', 'case', seen({ claims: [claimed({ law: { state: 'open', provisions: [] } })] })],
  'event-unknown': [
    'warn',
    '2019-05-05',
    seen({ plan: { chronology: [{ when: '2019-05-05', what: '推送', items: [second] }] } }),
  ],
  'mark-not-placed': ['warn', '3', planned({ wide: '宽页之词' })],
  'mark-not-found': ['warn', '1', planned({ exhibit: { marks: [{ kind: 'key', words: '不在页面上' }] } })],
  'text-layer-missing': [
    'warn',
    '1',
    (language) => seen({ records: [importedRecord(first, { as: 'images' })] })(language),
  ],
  'picture-cut': [
    'warn',
    '1',
    (language) => seen({ records: [{ ...record, warnings: [{ code: 'picture-cut-height', params: {} }] }] })(language),
  ],
  'picture-hard-to-read': ['warn', '1', planned({ plan: inLetters(13.9) })],
  'profile-unverified': ['warn', 'prc-internet', seen({ profile: { unverified: ['sizeCap.portal'] } })],
  'portal-cap': ['warn', 'bundle.pdf', caps({ sizeCap: { portal: 1_000_000, volume: 9_000_000 } })],
  'copy-unreadable': ['warn', 'case', planned({ unreadable: true })],
  'size-cap': ['stop', 'bundle.pdf', caps({ sizeCap: { portal: null, volume: 1_000_000 } })],
  'page-cap': ['stop', 'bundle.pdf', caps({ pageCap: 11 })],
  'resolution-cap': ['stop', '1', planned({ profile: { resolutionCap: 72 } })],
  'picture-cropped': ['stop', '1', planned({ plan: without('exhibit', 'key-and-whole') })],
  'file-unlisted': ['stop', '1', planned({ plan: without('hash-list') })],
  'hash-differs': ['stop', '1', damaged((path) => writeFileSync(path, 'something else'))],
  'file-missing': ['stop', '1', damaged(() => undefined)],
  'signature-block-missing': ['stop', 'catalogue', planned({ plan: without('catalogue') })],
  'earlier-changed': ['stop', '1', late('another title', 1)],
  'nothing-late': ['stop', 'case', late('INTERNAL title, 标题 “一”', 2)],
};

/** An element of a claims map, of which nothing is open but what the test says. */
function claimed(change: Partial<ElementReport>): ElementReport {
  const name = { 'zh-CN': '事实基础', en: 'Basis' };
  return {
    element: { id: 'basis', name, shows: name, law: [] },
    fact: null,
    note: null,
    law: { state: 'chosen', provisions: [] },
    ownLaw: null,
    support: [],
    contrary: [],
    gap: false,
    single: null,
    ...change,
  };
}

function supported(item: string): MappedLink {
  const nothing = { excluded: null, passage: null, found: null, note: null };
  return { item, title: 'x', number: '1', from: 'map', ...nothing };
}

test.each(Object.entries(table))('%s has its rank, its place, and words in both languages', async (code, row) => {
  const [rank, where, provoke] = row;
  const said = new Set<string>();
  for (const language of ['zh-CN', 'en'] as const) {
    const found = (await provoke(language)).filter((one) => one.code === code);
    expect(found.map((one) => [one.rank, one.where])).toContainEqual([rank, where]);
    said.add(found[0]!.message);
  }
  expect([...said].join(' ')).not.toMatch(/[{}]/);
  if (code.startsWith('document-')) expect([...said][0]).toMatch(/\p{Script=Han}.*[a-z]{3}/su);
  else expect(said.size).toBe(2);
});

test('nothing is wrong with an exhibit that is as it should be, and there is a line for every problem', () => {
  expect(seen({ profile: { parts: ['cover', 'catalogue', 'exhibits'] } })('en')).toEqual([]);
  expect(Object.keys(table).sort()).toEqual(Object.keys(problemTexts).sort());
});

test.for(mustFail)(
  'where $fault, what stops a bundle stops it, and what a lawyer judges is told',
  async ({ stops, told }) => {
    const rankOf = async (code: ProblemCode) => (await table[code][2]('en')).find((one) => one.code === code)?.rank;
    for (const code of stops) expect(await rankOf(code), code).toBe('stop');
    for (const code of told) expect(await rankOf(code), code).toBe('warn');
  },
);
