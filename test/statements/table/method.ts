import { whereServed } from '../reading/where-served.ts';
import { codeSaid, comparedFieldNames } from './names.ts';
import { isImport, offsets, presentedOf, saidHeader } from './certificate.ts';
import {
  always,
  artifactsOf,
  digitsIn,
  exhibitsWhere,
  exhibitsWith,
  isCaptureRecord,
  numbersIn,
  ofNumbers,
  when,
  withValues,
  type Statement,
} from './statement.ts';
import type { StoredFetch, StoredRecord } from '../reading/stored-record.ts';

const second = (record: StoredRecord): StoredFetch | null =>
  record.secondPath?.ran === true ? record.secondPath : null;
const quoted = (value: unknown): string => (typeof value === 'string' ? `“${value}”` : '-');
const codesIn = (text = ''): string =>
  text
    .split(/[、,](?![^（(]*[）)])/u)
    .map((one) => codeSaid(comparedFieldNames, one))
    .sort()
    .join(',');
/** The names before their causes. */
const namesIn = (text = ''): string =>
  text
    .replace(/[（(](?:[^（）()]|[（(][^（）()]*[）)])*[）)]/gu, '')
    .split(/[、,]/u)
    .map((one) => codeSaid(comparedFieldNames, one).replace('?', ''))
    .sort()
    .join(',');

const ways = (record: StoredRecord): 'program' | 'person' | 'none' =>
  record.picture === null ? 'none' : record.byHand || record.session ? 'person' : 'program';

const repeatable = (where: ReturnType<typeof whereServed>) =>
  exhibitsWhere((record) => isCaptureRecord(record) && ways(record) === 'program' && whereServed(record) === where);

export const methodStatements: readonly Statement[] = [
  {
    id: 'repeat-elsewhere',
    zh: '证据 {numbers}：同一程序可以对同一网址重复上述步骤，网页内容可能已经变化，也可能已无法访问。',
    en: 'Exhibit(s) {numbers}: the same program can repeat these steps at the same address; the page may have changed since, or may no longer be there.',
    rests: 'server',
    says: ofNumbers,
    holds: repeatable('elsewhere'),
  },
  {
    id: 'repeat-here',
    zh: '证据 {numbers}：该网址指向取证的计算机自身，他人在别的计算机上打开同一网址，到达的不是同一服务器，不能据此再次取证。',
    en: 'Exhibit(s) {numbers}: the address leads to the capturing computer itself; on another computer it leads to another server, so nobody else can repeat the capture by it.',
    rests: 'server',
    says: ofNumbers,
    holds: repeatable('here'),
  },
  {
    id: 'repeat-inside',
    zh: '证据 {numbers}：该网址位于取证时所在的内部网络，网络之外的人不能以同一网址再次取证。',
    en: 'Exhibit(s) {numbers}: the address is of the network in which the capture was made; nobody outside it can repeat the capture by the same address.',
    rests: 'server',
    says: ofNumbers,
    holds: repeatable('inside'),
  },
  {
    id: 'repeat-unknown',
    zh: '证据 {numbers}：未记录网页来自哪一网络地址；他人能否以同一网址到达同一服务器，无法确定。',
    en: 'Exhibit(s) {numbers}: it is not recorded which network address gave the page; whether others reach the same server by this address is undetermined.',
    rests: 'server',
    says: ofNumbers,
    holds: repeatable('unknown'),
  },
  {
    id: 'by-program',
    zh: '证据 {numbers} 的网页由程序自动打开、滚动并截取画面；各步骤的顺序和结果见各项证据的操作日志。',
    en: 'Exhibit(s) {numbers}: the pages were opened, scrolled and imaged automatically by the program; for the order and outcome of the steps see the operation log.',
    rests: 'byHand, session, picture',
    says: ofNumbers,
    holds: exhibitsWhere((record) => isCaptureRecord(record) && ways(record) === 'program'),
  },
  {
    id: 'by-person',
    zh: '证据 {numbers} 的网页系人工操作之后或在登录会话中由程序截取；重复该过程需要同样的操作或登录状态，所得可能不同。',
    en: 'Exhibit(s) {numbers}: the pages were imaged by the program after work by hand or in a login session; repeating this requires the same actions or the same login, and the result may differ.',
    rests: 'byHand, session, picture',
    says: ofNumbers,
    holds: exhibitsWhere((record) => isCaptureRecord(record) && ways(record) === 'person'),
  },
  {
    id: 'no-picture',
    zh: '证据 {numbers}：该网址未取得页面画面；所得文件及每一步的结果见技术附录。',
    en: 'Exhibit(s) {numbers}: no page picture was obtained from the address; for the files obtained and the outcome of each step see the technical annex.',
    rests: 'picture',
    says: ofNumbers,
    holds: exhibitsWhere((record) => isCaptureRecord(record) && ways(record) === 'none'),
  },
  {
    id: 'second-fetch',
    zh: '二次获取（证据 {numbers}）：取证后由程序自身（非浏览器）再次访问同一网址，并将所得与浏览器所得比对；使用同一计算机和同一网络。',
    en: 'Second fetch (exhibit(s) {numbers}): after the capture the program itself, not the browser, requested the same address again and compared the result with the browser’s copy, on the same computer and network.',
    rests: 'secondPath',
    says: ofNumbers,
    holds: exhibitsWhere((record) => second(record) !== null),
  },
  {
    id: 'second-fetch-headers',
    zh: '证据 {numbers} 的二次获取所发的请求头：User-Agent {agent}，Accept-Language {language}。',
    en: 'Request headers of the second fetch of exhibit(s) {numbers}: User-Agent {agent}, Accept-Language {language}.',
    rests: 'secondPath.userAgent, .acceptLanguage',
    says: ({ numbers, agent, language }) =>
      numbersIn(numbers).map((number) => `${number}|${saidHeader(agent)}|${saidHeader(language)}`),
    holds: exhibitsWith(({ record }) => {
      const fetch = second(record);
      return fetch ? [quoted(fetch.userAgent), quoted(fetch.acceptLanguage)] : null;
    }),
  },
  {
    id: 'second-fetch-as-browser',
    zh: '证据 {numbers} 的二次获取使用与浏览器相同的这两项请求头，未写明由本程序发出。',
    en: 'The second fetch of exhibit(s) {numbers} sent these two headers as the browser did; they do not say that this program sent them.',
    rests: 'secondPath, presented',
    says: ofNumbers,
    holds: exhibitsWhere((record) => {
      const fetch = second(record);
      const { seen, userAgent, acceptLanguage } = presentedOf(record);
      return (
        fetch !== null && seen === true && fetch.userAgent === userAgent && fetch.acceptLanguage === acceptLanguage
      );
    }),
  },
  {
    id: 'second-fetch-dns',
    zh: '证据 {numbers} 的二次获取自行查询 DNS。',
    en: 'The second fetch of exhibit(s) {numbers} made its own DNS query.',
    rests: 'secondPath.finalUrl, .address',
    says: ofNumbers,
    holds: exhibitsWhere((record) => {
      const fetch = second(record);
      const host = new URL(fetch?.finalUrl ?? record.url ?? 'http://localhost').hostname;
      return (
        fetch !== null &&
        fetch.address !== null &&
        /[a-z]/iu.test(host) &&
        !host.startsWith('[') &&
        !/(?:^|\.)localhost$/iu.test(host)
      );
    }),
  },
  {
    id: 'second-fetch-tls',
    zh: '证据 {numbers} 的二次获取自行建立 TLS 连接。',
    en: 'The second fetch of exhibit(s) {numbers} made its own TLS connection.',
    rests: 'secondPath.tls',
    says: ofNumbers,
    holds: exhibitsWhere((record) => Boolean(second(record)?.['tls'])),
  },
  {
    id: 'second-fetch-alike',
    zh: '证据 {numbers} 的二次获取与浏览器所得一致的项目：{fields}。',
    en: 'The second fetch of exhibit(s) {numbers} returned the same as the browser in: {fields}.',
    rests: 'secondPath.same',
    says: ({ numbers, fields }) => numbersIn(numbers).map((number) => `${number}|${codesIn(fields)}`),
    holds: exhibitsWith(({ record }) => {
      const same = second(record)?.same ?? [];
      return same.length > 0 ? [[...same].sort().join(',')] : null;
    }),
  },
  {
    id: 'second-fetch-apart',
    zh: '证据 {numbers} 的二次获取与浏览器所得不同的项目：{fields}。',
    en: 'The second fetch of exhibit(s) {numbers} returned something else than the browser in: {fields}.',
    rests: 'secondPath.differences',
    says: ({ numbers, fields }) => numbersIn(numbers).map((number) => `${number}|${namesIn(fields)}`),
    holds: exhibitsWith(({ record }) => {
      const apart = second(record)?.differences ?? [];
      return apart.length > 0
        ? [
            apart
              .map(({ name, field }) => name ?? field)
              .sort()
              .join(','),
          ]
        : null;
    }),
  },
  {
    id: 'second-fetch-result',
    zh: '证据 {numbers} 的二次获取：{result}。',
    en: 'Second fetch of exhibit(s) {numbers}: {result}.',
    rests: 'secondPath',
    says: ({ numbers, result = '' }) => numbersIn(numbers).map((number) => `${number}|${resultSaid(result)}`),
    holds: exhibitsWith(({ record }) => (isCaptureRecord(record) ? [resultOf(record)] : null)),
  },
  {
    id: 'by-hand',
    zh: '证据 {number}：取证前由取证人在浏览器中人工操作 {seconds} 秒（{clicks} 次点击、{keys} 次按键），键入内容未记录。',
    en: 'Exhibit {number}: before the capture the operator worked by hand in the browser for {seconds} s ({clicks} click(s), {keys} keystroke(s)); what was typed is not recorded.',
    rests: 'byHand',
    says: withValues('seconds', 'clicks', 'keys'),
    holds: exhibitsWith(({ record: { byHand } }) => (byHand ? [byHand.seconds, byHand.clicks, byHand.keys] : null)),
  },
  {
    id: 'by-hand-files',
    zh: '证据 {number} 的操作与画面记录于 {files}；这些文件不随移交包提供，其哈希值见哈希值清单。',
    en: 'Actions and pictures of exhibit {number} are recorded in {files}; these files are not handed over, but their hashes are in the hash list.',
    rests: 'artifacts',
    says: ({ number, files = '' }) => [`${number}|${files.split(/[、,]/u).sort().join(',')}`],
    holds: exhibitsWith(({ record }) => {
      const files = artifactsOf(record).filter(({ role }) => role === 'hand-log' || role === 'recording');
      return files.length > 0 && record.byHand
        ? [
            files
              .map(({ name }) => name)
              .sort()
              .join(','),
          ]
        : null;
    }),
  },
  {
    id: 'imports',
    zh: '证据 {numbers} 为导入文件，并非由本程序取证；来源见技术附录。',
    en: 'Exhibit(s) {numbers}: imported, not captured by this program; for the source see the technical annex.',
    rests: 'kind',
    says: ofNumbers,
    holds: exhibitsWhere(isImport),
  },
];

/** What is said of a second fetch: that it was not made, or how many points differ, and of how many nobody knows why. */
function resultSaid(text: string): string {
  if (/^(?:未进行|notmade)/u.test(text)) return 'not-made';
  if (/未见差异|nodifferencefound/u.test(text)) return '0';
  const counts = digitsIn(text).split(',');
  const count = /原因不明|unknowncause/u.test(text) ? counts.slice(-2).join('/') : `${counts.at(-1) ?? ''}/0`;
  return `${count}${bodySaid(text)}`;
}

function resultOf(record: StoredRecord): string {
  const fetch = second(record);
  if (!fetch) return 'not-made';
  const apart = fetch.differences ?? [];
  const count = apart.length + (fetch.more ?? 0);
  if (count === 0) return '0';
  return `${count}/${apart.filter(({ cause }) => cause === null).length}${fetch.same?.includes('body') ? '+body' : ''}`;
}

/** Whether a line says that the body was the same to the byte. */
export const bodySaid = (text: string): string =>
  /内容（解除内容编码后）与浏览器所得逐字节一致|bodyidenticalbyteforbyte/u.test(text) ? '+body' : '';

export const verifyStatements: readonly Statement[] = [
  {
    id: 'hashes-where',
    zh: '每个文件的 SHA-256 列于哈希值清单和清单文件；核验方法见核验说明。',
    en: 'The SHA-256 of every file is in the hash list and in the manifest; for the method see “How to verify”.',
    rests: 'manifest',
    holds: always,
  },
  {
    id: 'anchors',
    zh: '外部存证：证据{anchors}。',
    en: 'External documents: [certificate|deposit|time stamp] of exhibit{anchors}.',
    rests: 'attachments',
    says: ({ anchors = '' }) => anchors.match(/\d{4}-\d{4}-\d{3}/gu) ?? [],
    holds: ({ exhibits }) => exhibits.flatMap(({ attachments }) => attachments.map(({ number }) => String(number))),
  },
  {
    id: 'no-anchors',
    zh: '外部存证：无。',
    en: 'External documents: none.',
    rests: 'attachments',
    holds: when(({ exhibits }) => exhibits.every(({ attachments }) => attachments.length === 0)),
  },
  {
    id: 'not-verified',
    zh: '（1）{all}',
    en: '(1) {all}',
    rests: 'checks, kind, attachments',
    says: ({ all = '' }) => [
      ...(/一致（证据([\d、–]+)）|standard\(exhibits?([\d,–]+)\)/u.exec(all) ?? []).slice(1).flatMap(numbersIn),
      ...(/来源与保管|originandcustody/u.test(all) ? ['imports'] : []),
      ...(/外部存证|externaldocuments/u.test(all) ? ['anchors'] : []),
    ],
    holds: ({ exhibits }) => [
      ...exhibits.flatMap(({ number, record }) => (offsets(record, 'clock-ntp').length > 0 ? [] : [number])),
      ...(exhibits.some(({ record }) => isImport(record)) ? ['imports'] : []),
      ...(exhibits.some(({ attachments }) => attachments.length > 0) ? ['anchors'] : []),
    ],
  },
];
