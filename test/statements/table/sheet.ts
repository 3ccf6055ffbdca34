import { checkNames, codeSaid, endNames, outcomeNames, stepNames } from './names.ts';
import { isWhole, missingOf, missingSaid } from './changes.ts';
import { isOfDemo, isOwnClock } from './certificate.ts';
import { bodySaid } from './method.ts';
import { failureSaid, failuresOf } from './not-received.ts';
import { reasonSaid, reasonsOf } from './reasons.ts';
import { beijing, checksOf, digitsIn, isCaptureRecord, stepsOf } from './statement.ts';
import type { StoredExhibit } from '../reading/stored-facts.ts';
import type { StoredRecord } from '../reading/stored-record.ts';
import { withoutBlanks } from '../reading/printed-words.ts';

/**
 * A line of an exhibit's sheet: its label in both languages, the fields that it rests on, what its value says, and what it
 * must say by the record; null: no such line. Values of which nothing is said here are the user's own words.
 */
export type SheetLine = Readonly<{
  id: string;
  labels: readonly [zh: string, en: string];
  rests: string;
  says?: (value: string) => string;
  holds?: (exhibit: StoredExhibit) => readonly string[];
}>;

const notRecorded = /^(?:未记录|notrecorded)$/u;
type Value = string | number | null | undefined;
const plain = (value: Value): string =>
  value === null || value === undefined || value === '' ? '-' : withoutBlanks(String(value));
const saidPlain = (value: string): string => (notRecorded.test(value) ? '-' : value);
const one = (
  id: string,
  labels: readonly [string, string],
  of: (record: StoredRecord) => Value,
  only?: 'capture' | 'import',
): SheetLine => ({
  id,
  labels,
  rests: id,
  says: saidPlain,
  holds: ({ record }) => (only === undefined || record.kind === only ? [plain(of(record))] : []),
});
const maybe = (
  id: string,
  labels: readonly [string, string],
  says: (value: string) => string,
  of: (record: StoredRecord) => readonly Value[],
): SheetLine => ({
  id,
  labels,
  rests: id,
  says,
  holds: ({ record }) => of(record).map((value) => withoutBlanks(String(value))),
});
const own = (id: string, labels: readonly [string, string]): SheetLine => ({
  id,
  labels,
  rests: 'the user’s own words',
});

const digits = (value: string): string => digitsIn(value);
/** Whole hashes, without the words that stand before them. */
const hashes = (value: string): string =>
  (value.replace(/SHA-256|record/gu, ' ').match(/[0-9a-f]{64}/gu) ?? []).join(',');
const clockKeys = (record: StoredRecord): string =>
  checksOf(record)
    .filter(
      ({ check, outcome }) =>
        outcome !== 'not-verified' && (check === 'clock-ntp' || (check === 'clock-server-date' && !isOwnClock(record))),
    )
    .map(({ check, outcome, detail }) => `${check}:${outcome}:${digitsIn(detail)}`)
    .join(';');
function saidClock(value: string): string {
  return [
    ...value.matchAll(
      /(时钟与[^：]*?比对|clockcomparedwith[^:]*)[：:](请注意|noted)?(.*?[（(](?:误差)?±\d+(?:毫秒|ms)[^（()）]*[）)](?:[；;]\S*?±\d+(?:毫秒|ms)[）)])*)/gu,
    ),
  ]
    .map(
      ([, name = '', outcome = '', detail = '']) =>
        `${codeSaid(checkNames, name)}:${outcome === '' ? 'ok' : codeSaid(outcomeNames, outcome)}:${digitsIn(detail)}`,
    )
    .join(';');
}

export const sheetLines: readonly SheetLine[] = [
  own('group', ['组别', 'Group']),
  own('summary', ['内容摘要', 'Summary']),
  own('remarks', ['备注', 'Remarks']),
  own('date', ['文件日期（目录所载）', 'Dateofthedocument(asstatedintheindex)']),
  one('url', ['请求网址', 'URLrequested'], ({ url }) => url, 'capture'),
  one('finalUrl', ['最终网址', 'FinalURL'], ({ finalUrl }) => finalUrl, 'capture'),
  one('httpStatus', ['HTTP状态', 'HTTPstatus'], ({ httpStatus }) => httpStatus, 'capture'),
  {
    id: 'server',
    labels: ['服务器地址', 'Serveraddress'],
    rests: 'server',
    says: (value) => /^(.*?)[（(](.*?)[；;]/u.exec(value)?.slice(1).join('|') ?? saidPlain(value),
    holds: ({ record }) =>
      isCaptureRecord(record)
        ? [record.server ? `${record.server.address}:${record.server.port}|${record.server.host}` : '-']
        : [],
  },
  maybe('secondPath', ['二次获取', 'Secondfetch'], secondSaid, (record) =>
    record.secondPath ? [secondOf(record)] : [],
  ),
  maybe(
    'connection',
    ['加密连接', 'Encryptedconnection'],
    (value) => `${/TLS([\d.]+)/u.exec(value)?.[1]}|${/ERR_\w+/u.exec(value)?.[0] ?? ''}`,
    ({ connection }) =>
      connection ? [`${connection.protocol.replace('TLS ', '')}|${connection.certificateError ?? ''}`] : [],
  ),
  {
    id: 'browser',
    labels: ['浏览器', 'Browser'],
    rests: 'browser',
    says: (value) =>
      notRecorded.test(value) ? '-' : `${value.split(/[,，]/u)[0]}|${/未启用|off/u.test(value) ? 'off' : 'on'}`,
    holds: ({ record }) =>
      isCaptureRecord(record)
        ? [record.browser ? `${record.browser.product}|${record.browser.sandboxed ? 'on' : 'off'}` : '-']
        : [],
  },
  one(
    'browser.sha256',
    ['浏览器程序文件SHA-256', 'Browserprogramfile,SHA-256'],
    ({ browser }) => browser?.sha256,
    'capture',
  ),
  {
    id: 'view',
    labels: ['视口', 'View'],
    rests: 'view',
    says: (value) => `${digits(value)}|${/手机|phone/u.test(value)}`,
    holds: ({ record: { view } }) =>
      view ? [`${view.width},${view.height},${view.scale}|${view.device === 'phone'}`] : [],
  },
  {
    id: 'picture',
    labels: ['整页画面', 'Full-pagepicture'],
    rests: 'picture, artifacts',
    says: (value) => (notRecorded.test(value) ? '-' : digits(value).split(',').slice(0, 2).join(',')),
    holds: ({ record }) =>
      isCaptureRecord(record) ? [record.picture ? `${record.picture.width},${record.picture.height}` : '-'] : [],
  },
  maybe('not-received', ['未取得的资源', 'Resourcesnotreceived'], failureSaid, (record) => failuresOf(record, 5)),
  maybe('account', ['登录账号（取证人填写）', 'Loggedinas(asstatedbytheoperator)'], saidPlain, (record) =>
    isCaptureRecord(record) && record.account !== undefined ? [record.account] : [],
  ),
  maybe(
    'innerScroll',
    ['内部滚动区域', 'Innerscrollingareas'],
    (value) => digits(value),
    ({ innerScroll }) =>
      innerScroll
        ? [
            ...innerScroll.parts.map(
              (part) => `${part.x},${part.y},${part.width},${part.height},${part.hiddenHeight},${part.hiddenWidth}`,
            ),
            ...(innerScroll.expanded ? [`${innerScroll.expanded.width},${innerScroll.expanded.height}`] : []),
          ]
        : [],
  ),
  maybe(
    'redaction',
    ['遮盖', 'Redaction'],
    (value) => `${/\d+/u.exec(value)?.[0]}|${hashes(value)}`,
    ({ redaction }) => (redaction ? [`${redaction.regions.length}|${redaction.parentRecord}`] : []),
  ),
  maybe(
    'region',
    ['截取', 'Partofapicture'],
    (value) => `${hashes(value)}|${digits(value.replace(/SHA-256[0-9a-f]{64}/u, ''))}`,
    ({ region }) => (region ? [`${region.parentRecord}|${region.x},${region.y},${region.width},${region.height}`] : []),
  ),
  maybe('stitched', ['拼接', 'Stitched'], hashes, ({ stitched }) =>
    stitched ? [stitched.parts.map(({ parentRecord }) => parentRecord).join(',')] : [],
  ),
  {
    id: 'recoded',
    labels: ['压缩图片清单', 'Listofrecodedpictures'],
    rests: 'manifest.images',
  },
  one('fileName', ['原文件名', 'Originalfilename'], ({ fileName }) => fileName, 'import'),
  one('source of the file', ['取得方式', 'Howitwasobtained'], ({ source }) => source, 'import'),
  one('receivedBy', ['接收人', 'Receivedby'], ({ receivedBy }) => receivedBy, 'import'),
  one('receivedOn', ['接收设备', 'Receivedon(device)'], ({ receivedOn }) => receivedOn, 'import'),
  one('account of the file', ['接收账号', 'Receivedon(account)'], ({ account }) => account, 'import'),
  ...fileFact('Format', ['文件格式', 'Format']),
  ...fileFact('Modified', ['文件系统所记修改时间', 'Modified(asstatedbythefilesystem)']),
  ...fileFact('Pixels', ['像素尺寸', 'Pixels']),
  ...fileFact('Orientation', ['方向标记', 'Orientationflag']),
  ...fileFact('From', ['发件人', 'From']),
  ...fileFact('To', ['收件人', 'To']),
  ...fileFact('Subject', ['主题', 'Subject']),
  ...fileFact('Date', ['邮件所记发送时间', 'Sent(asstatedinthee-mail)']),
  one('startedAt', ['开始时间', 'Started'], ({ startedAt }) => beijing(startedAt)),
  one('endedAt', ['结束时间', 'Ended'], ({ endedAt }) => beijing(endedAt)),
  {
    id: 'clock',
    labels: ['时钟', 'Clock'],
    rests: 'checks clock-*',
    says: (value) => `${/虚拟时钟|virtualclock/u.test(value) ? 'demo' : ''}${saidClock(value)}`,
    holds: ({ record }) => [`${isOfDemo(record) ? 'demo' : ''}${clockKeys(record)}`],
  },
  one('operator', ['取证人', 'Operator'], ({ operator }) => operator),
  one('program', ['程序', 'Program'], ({ program }) => `${program.name} ${program.version}`),
  {
    id: 'outcome',
    labels: ['结果', 'Outcome'],
    rests: 'outcome, steps, warnings, requests',
    says: (value) => (/^(?:完整|complete)/u.test(value) ? 'complete' : 'short'),
    holds: ({ record }) => [isWhole(record) ? 'complete' : 'short'],
  },
  one('item', ['证据项标识', 'ItemID'], ({ item }) => item),
];

function fileFact(name: string, labels: readonly [string, string]): readonly SheetLine[] {
  const facts = (record: StoredRecord) => [...(record.facts ?? []), ...(record.file?.facts ?? [])];
  const bare = (value: string) => withoutBlanks(value).replace(/[TZ]|UTC/gu, '');
  return [
    {
      id: `facts ${name}`,
      labels,
      rests: `facts ${name}`,
      says: (value) => bare(value),
      holds: ({ record }) =>
        facts(record)
          .filter((fact) => fact.name === name)
          .map(({ value }) => bare(value)),
    },
  ];
}

function secondSaid(value: string): string {
  if (/^(?:未进行|notmade)/u.test(value)) return 'not-made';
  return /未见差异|nodifferencefound/u.test(value) ? '0' : `${digitsIn(value).split(',')[0] ?? ''}${bodySaid(value)}`;
}

function secondOf(record: StoredRecord): string {
  const path = record.secondPath;
  if (path?.ran !== true) return 'not-made';
  const count = (path.differences ?? []).length + (path.more ?? 0);
  return `${count}${count > 0 && path.same?.includes('body') ? '+body' : ''}`;
}

/** A line of the operation log: its step and how it ended; or what became of those that are not listed. */
export function stepSaid(label: string, value: string): string | null {
  if (/^(?:操作日志|Operationlog)$/u.test(label))
    return /^(?:全部步骤均完成|allstepsdone)$/u.test(value)
      ? 'all'
      : /^(?:其余步骤均完成|allotherstepsdone)$/u.test(value)
        ? 'others'
        : '?';
  const step = codeSaid(stepNames, label);
  const [end = ''] = value.split('·');
  return step.startsWith('?') ? null : `${step}|${codeSaid(endNames, end)}`;
}
/** Steps that ended otherwise than well, or with a remark, and what is left besides. */
export function stepsBorneOut(record: StoredRecord): readonly string[] {
  const all = stepsOf(record);
  const told = all.filter(({ outcome, reason }) => outcome !== 'ok' || reason);
  const rest = told.length === 0 ? 'all' : 'others';
  return [
    ...told.map(({ step, outcome }) => `${step}|${outcome}`),
    ...(all.length === 0 || told.length === all.length ? [] : [rest]),
  ];
}

/** Warnings of a sheet, all together: their codes, the checks that are noted, and what was missing. */
export function warningsSaid(text: string): string {
  const checks = Object.entries(checkNames).flatMap(([code, names]) =>
    names.some((name) => text.includes(`•${name}：请注意`) || text.includes(`•${name}:noted`)) ? [code] : [],
  );
  return [...checks.sort(), ...reasonSaid(text), ...missingSaid(text)].join(',');
}
export const warningsOf = (record: StoredRecord): string =>
  [
    ...checksOf(record)
      .filter(({ outcome }) => outcome === 'noted')
      .map(({ check }) => check)
      .sort(),
    ...reasonsOf(record),
  ].join(',');

/** Answers that are short: what they say was missing. */
export const answerSaid = (text: string): string => missingSaid(text).join(',');
export const answersBorneOut = (record: StoredRecord): string => missingOf(record).join(',');

/** Whether the sheet says captured or imported under its title. */
export const kindSaid = (text: string): string | null =>
  /导入文件，并非由本程序取证|Imported,notcapturedbythisprogram/u.test(text)
    ? 'import'
    : /由本程序取证|Capturedbythisprogram/u.test(text)
      ? 'capture'
      : null;
