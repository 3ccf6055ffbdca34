import { quotedFrames } from './court-page.ts';
import { codeSaid, endNames, stepNames } from './names.ts';
import { failureSaid, failuresOf } from './not-received.ts';
import { reasonSaid, reasonsOf } from './reasons.ts';
import {
  artifactsOf,
  checksOf,
  digitsIn,
  exhibitsWhere,
  exhibitsWith,
  has,
  isCaptureRecord,
  numbersIn,
  ofNumbers,
  stepsOf,
  when,
  withValues,
  type Statement,
} from './statement.ts';
import type { Facts } from '../reading/stored-facts.ts';
import type { StoredReason, StoredRecord } from '../reading/stored-record.ts';

const ended = (record: StoredRecord, step: string, ...outcomes: readonly string[]) =>
  stepsOf(record).some((one) => one.step === step && outcomes.includes(one.outcome));
export const isRecoded = ({ manifest }: Facts): boolean => manifest.images.some(({ derived }) => derived !== undefined);
const picturesOfImport = (record: StoredRecord) => (record.pages ?? record.file?.pages)?.as === 'images';
/** Nothing was done to the stored pictures on their way to the page. */
/** Whether the file shows a copy of some picture of the item. */
export const isRecodedIn = ({ artifacts }: StoredRecord, { manifest }: Facts): boolean =>
  artifacts.some(({ sha256 }) => manifest.images.some(({ derived }) => derived?.original === sha256));
const unchanged = (record: StoredRecord, facts: Facts) =>
  !isRecodedIn(record, facts) && !record.redaction && !record.stitched;
const shot = (record: StoredRecord) => isCaptureRecord(record) && has(record, 'screenshot-tile', 'screenshot-region');
const conversions = (record: StoredRecord): readonly StoredReason[] =>
  [...stepsOf(record).flatMap(({ reason }) => reason ?? []), ...record.warnings].filter(
    ({ code }) => code.startsWith('converted-') && code !== 'converted-office',
  );

/** Kinds of what the page asked for, as an answer that is short names them. */
const missing: readonly (readonly [kind: string, zh: RegExp, en: RegExp])[] = [
  ['frame', /(\d+)个内嵌页面未取得/u, /(\d+)embeddedpages?(?:was|were)notreceived/u],
  ['stylesheet', /(\d+)个样式表未取得/u, /(\d+)stylesheets?(?:was|were)notreceived/u],
  ['script', /(\d+)个脚本未取得/u, /(\d+)scripts?(?:was|were)notreceived/u],
  ['image', /(\d+)张图片未取得/u, /(\d+)images?(?:was|were)notreceived/u],
  ['font', /(\d+)个字体未取得/u, /(\d+)fonts?(?:was|were)notreceived/u],
];
export const missingSaid = (text: string): readonly string[] =>
  missing.flatMap(([kind, zh, en]) => {
    const [, count] = zh.exec(text) ?? en.exec(text) ?? [];
    return count === undefined ? [] : [`${kind}:${count}`];
  });
export const missingOf = (record: StoredRecord): readonly string[] =>
  (record.requests?.failed ?? [])
    .filter(({ kind }) => missing.some(([known]) => known === kind))
    .map(({ kind, count }) => `${kind}:${count}`);

/** Steps that did not end well are said with how they ended and why. */
function stepsSaid(text: string): readonly string[] {
  return text.split(/[；;]/u).flatMap((part) => {
    const [name, names] = Object.entries(stepNames).find(([, both]) => both.some((one) => part.startsWith(one))) ?? [];
    if (name === undefined || !names) return [];
    const rest = part.slice(names.find((one) => part.startsWith(one))?.length);
    const end =
      Object.values(endNames)
        .flat()
        .find((one) => rest.startsWith(one)) ?? '';
    return end === '' ? [] : [`${name}:${codeSaid(endNames, end)}`];
  });
}

const answers = (text: string): string => digitsIn(text) + (/^(?:完整|complete)/u.test(text) ? 'complete' : 'short');

export const changeStatements: readonly Statement[] = [
  {
    id: 'whole',
    zh: '证据 {numbers}：结果为“完整”，操作日志中没有失败或未全部完成的步骤。',
    en: 'Exhibit(s) {numbers}: outcome “complete”; no step in the operation log failed or was only partly completed.',
    rests: 'outcome, steps, warnings, requests',
    says: ofNumbers,
    holds: exhibitsWhere((record) => fine(record)),
  },
  {
    id: 'what-complete-means',
    zh: '“完整”：该项证据能有的画面、资源、文字、归档均已取得；不表示其中有网站或聊天的全部内容。',
    en: '“Complete”: picture, resources, text and archive were obtained as far as the exhibit can have them; not that it holds everything of a site or chat.',
    rests: 'outcome, steps, warnings, requests',
    holds: when(({ exhibits }) => exhibits.some(({ record }) => fine(record))),
  },
  {
    id: 'brought-in',
    zh: '证据 {numbers}：截取画面之前，程序改动页面样式，使浏览器因不在窗口内而略过未绘制的 {count} 处显示出来。',
    en: 'Exhibit(s) {numbers}: before the picture was taken the program changed the page’s styles so that {count} [part was|parts were] drawn which the browser skipped outside the window.',
    rests: 'steps, warnings',
    says: withValues('count'),
    holds: exhibitsWith(({ record }) => {
      const count = record.warnings.find(({ code }) => code === 'sections-brought-in')?.params?.['count'];
      return count === undefined || !ended(record, 'bring-in', 'ok', 'partial') ? null : [count];
    }),
  },
  {
    id: 'none-to-bring-in',
    zh: '证据 {numbers}：程序查找过浏览器因不在窗口内而略过未绘制的部分，没有找到，页面未因此改动。',
    en: 'Exhibit(s) {numbers}: the program looked for parts that the browser skipped outside the window and found none; nothing on the page was changed for it.',
    rests: 'steps, warnings',
    says: ofNumbers,
    holds: exhibitsWhere(
      (record) =>
        isCaptureRecord(record) &&
        ended(record, 'bring-in', 'ok') &&
        record.warnings.every(({ code }) => code !== 'sections-brought-in'),
    ),
  },
  {
    id: 'outcome-and-why',
    zh: '证据 {numbers}：结果[为|均为]{outcome}），{steps}。',
    en: 'Exhibit(s) {numbers}: outcome {outcome})[ in each case|]; {steps}.',
    rests: 'outcome, steps, warnings, requests.failed',
    says: ({ numbers, outcome = '', steps = '' }) =>
      numbersIn(numbers).map((number) =>
        [
          number,
          stepsSaid(steps).join(','),
          reasonSaid(steps).join(','),
          missingSaid(steps).join(','),
          answers(outcome),
        ].join('|'),
      ),
    holds: exhibitsWith(({ record }) => {
      if (fine(record)) return null;
      const steps = stepsOf(record).filter(({ outcome }) => outcome !== 'ok');
      return [
        steps.map(({ step, outcome }) => `${step}:${outcome}`).join(','),
        reasonsOf(record).join(','),
        missingOf(record).join(','),
        isWhole(record) ? 'complete' : 'short',
      ];
    }),
  },
  {
    id: 'not-received',
    zh: '证据 {number} 未取得的资源：{resources}。',
    en: 'Exhibit {number}: resources not received: {resources}.',
    rests: 'requests.failed, requests.named',
    says: ({ number = '', resources = '' }) =>
      resources.split(/[；;](?=(?:[^；;]*[：:]|另?有?\d+))/u).map((one) => `${number}|${failureSaid(one)}`),
    holds: ({ exhibits }) =>
      exhibits.flatMap(({ number, record }) => failuresOf(record, 20).map((one) => `${number}|${one}`)),
  },
  {
    id: 'no-window',
    zh: '证据 {numbers}：浏览器运行时没有可见窗口（无头方式）。',
    en: 'Exhibit(s) {numbers}: the browser ran without a visible window (headless).',
    rests: 'checks screen',
    says: ofNumbers,
    holds: exhibitsWhere((record) =>
      checksOf(record).some(({ check, detail }) => check === 'screen' && detail.includes('no physical screen')),
    ),
  },
  {
    id: 'phone-view',
    zh: '证据 {numbers}：网页以模拟的手机视图（{width} × {height} CSS 像素）打开，不是手机或手机应用上的画面。',
    en: 'Exhibit(s) {numbers}: the page was opened in an emulated phone view ({width} × {height} CSS px); it is not the screen of a phone or of an app.',
    rests: 'view',
    says: withValues('width', 'height'),
    holds: exhibitsWith(({ record: { view, picture } }) =>
      view?.device === 'phone' && picture ? [view.width, view.height] : null,
    ),
  },
  {
    id: 'scale',
    zh: '证据 {numbers}：画面每一 CSS 像素截取为 {scale} × {same} 个像素。',
    en: 'Exhibit(s) {numbers}: each CSS pixel was taken as {scale} × {same} pixels of the picture.',
    rests: 'view.scale',
    says: withValues('scale', 'same'),
    holds: exhibitsWith(({ record: { view, picture } }) =>
      view && view.scale !== 1 && picture ? [view.scale, view.scale] : null,
    ),
  },
  {
    id: 'scrolled',
    zh: '证据 {numbers}：截取画面之前，程序自上而下逐屏滚动页面，再回到页首。',
    en: 'Exhibit(s) {numbers}: before the picture was taken the program scrolled through the page and back to the top.',
    rests: 'steps',
    says: ofNumbers,
    holds: exhibitsWhere((record) => ended(record, 'scroll', 'ok', 'partial') && ended(record, 'scroll-to-top', 'ok')),
  },
  {
    id: 'frozen',
    zh: '证据 {numbers}：截取画面之前，程序停止了页面的脚本和动画。',
    en: 'Exhibit(s) {numbers}: before the picture was taken the program stopped the scripts and animations of the page.',
    rests: 'steps',
    says: ofNumbers,
    holds: exhibitsWhere((record) => ended(record, 'hold-still', 'ok')),
  },
  {
    id: 'inner-scroll',
    zh: '证据 {number}：页面有 {count} 处内部滚动区域；展开这些区域的画面是程序改动页面样式后另行截取的，列于整页画面之后。',
    en: 'Exhibit {number}: the page has {count} inner scrolling area(s); the picture with [it|them] expanded was taken separately after the program changed the page’s styles, and follows the full-page picture.',
    rests: 'innerScroll',
    says: withValues('count'),
    holds: exhibitsWith(({ record: { innerScroll } }) => (innerScroll?.expanded ? [innerScroll.parts.length] : null)),
  },
  {
    id: 'region',
    zh: '证据 {number} 截取自一整页画面（记录 SHA-256 {parent}）的 x {x}、y {y}、宽 {width}、高 {height} 像素处，取自已存图块，未重新取证。',
    en: 'Exhibit {number} is a part of a full-page picture (record SHA-256 {parent}) at x {x}, y {y}, width {width}, height {height} px, cut from its stored tiles without a new capture.',
    rests: 'region',
    says: withValues('parent', 'x', 'y', 'width', 'height'),
    holds: exhibitsWith(({ record: { region } }) =>
      region ? [region.parentRecord, region.x, region.y, region.width, region.height] : null,
    ),
  },
  {
    id: 'stitched',
    zh: '证据 {number} 由 {count} 张截图拼接（经人工确认）；原截图的记录 SHA-256：{parents}。',
    en: 'Exhibit {number} was stitched from {count} screenshot(s) (confirmed by a person); record SHA-256 of the screenshots: {parents}.',
    rests: 'stitched',
    says: withValues('count', 'parents'),
    holds: exhibitsWith(({ record: { stitched } }) =>
      stitched ? [stitched.parts.length, stitched.parts.map(({ parentRecord }) => parentRecord).join(',')] : null,
    ),
  },
  {
    id: 'redacted',
    zh: '证据 {number} 为遮盖件：由封存的原件（记录 SHA-256 {parent}）制成，遮盖 {count} 处，理由：{reason}。',
    en: 'Exhibit {number} is a redacted copy of a sealed original (record SHA-256 {parent}); {count} area(s) covered; reason: {reason}.',
    rests: 'redaction',
    says: withValues('parent', 'count', 'reason'),
    holds: exhibitsWith(({ record: { redaction } }) =>
      redaction ? [redaction.parentRecord, redaction.regions.length, redaction.reason] : null,
    ),
  },
  {
    id: 'converted',
    zh: '证据 {numbers}：为排入证据册，已由{from}无损转换为PNG；原文件另存。',
    en: 'Exhibit(s) {numbers}: Converted losslessly from {from} to PNG for the pages; the original is stored.',
    rests: 'steps.reason, warnings',
    says: ({ numbers, from }) => numbersIn(numbers).map((number) => `${number}|${from}`),
    holds: ({ exhibits }) =>
      exhibits.flatMap(({ number, record }) =>
        conversions(record).map(({ params }) => `${number}|${params?.['format'] ?? ''}`),
      ),
  },
  {
    id: 'page-images',
    zh: '证据 {numbers} 的页面图像由程序自原文件生成，原文件另存，列于哈希值清单。',
    en: 'Exhibit(s) {numbers}: the page pictures were made by the program from the original file, which is stored separately and is in the hash list.',
    rests: 'artifacts',
    says: ofNumbers,
    holds: exhibitsWhere((record) => has(record, 'page-image') && !record.stitched && !record.redaction),
  },
  {
    id: 'recoded',
    zh: '本册为压缩提交件：“压缩图片清单”所列画面经重新编码，原件哈希值与损失见该清单。',
    en: 'This is a filing copy: the pictures in the list of recoded pictures were recoded; the list has the hashes of the originals and the loss.',
    rests: 'manifest.images',
    holds: when(isRecoded),
  },
  {
    id: 'originals',
    zh: '证据 {numbers} 的画面为所存截图文件的原样嵌入，未重新编码。',
    en: 'Exhibit(s) {numbers}: the pictures are the stored screenshots, embedded unchanged and not recoded.',
    rests: 'artifacts, redaction, stitched, manifest.images',
    says: ofNumbers,
    holds: exhibitsWhere((record, _, facts) => shot(record) && unchanged(record, facts)),
  },
  {
    id: 'original-files',
    zh: '证据 {numbers} 的画面为所存图片文件的原样嵌入，未重新编码。',
    en: 'Exhibit(s) {numbers}: the pictures are the stored picture files, embedded unchanged and not recoded.',
    rests: 'pages, artifacts, redaction, stitched, manifest.images',
    says: ofNumbers,
    holds: exhibitsWhere(
      (record, _, facts) =>
        !shot(record) &&
        picturesOfImport(record) &&
        has(record, 'original') &&
        !has(record, 'page-image') &&
        unchanged(record, facts),
    ),
  },
  {
    id: 'frames',
    zh: '红框为叠加显示，不写入所存文件。',
    en: 'Red frames are drawn over the pictures and are not part of any stored file.',
    rests: 'exhibits-set',
    holds: when(({ exhibits }) => exhibits.some(({ stated }) => (stated?.marks ?? []).length > 0)),
  },
  quotedFrames,
];

/** Nothing in the record speaks against the item. */
function fine(record: StoredRecord): boolean {
  return (
    isWhole(record) &&
    record.warnings.length === 0 &&
    stepsOf(record).every(({ outcome }) => outcome === 'ok' || outcome === 'skipped')
  );
}

/** Every step that an item of this kind has did end well, nothing was missing, and something can be seen of it. */
export function isWhole(record: StoredRecord): boolean {
  const bad = stepsOf(record).some(
    ({ outcome, step }) => (outcome === 'partial' || outcome === 'failed') && step !== 'second-path',
  );
  const lacks = missingOf(record).length > 0 || record.outcome !== 'complete';
  const scrolled = !isCaptureRecord(record) || stepsOf(record).some(({ step }) => step === 'scroll');
  const parts = record.innerScroll === undefined;
  const text = !isCaptureRecord(record) || has(record, 'text') ? !emptyText(record) : true;
  return !bad && !lacks && scrolled && parts && text;
}

const emptyText = (record: StoredRecord): boolean =>
  artifactsOf(record).some(({ role, bytes }) => role === 'text' && bytes === 0);
