import type { CaptureRecord, ImportRecord, ItemRecord, Reason, Role } from '../record.ts';
import type { RequestKind } from '../capture/requests.ts';
import type { outcomeReasons } from '../../messages/reasons/outcome-reasons.ts';
import { answerNames, type Answer, type AnswerName, type FourAnswers, type HeadWord } from './answers.ts';
import { answerFrom, loggedFindings, missingStep, rankOf, reasonFinding, type RecordFinding } from './grounds.ts';

/**
 * The outcome of an item in four answers, from its record alone: what a record does not say is `unknown`, never `whole`, so
 * that records of older programs answer as honestly as new ones.
 */
export function fourAnswers(record: ItemRecord): FourAnswers {
  const answers = record.kind === 'import' ? ofImport(record) : ofCapture(record);
  return { ...answers, word: wordAbove(record.outcome, answers) };
}

type Answers = Readonly<Record<AnswerName, Answer>>;

/** The worst of the four; what a capture was blocked by, or failed at, is above them all. */
function wordAbove(stored: ItemRecord['outcome'], answers: Answers): HeadWord {
  if (stored === 'blocked' || stored === 'failed') return stored;
  const worst = Math.max(...answerNames.map((name) => rankOf(answers[name].answer)));
  if (worst >= rankOf('partly')) return 'partial';
  if (stored === 'partial' && worst < rankOf('unknown')) return 'partial';
  return worst === rankOf('unknown') ? 'undetermined' : 'complete';
}

const notApplicable: Answer = { answer: 'not-applicable', grounds: [] };
const withParent: Answer = {
  answer: 'not-applicable',
  grounds: [{ step: null, ended: null, reason: { code: 'kept-with-parent' } }],
};

/** A reason that is found in a record. */
const found = (code: keyof typeof outcomeReasons | 'error-status', params?: Reason['params']): RecordFinding =>
  reasonFinding({ code, ...(params && { params }) });

const has = ({ artifacts }: ItemRecord, ...roles: readonly Role[]): boolean =>
  artifacts.some(({ role }) => roles.includes(role));

/** Lines of the operation log without which nothing was measured of an answer. */
const pageSteps: Readonly<Partial<Record<AnswerName, readonly string[]>>> = {
  picture: [
    ...['scroll', 'pictures-and-fonts', 'hold-still', 'bring-in', 'picture', 'text-in-picture', 'seen-in-picture'],
    ...['inner-scroll', 'one-document'],
  ],
  resources: ['load', 'pictures-and-fonts', 'record', 'archive'],
  text: ['dom-and-text', 'text-positions', 'text-in-picture', 'one-document'],
  archive: ['record', 'archive', 'mhtml', 'source'],
};
const fileSteps: typeof pageSteps = {
  picture: ['make-pages'],
  resources: ['load', 'store-original', 'record'],
  archive: ['record', 'archive', 'store-original'],
};
const importSteps: typeof pageSteps = { picture: ['make-pages'], archive: ['store-original'] };

function unlogged({ steps }: ItemRecord, asked: typeof pageSteps): readonly RecordFinding[] {
  const logged = new Set(steps.map(({ step }) => step));
  return answerNames.flatMap((name) =>
    (asked[name] ?? []).filter((step) => !logged.has(step)).map((step) => missingStep(step, [name])),
  );
}

function ofCapture(record: CaptureRecord): Answers {
  const derived = record.redaction !== undefined || record.region !== undefined;
  const sure = record.requests !== undefined;
  const logged = loggedFindings(record).filter(({ ground }) => !sure || ground.reason?.code !== 'sub-resources-failed');
  const findings = [
    ...logged,
    ...(derived ? [] : [...unlogged(record, record.file ? fileSteps : pageSteps), ...answerFindings(record)]),
    ...(record.file ? fileFindings(record, derived) : pageFindings(record, derived)),
  ];
  return {
    picture: nothingToSee(record.file?.pages, findings) ? notApplicable : answerFrom('picture', findings),
    resources: derived ? withParent : answerFrom('resources', findings),
    text: record.file && !has(record, 'page-text') ? notApplicable : answerFrom('text', findings),
    archive: derived ? withParent : answerFrom('archive', findings),
  };
}

/** Whether the answer of the server was the content: an error, a part, or nothing at all is not. */
function answerFindings({ httpStatus, artifacts, requests, outcome, file }: CaptureRecord): readonly RecordFinding[] {
  const main = artifacts.find(({ role }) => role === (file ? 'original' : 'source'));
  const failed = requests?.failed.flatMap(({ kind, count }) => lostOf(kind, count)) ?? [];
  return [
    ...statusFindings(httpStatus),
    ...(main?.bytes === 0 ? [found('answer-empty')] : []),
    ...(requests || file || outcome === 'failed' ? failed : [found('requests-not-counted')]),
  ];
}

function statusFindings(status: number | null): readonly RecordFinding[] {
  if (status === null) return [found('status-not-recorded')];
  if (status >= 400) return [found('error-status', { status })];
  if (status === 206) return [found('status-partial', { status })];
  return status === 200 || status === 203 ? [] : [found('status-unusual', { status })];
}

const lost = {
  frame: 'frames-not-received',
  stylesheet: 'stylesheets-not-received',
  script: 'scripts-not-received',
  image: 'images-not-received',
  font: 'fonts-not-received',
  media: 'media-not-received',
  data: 'data-not-received',
  other: 'other-not-received',
} as const satisfies Partial<Record<RequestKind, keyof typeof outcomeReasons>>;

/** What a page only sends, and what is the browser's own, leaves no gap in it. */
const lostOf = (kind: RequestKind, count: number): readonly RecordFinding[] =>
  kind === 'message' || kind === 'icon' ? [] : [found(lost[kind], { count })];

/** What should be stored and is not, unless a line of the operation log says why. */
function unlessTold({ steps }: ItemRecord, step: string, code: keyof typeof outcomeReasons): readonly RecordFinding[] {
  const told = steps.some((one) => one.step === step && (one.outcome === 'failed' || one.outcome === 'skipped'));
  return told ? [] : [found(code)];
}

function pageFindings(record: CaptureRecord, derived: boolean): readonly RecordFinding[] {
  const text = record.artifacts.find(({ role }) => role === 'text');
  const pictured = record.picture !== null && has(record, 'screenshot-tile', 'screenshot-region');
  return [
    ...(pictured ? [] : unlessTold(record, 'picture', 'picture-not-stored')),
    ...(text ? [] : unlessTold(record, 'dom-and-text', 'text-not-stored')),
    ...(text?.bytes === 0 ? [found('no-words')] : []),
    ...(derived ? [] : archiveFindings(record)),
    ...(derived || has(record, 'mhtml') ? [] : unlessTold(record, 'mhtml', 'mhtml-not-stored')),
    ...(derived || has(record, 'source') ? [] : unlessTold(record, 'source', 'source-not-stored')),
  ];
}

const archiveFindings = (record: CaptureRecord): readonly RecordFinding[] =>
  has(record, 'wacz', 'wacz-disclosure') ? [] : unlessTold(record, 'archive', 'archive-not-stored');

const fileFindings = (record: CaptureRecord, derived: boolean): readonly RecordFinding[] => [
  ...sheetFindings(record.file?.pages),
  ...(derived ? [] : archiveFindings(record)),
  ...(derived || has(record, 'original') ? [] : [found('original-not-stored')]),
];

type Pages = ImportRecord['pages'];

/** Types of files in which there is something to see, whoever opens them. */
const toBeSeen =
  /^(?:image|video|text|message|multipart)\/|^application\/(?:pdf|rtf|msword|vnd\.ms-|vnd\.openxml|vnd\.oasis|epub|x-ole|warc)/;
const ofNoKnownKind = 'application/octet-stream';

/** A file that a sheet stands for, because this program draws no pages of its kind. */
function sheetFindings(pages: Pages | undefined): readonly RecordFinding[] {
  if (pages?.as !== 'none' || pages.reason.code !== 'pages-later') return [];
  const type = String(pages.reason.params?.['type'] ?? ofNoKnownKind);
  if (toBeSeen.test(type)) return [found('content-not-shown', { type })];
  return type === ofNoKnownKind ? [found('content-not-known')] : [];
}

/** A file in which there is nothing to see has no picture. */
const nothingToSee = (pages: Pages | undefined, findings: readonly RecordFinding[]): boolean =>
  pages?.as === 'none' && pages.reason.code === 'pages-later' && answerFrom('picture', findings).answer === 'whole';

function ofImport(record: ImportRecord): Answers {
  const made = record.stitched !== undefined || record.redaction !== undefined;
  const findings = [
    ...loggedFindings(record),
    ...(made ? [] : unlogged(record, importSteps)),
    ...(made || has(record, 'original') ? [] : [found('original-not-stored')]),
    ...sheetFindings(record.pages),
  ];
  const carries = record.parts !== undefined || record.steps.some(({ step }) => step === 'attachments');
  return {
    picture: nothingToSee(record.pages, findings) ? notApplicable : answerFrom('picture', findings),
    resources: carries ? answerFrom('resources', findings) : notApplicable,
    text: record.pages.as === 'text' || has(record, 'page-text') ? answerFrom('text', findings) : notApplicable,
    archive: made ? withParent : answerFrom('archive', findings),
  };
}
