import { describe, expect, test } from 'vitest';
import { answerNames, storedWord, type AnswerWord } from '../../../../shared/case/outcome/answers.ts';
import { fourAnswers } from '../../../../shared/case/outcome/four-answers.ts';
import type { CaptureRecord, ItemRecord, Reason, Role, Step } from '../../../../shared/case/record.ts';
import { importedRecord } from '../../../fixtures/made/imported-record.ts';
import { wholeCapture } from '../../../fixtures/made/whole-capture.ts';

/** `whole partly whole whole: partial`: picture, resources, text, archive, and the word above them. */
function told(record: ItemRecord): string {
  const answers = fourAnswers(record);
  return `${answerNames.map((name) => answers[name].answer).join(' ')}: ${answers.word}`;
}

const codesOf = (record: ItemRecord, name: (typeof answerNames)[number]) =>
  fourAnswers(record)[name].grounds.map(({ reason, step }) => reason?.code ?? step);

const ended = (step: string, outcome: Step['outcome'], reason?: Reason): CaptureRecord =>
  wholeCapture({
    steps: wholeCapture().steps.map((one) =>
      one.step === step ? { ...one, outcome, ...(reason && { reason }) } : one,
    ),
  });
const warned = (code: string): CaptureRecord => wholeCapture({ warnings: [{ code }] });
const without = (role: Role): CaptureRecord =>
  wholeCapture({ artifacts: wholeCapture().artifacts.filter((one) => one.role !== role) });

test('a capture at which nothing went wrong is whole in all four, and only then complete', () => {
  expect(told(wholeCapture())).toBe('whole whole whole whole: complete');
  expect(answerNames.flatMap((name) => fourAnswers(wholeCapture())[name].grounds)).toEqual([]);
});

const undetermined = {
  page: 'unknown unknown unknown whole: undetermined',
  seen: 'unknown unknown whole whole: undetermined',
  words: 'whole whole unknown whole: undetermined',
} as const;

/** What is wrong → the four answers and the word, worked out by hand. */
const wrong: readonly (readonly [what: string, record: CaptureRecord, told: string])[] = [
  ['an answer 404', wholeCapture({ httpStatus: 404 }), 'whole none whole whole: partial'],
  ['an answer 500', wholeCapture({ httpStatus: 500 }), 'whole none whole whole: partial'],
  ['an answer 206', wholeCapture({ httpStatus: 206 }), 'whole partly whole whole: partial'],
  ['an answer 202', wholeCapture({ httpStatus: 202 }), 'whole unknown whole whole: undetermined'],
  ['an image 404', failedOf('image', 1), 'unknown partly whole whole: partial'],
  ['a style sheet that broke off', failedOf('stylesheet', 2), 'unknown partly whole whole: partial'],
  ['a beacon that nobody took', failedOf('message', 3), 'whole whole whole whole: complete'],
  ['a page that says it is not there', warned('soft-404'), 'whole none whole whole: partial'],
  ['a page that may be a wall', warned('may-be-wall'), 'whole unknown whole whole: undetermined'],
  ['a request that was open', warned('requests-open-at-end'), 'unknown partly unknown whole: partial'],
  ['an answer for a held page', warned('answered-while-held'), 'unknown whole unknown whole: undetermined'],
  ['another page than the one made ready', warned('not-brought-to-rest'), undetermined.page],
  ['an encoding that was guessed', warned('encoding-guessed'), 'whole whole unknown whole: undetermined'],
  ['content in inner scrolling areas', warned('scrolls-inside'), 'partly whole whole whole: partial'],
  ['a page without words', warned('page-empty'), 'unknown whole none whole: partial'],
  [
    'a picture that ends early',
    ended('picture', 'partial', { code: 'picture-cut-height' }),
    'partly whole whole whole: partial',
  ],
  ['a picture that failed', ended('picture', 'failed', { code: 'timed-out' }), 'none whole whole whole: partial'],
  [
    'images that did not come',
    ended('pictures-and-fonts', 'partial', { code: 'pictures-missing' }),
    'partly partly whole whole: partial',
  ],
  // A limit of time was reached: nobody measured that anything is missing.
  ['a load that was not waited for', ended('load', 'partial', { code: 'load-not-finished' }), undetermined.page],
  ['a scroll that took too long', ended('scroll', 'partial', { code: 'scroll-ended-by-time' }), undetermined.seen],
  ['images that came late', ended('pictures-and-fonts', 'partial', { code: 'pictures-late' }), undetermined.seen],
  ['fonts that came late', ended('pictures-and-fonts', 'partial', { code: 'fonts-missing' }), undetermined.seen],
  ['lazy images that came late', warned('deferred-images-late'), undetermined.seen],
  ['frames that were not read', warned('frames-not-read'), undetermined.words],
  ['components that were not read', warned('words-of-styles-not-read'), undetermined.words],
  [
    'a network without rest',
    ended('quiet-network', 'partial', { code: 'network-busy' }),
    'unknown whole whole whole: undetermined',
  ],
  ['no MHTML', ended('mhtml', 'failed', { code: 'step-error' }), 'whole whole whole partly: partial'],
  [
    'too much for an MHTML',
    ended('mhtml', 'skipped', { code: 'loaded-too-much' }),
    'whole whole whole partly: partial',
  ],
  ['no text', ended('dom-and-text', 'failed', { code: 'timed-out' }), 'whole whole none partly: partial'],
  [
    'nobody who recorded',
    ended('record', 'failed', { code: 'recorder-ended' }),
    'unknown unknown unknown none: partial',
  ],
  ['no archive', ended('archive', 'failed', { code: 'recorder-ended' }), 'whole unknown whole none: partial'],
  [
    'bodies that are missing',
    ended('archive', 'partial', { code: 'bodies-incomplete' }),
    'whole whole whole partly: partial',
  ],
  [
    'no archive for what was typed',
    ended('archive', 'skipped', { code: 'credentials-typed' }),
    'whole whole whole none: partial',
  ],
  [
    'a document that broke off',
    ended('source', 'failed', { code: 'source-incomplete' }),
    'unknown partly unknown partly: partial',
  ],
  [
    'no second fetch',
    ended('second-path', 'failed', { code: 'second-path-died' }),
    'whole whole whole whole: complete',
  ],
  [
    'a page that moves',
    ended('stillness', 'skipped', { code: 'page-moves-by-itself' }),
    'whole whole whole whole: complete',
  ],
];

function failedOf(
  kind: NonNullable<CaptureRecord['requests']>['failed'][number]['kind'],
  count: number,
): CaptureRecord {
  return wholeCapture({
    requests: { count: 9, failed: [{ kind, count }] },
    warnings: [{ code: 'sub-resources-failed', params: { count, of: 9 } }],
  });
}

test.each(wrong)('%s', (_what, record, expected) => {
  expect(told(record)).toBe(expected);
});

test('an empty answer gives nothing, whatever the steps said', () => {
  const artifacts = wholeCapture().artifacts.map((one) => (one.role === 'source' ? { ...one, bytes: 0 } : one));
  expect(told(wholeCapture({ artifacts }))).toBe('none none none whole: partial');
});

test('the reasons are named with the step that had them, each once', () => {
  const twice = { ...ended('source', 'failed', { code: 'source-not-seen' }), warnings: [{ code: 'source-not-seen' }] };
  expect(fourAnswers(twice).archive.grounds).toEqual([
    { step: 'source', ended: 'failed', reason: { code: 'source-not-seen' } },
  ]);
  expect(codesOf(failedOf('image', 2), 'resources')).toEqual(['images-not-received']);
});

describe('what a record does not say', () => {
  const all = wholeCapture();
  const lacking: readonly (readonly [string, CaptureRecord])[] = [
    ...['load', 'scroll', 'pictures-and-fonts', 'hold-still', 'bring-in', 'picture', 'mhtml', 'source', 'dom-and-text'],
    ...['text-positions', 'text-in-picture', 'seen-in-picture', 'inner-scroll', 'one-document', 'record', 'archive'],
  ].map((step) => [`step ${step}`, { ...all, steps: all.steps.filter((one) => one.step !== step) }] as const);
  const roles = (['screenshot-tile', 'mhtml', 'source', 'text'] as const).map((role) => [role, without(role)] as const);
  const bare = { ...all };
  delete bare.requests;
  const facts: readonly (readonly [string, CaptureRecord])[] = [
    ...roles,
    ['archive', { ...all, artifacts: all.artifacts.filter(({ role }) => !role.startsWith('wacz')) }],
    ['picture', { ...all, picture: null }],
    ['status', { ...all, httpStatus: null }],
    ['requests', bare],
    ['a code of a newer program', warned('something-newer')],
    ['a step of a newer program', { ...all, steps: [...all.steps, { step: 'newer', outcome: 'failed', ms: 1 }] }],
  ];

  test.each([...lacking, ...facts])('%s: is never whole, and the capture never complete', (_what, record) => {
    const { word, ...answers } = fourAnswers(record);
    expect(word).not.toBe('complete');
    const short = answerNames.filter((name) => answers[name].answer !== 'whole');
    expect(short.length).toBeGreaterThan(0);
    for (const name of short) expect(answers[name].grounds.length).toBeGreaterThan(0);
  });

  test('a record of an older program, with nothing amiss, is undetermined and says why', () => {
    const older = {
      ...bare,
      steps: all.steps.filter(({ step }) => !['one-document', 'seen-in-picture'].includes(step)),
    };
    expect(told(older)).toBe('unknown unknown unknown whole: undetermined');
    expect(codesOf(older, 'picture')).toEqual(['seen-in-picture', 'one-document']);
    expect(codesOf(older, 'resources')).toEqual(['requests-not-counted']);
  });

  test('an older record that counted failures says so, and is no better for it', () => {
    expect(told({ ...bare, warnings: [{ code: 'sub-resources-failed' }] })).toBe(
      'unknown partly unknown whole: partial',
    );
  });

  test('what was undetermined is stored as the word that claims least', () => {
    expect(storedWord('undetermined')).toBe('partial');
    expect(storedWord('complete')).toBe('complete');
  });
});

describe('the word above', () => {
  test.each(['blocked', 'failed'] as const)('%s stays, whatever is whole', (outcome) => {
    expect(fourAnswers(wholeCapture({ outcome })).word).toBe(outcome);
  });

  test('a record that calls itself partial is not called better', () => {
    expect(fourAnswers(wholeCapture({ outcome: 'partial' })).word).toBe('partial');
  });

  test('nothing came: nothing is whole', () => {
    const steps = [{ step: 'load', outcome: 'failed', ms: 1, reason: { code: 'connection-refused' } }] as const;
    const none = wholeCapture({ outcome: 'failed', steps: [...steps], artifacts: [], picture: null, httpStatus: null });
    expect(told(none)).toBe('none none none none: failed');
  });
});

describe('made from another item', () => {
  test('the archive and the resources are the other item’s', () => {
    const region = {
      ...{ parent: '0198c700-0000-7000-8000-000000000002', parentRecord: 'a'.repeat(64) as never },
      ...{ x: 0, y: 0, width: 10, height: 10, tiles: ['b'.repeat(64) as never] },
    };
    expect(told(wholeCapture({ region }))).toBe('whole not-applicable whole not-applicable: complete');
    expect(codesOf(wholeCapture({ region }), 'archive')).toEqual(['kept-with-parent']);
  });
});

describe('a file', () => {
  const base = importedRecord('0198c700-0000-7000-8000-000000000003', { as: 'document', count: 2 });
  const file = { name: 'original.pdf', mediaType: 'application/pdf', bytes: 5, sha256: 'c'.repeat(64) as never };
  const original = { role: 'original' as const, ...file };
  const step = (name: string, outcome: Step['outcome'] = 'ok', code?: string): Step => ({
    ...{ step: name, outcome, ms: 1 },
    ...(code !== undefined && { reason: { code } }),
  });
  const sound = { ...base, artifacts: [original], steps: [step('store-original'), step('make-pages')] };

  /** Worked out by hand: picture, resources, text, archive. */
  const imports: readonly (readonly [string, ItemRecord, AnswerWord[], string])[] = [
    ['that was imported whole', sound, ['whole', 'not-applicable', 'not-applicable', 'whole'], 'complete'],
    [
      'that is a broken PDF',
      { ...sound, outcome: 'partial', steps: [step('store-original'), step('make-pages', 'failed', 'pdf-damaged')] },
      ['none', 'not-applicable', 'not-applicable', 'whole'],
      'partial',
    ],
    [
      'that is empty',
      { ...sound, pages: { as: 'none', reason: { code: 'file-empty' } }, warnings: [{ code: 'file-empty' }] },
      ['none', 'not-applicable', 'not-applicable', 'whole'],
      'partial',
    ],
    [
      'in which there is nothing to see',
      {
        ...sound,
        pages: { as: 'none', reason: { code: 'pages-later', params: { type: 'application/zip' } } },
        steps: [step('store-original'), step('make-pages', 'skipped', 'pages-later')],
      },
      ['not-applicable', 'not-applicable', 'not-applicable', 'whole'],
      'complete',
    ],
    [
      'that is drawn and not shown',
      {
        ...sound,
        pages: { as: 'none', reason: { code: 'pages-later', params: { type: 'image/svg+xml' } } },
        steps: [step('store-original'), step('make-pages', 'skipped', 'pages-later')],
      },
      ['none', 'not-applicable', 'not-applicable', 'whole'],
      'partial',
    ],
    [
      'of a type that nobody knows',
      {
        ...sound,
        pages: { as: 'none', reason: { code: 'pages-later', params: { type: 'application/octet-stream' } } },
        steps: [step('store-original'), step('make-pages', 'skipped', 'pages-later')],
      },
      ['unknown', 'not-applicable', 'not-applicable', 'whole'],
      'undetermined',
    ],
    [
      'whose log is not there',
      { ...sound, steps: [] },
      ['unknown', 'not-applicable', 'not-applicable', 'unknown'],
      'undetermined',
    ],
  ];

  test.each(imports)('%s', (_what, record, expected, word) => {
    expect(told(record)).toBe(`${expected.join(' ')}: ${word}`);
  });

  test('that an address gave is judged as a file, and by the answer that gave it', () => {
    const steps = ['load', 'store-original', 'make-pages', 'record', 'archive'].map((one) => step(one));
    const wacz = { ...original, role: 'wacz' as const, name: 'page.wacz' };
    const given = wholeCapture({
      ...{ steps, artifacts: [original, wacz], picture: null },
      file: { name: 'a.pdf', facts: [], pages: { as: 'document', count: 2 } },
    });
    expect(told(given)).toBe('whole whole not-applicable whole: complete');
    expect(told({ ...given, httpStatus: 206 })).toBe('whole partly not-applicable whole: partial');
    expect(told({ ...given, artifacts: [{ ...original, bytes: 0 }, wacz] })).toBe(
      'none none not-applicable whole: partial',
    );
  });
});
