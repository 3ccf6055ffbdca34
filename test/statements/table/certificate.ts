import { toSecond } from './front/times.ts';
import { checkNames, codeSaid, outcomeNames } from './names.ts';
import {
  artifactsOf,
  beijing,
  checksOf,
  nonzeroIn,
  exhibitsWhere,
  exhibitsWith,
  isCaptureRecord,
  numbersIn,
  ofNumbers,
  when,
  withValues,
  type FoundParts,
  type Statement,
} from './statement.ts';
import { whereServed } from '../reading/where-served.ts';
import type { Facts } from '../reading/stored-facts.ts';
import type { StoredRecord } from '../reading/stored-record.ts';

export const isImport = (record: StoredRecord) => record.kind === 'import';
const environmentOf = (record: StoredRecord) => artifactsOf(record).find(({ role }) => role === 'environment');
export const presentedOf = (record: StoredRecord): Partial<NonNullable<StoredRecord['presented']>> =>
  record.presented ?? {};
const chosen = (record: StoredRecord, what: string) => presentedOf(record).chosen?.includes(what) === true;
const header = (value: unknown) => (typeof value === 'string' ? `“${value}”` : '-');
export const saidHeader = (text = '') => (/^[（(]/u.test(text) ? '-' : text);
/** Whether a program wrote it that went by a clock of a story. */
export const isOfDemo = ({ program }: StoredRecord): boolean => program.version.endsWith('(demo clock)');
/** First and last moment of items, as the paper has them. */
/** A line for each day of Beijing on which something of this kind began. */
const span = (facts: Facts, some: (record: StoredRecord) => boolean) => {
  const of = facts.exhibits.filter(({ record }) => some(record));
  const day = ({ record }: (typeof of)[number]) => beijing(record.startedAt).slice(0, 10);
  return [...Map.groupBy(of, day).values()].flatMap((same) => {
    const times = same.flatMap(({ record }) => [record.startedAt, record.endedAt]).sort();
    return same.map(({ number }) => `${number}|${toSecond(times[0] ?? '')}|${toSecond(times.at(-1) ?? '')}`);
  });
};
/** `name: outcome (detail with marks of its own)`. */
function cut(text = ''): readonly string[] {
  const name =
    Object.values(checkNames)
      .flat()
      .find((one) => text.startsWith(one)) ?? '';
  const rest = text.slice(name.length + 1);
  const outcome =
    Object.values(outcomeNames)
      .flat()
      .find((one) => rest.startsWith(one)) ?? '';
  return [text, name, outcome, rest.slice(outcome.length)];
}
const noted = (record: StoredRecord, clock: boolean) =>
  checksOf(record).filter(({ outcome, check }) => outcome === 'noted' && check.startsWith('clock-') === clock);
const keysOfChecks = (facts: Facts, clock: boolean) =>
  facts.exhibits.flatMap(({ number, record }) =>
    noted(record, clock).map(({ check, outcome, detail }) => `${number}|${check}|${outcome}|${nonzeroIn(detail)}`),
  );
const notedSaid = (found: FoundParts) => {
  const [, ...rest] = cut(found['check']);
  const [name = '', outcome = '', detail = ''] = rest;
  return numbersIn(found['numbers'] ?? found['number']).map(
    (number) => `${number}|${codeSaid(checkNames, name)}|${codeSaid(outcomeNames, outcome)}|${nonzeroIn(detail)}`,
  );
};

export const environmentStatements: readonly Statement[] = [
  {
    id: 'program',
    zh: '取证程序：{program}；用于证据 {numbers}。',
    en: 'Program: {program}; used for exhibit(s) {numbers}.',
    rests: 'program',
    says: withValues('program'),
    holds: exhibitsWith(({ record }) => [`${record.program.name} ${record.program.version}`]),
  },
  {
    id: 'browser',
    zh: '浏览器：{product}，程序文件 SHA-256 {sha}，{sandbox}；用于证据 {numbers}。',
    en: 'Browser: {product}, program file SHA-256 {sha}, {sandbox}; used for exhibit(s) {numbers}.',
    rests: 'browser',
    says: (found) =>
      withValues(
        'product',
        'sha',
      )(found).map((key) => `${key}|${/未|off/u.test(found['sandbox'] ?? '') ? 'off' : 'on'}`),
    holds: exhibitsWith(({ record: { browser } }) =>
      browser ? [browser.product, browser.sha256 ?? 'notrecorded', browser.sandboxed ? 'on' : 'off'] : null,
    ),
  },
  {
    id: 'request-headers',
    zh: '证据 {numbers}：浏览器请求该网页时所发的请求头：User-Agent {agent}，Accept-Language {language}。',
    en: 'Exhibit(s) {numbers}: request headers of the browser’s request for the page: User-Agent {agent}, Accept-Language {language}.',
    rests: 'presented',
    says: ({ numbers, agent, language }) =>
      numbersIn(numbers).map((number) => `${number}|${saidHeader(agent)}|${saidHeader(language)}`),
    holds: exhibitsWith(({ record }) =>
      presentedOf(record).seen === true
        ? [header(presentedOf(record).userAgent), header(presentedOf(record).acceptLanguage)]
        : null,
    ),
  },
  {
    id: 'headers-unseen',
    zh: '证据 {numbers}：浏览器请求该网页时所发的 User-Agent 和 Accept-Language 未能记录。',
    en: 'Exhibit(s) {numbers}: the User-Agent and Accept-Language of the browser’s request for the page could not be recorded.',
    rests: 'presented.seen',
    says: ofNumbers,
    holds: exhibitsWhere((record) => presentedOf(record).seen === false),
  },
  {
    id: 'headless-name',
    zh: '证据 {numbers}：User-Agent 中的 HeadlessChrome 表明浏览器没有可见窗口，网站可据此识别。',
    en: 'Exhibit(s) {numbers}: “HeadlessChrome” in the User-Agent says that the browser had no visible window; a website can tell by it.',
    rests: 'presented.userAgent',
    says: ofNumbers,
    holds: exhibitsWhere((record) => presentedOf(record).userAgent?.includes('HeadlessChrome') === true),
  },
  {
    id: 'language-chosen',
    zh: '证据 {numbers}：所请求的语言由取证人选定。',
    en: 'Exhibit(s) {numbers}: the languages asked for were chosen by the operator.',
    rests: 'presented.chosen',
    says: ofNumbers,
    holds: exhibitsWhere((record) => chosen(record, 'language')),
  },
  {
    id: 'agent-chosen',
    zh: '证据 {numbers}：User-Agent 由取证人选定，并非浏览器自身的名称。',
    en: 'Exhibit(s) {numbers}: the User-Agent was chosen by the operator; it is not the browser’s own name.',
    rests: 'presented.chosen',
    says: ofNumbers,
    holds: exhibitsWhere((record) => chosen(record, 'user-agent')),
  },
  {
    id: 'no-capture',
    zh: '本册没有由本程序取证的网页。',
    en: 'No page in this bundle was captured by this program.',
    rests: 'kind',
    holds: when(({ exhibits }) => !exhibits.some(({ record }) => isCaptureRecord(record))),
  },
  {
    id: 'environment-file',
    zh: '证据 {numbers} 的 environment.json 记录了取证时的操作系统、网络与字体，其哈希值见哈希值清单。',
    en: 'The file environment.json of exhibit(s) {numbers} records operating system, network and fonts at the time of capture; its hash is in the hash list.',
    rests: 'artifacts',
    says: ofNumbers,
    holds: exhibitsWhere((record) => {
      const file = environmentOf(record);
      return file !== undefined && file.copyOf === undefined && file.credentials !== true;
    }),
  },
  {
    id: 'environment-reduced',
    zh: '证据 {numbers} 的 environment.json 记录了取证时的操作系统、网络与字体的检查结果，其中不含该计算机的名称、路径和网络地址；完整记录已封存，两者的哈希值均见哈希值清单。',
    en: 'The file environment.json of exhibit(s) {numbers} records what was checked of operating system, network and fonts at the time of capture, without names, paths and network addresses of that computer; the complete record is sealed, and the hashes of both are in the hash list.',
    rests: 'artifacts.copyOf',
    says: ofNumbers,
    holds: exhibitsWhere((record) => {
      const file = environmentOf(record);
      return file?.['copyOf'] !== undefined && file.credentials !== true;
    }),
  },
  {
    id: 'environment-sealed',
    zh: '证据 {numbers} 的 environment.json 记录了取证时的操作系统、网络与字体；该文件不随移交包提供，其哈希值见哈希值清单。',
    en: 'The file environment.json of exhibit(s) {numbers} records operating system, network and fonts at the time of capture; it is not handed over, but its hash is in the hash list.',
    rests: 'artifacts.credentials',
    says: ofNumbers,
    holds: exhibitsWhere((record) => environmentOf(record)?.['credentials'] === true),
  },
  {
    id: 'noted-check',
    zh: '证据 {numbers} 取证时的环境检查：{check}。',
    en: 'Environment check at the capture of exhibit(s) {numbers}: {check}.',
    rests: 'checks',
    says: notedSaid,
    holds: (facts) => keysOfChecks(facts, false),
  },
  {
    id: 'checks-of',
    zh: '取证时对设备、浏览器和网络的检查（证据 {numbers}）：检查项结果所见证据',
    en: 'What was checked of device, browser and network at the capture (exhibit(s) {numbers}): CheckResultFindingExhibits',
    rests: 'checks',
    says: ofNumbers,
    holds: exhibitsWhere((record) => isCaptureRecord(record) && checksOf(record).length > 0),
  },
  {
    id: 'no-checks',
    zh: '证据 {numbers}：取证时的程序版本未记录对环境的检查。',
    en: 'Exhibit(s) {numbers}: the program version used for the capture recorded no checks of the environment.',
    rests: 'checks',
    says: ofNumbers,
    holds: exhibitsWhere((record) => isCaptureRecord(record) && checksOf(record).length === 0),
  },
  {
    id: 'connection',
    zh: '证据 {number} 的加密连接：{origin}：TLS {protocol}，{cipher}，{verdict}（{seen}）；服务器证书 {subject}，有效期至 {until}，SHA-256 {sha}。',
    en: 'Encrypted connection of exhibit {number}: {origin}: TLS {protocol}, {cipher}, {verdict} ({seen}); server certificate {subject}, valid until {until}, SHA-256 {sha}.',
    rests: 'connection',
    says: (found) =>
      withValues(
        'origin',
        'protocol',
        'cipher',
        'until',
        'sha',
      )(found).map(
        (key) =>
          `${key}|${/ERR_\w+/u.exec(`${found['verdict']}${found['seen']}`)?.[0] ?? ''}|${/二次|second/u.test(found['seen'] ?? '')}`,
      ),
    holds: exhibitsWith(({ record: { connection } }) =>
      connection
        ? [
            connection.origin,
            connection.protocol.replace('TLS ', ''),
            connection.cipher,
            connection.chain[0]?.validTo.slice(0, 10),
            connection.chain[0]?.sha256,
            connection.certificateError ?? '',
            String(connection.seenBy === 'second-path'),
          ]
        : null,
    ),
  },
  {
    id: 'people',
    zh: '取证人：{people}。',
    en: 'Operator(s): {people}.',
    rests: 'operator',
    says: ({ people = '' }) => people.split(/[、,]/u),
    holds: ({ exhibits }) => [...new Set(exhibits.flatMap(({ record }) => record.operator ?? []))],
  },
  {
    id: 'captured',
    zh: '证据 {numbers} 的取证时间自 {from} 至 {to}，以取证设备的本机时钟为准。',
    en: 'Exhibit(s) {numbers}: captured from {from} to {to} by the device’s own clock.',
    rests: 'startedAt, endedAt',
    says: withValues('from', 'to'),
    holds: (facts) => span(facts, (record) => isCaptureRecord(record) && !isOfDemo(record)),
  },
  {
    id: 'imported',
    zh: '证据 {numbers} 的导入时间自 {from} 至 {to}，以本机时钟为准；这是导入的时间，不是文件形成的时间。',
    en: 'Exhibit(s) {numbers}: imported from {from} to {to} by the device’s own clock. This is the time of import, not of making.',
    rests: 'startedAt, endedAt',
    says: withValues('from', 'to'),
    holds: (facts) => span(facts, isImport),
  },
  {
    id: 'captured-by-demo-clock',
    zh: '证据 {numbers} 的取证时间自 {from} 至 {to}，以演示用的虚拟时钟为准。',
    en: 'Exhibit(s) {numbers}: captured from {from} to {to} by the demo’s virtual clock.',
    rests: 'program, startedAt, endedAt',
    says: withValues('from', 'to'),
    holds: (facts) => span(facts, (record) => isCaptureRecord(record) && isOfDemo(record)),
  },
  {
    id: 'content',
    zh: '证据 {numbers} 的网址及取证所得（包括未取得的部分）见该证据的页面和技术附录。',
    en: 'Exhibit(s) {numbers}: for the address, and what was and was not obtained from it, see the pages of the exhibit and the technical annex.',
    rests: 'kind',
    says: ofNumbers,
    holds: exhibitsWhere(isCaptureRecord),
  },
  {
    id: 'store',
    zh: '文件写入案件文件夹时即计算 SHA-256 并以其命名；案件标识 {id}，保管日志截至第 {seq} 条，链值 {hash}。',
    en: 'Each file was hashed (SHA-256) and named by its hash when written to the case folder; case ID {id}, custody log up to entry {seq}, chain hash {hash}.',
    rests: 'custody log',
    says: ({ id, seq, hash }) => [`${id}|${seq}|${hash}`],
    holds: ({ entries }) => {
      const last = entries.at(-1);
      return [`${last?.['caseId']}|${last?.['seq']}|${last?.hash}`];
    },
  },
];

export const tableOfChecks = (cells: readonly string[]): readonly string[] => {
  const [name = '', outcome = '', detail = '', numbers = ''] = cells;
  return numbersIn(numbers).map(
    (number) => `${number}|${codeSaid(checkNames, name)}|${codeSaid(outcomeNames, outcome)}|${nonzeroIn(detail)}`,
  );
};

export const checksBorneOut = (facts: Facts): readonly string[] =>
  facts.exhibits.flatMap(({ number, record }) =>
    checksOf(record)
      .filter(({ check }) => !check.startsWith('clock-'))
      .map(({ check, outcome, detail }) => `${number}|${check}|${outcome}|${nonzeroIn(detail)}`),
  );

export const offsets = (record: StoredRecord, id: string): readonly number[] =>
  checksOf(record)
    .filter(({ check, outcome }) => check === id && outcome !== 'not-verified')
    .flatMap(({ differences = [] }) => differences.map(({ ms }) => ms));
/** A server on the device itself that gave the device's own time was compared with nothing. */
export const isOwnClock = (record: StoredRecord): boolean =>
  checksOf(record).some(({ check, outcome }) => check === 'clock-server-date' && outcome === 'ok') &&
  whereServed(record) === 'here';
const compared = (record: StoredRecord) =>
  (offsets(record, 'clock-server-date').length > 0 && !isOwnClock(record)) || offsets(record, 'clock-ntp').length > 0;
const worst = (record: StoredRecord): number => {
  const all = ['clock-server-date', 'clock-ntp', 'clock-monotonic'].flatMap((id) => offsets(record, id));
  return all.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
};
/** By more than a minute, on whichever comparison there is. */
export const isClockOff = (record: StoredRecord): boolean => Math.abs(worst(record)) > 60_000;
/** Whole days that the clock was off, and which way; none up to a minute. */
const daysOff = (record: StoredRecord): readonly string[] | null => {
  const off = worst(record);
  if (!isClockOff(record)) return null;
  return [String(Math.floor(Math.round(Math.abs(off) / 1000) / 86_400)), off < 0 ? 'slow' : 'fast'];
};

/** Whole days: in brackets where years are said before them. */
const daysIn = (text: string): string =>
  /[（(](\d+)(?:天|d)/u.exec(text)?.[1] ?? /(\d+)(?:天|d)/u.exec(text)?.[1] ?? '0';

const saidAlike = ({ numbers, check = '', most, within }: Readonly<Record<string, string>>): readonly string[] =>
  numbersIn(numbers).map((number) => `${number}|${codeSaid(checkNames, check)}|${most}|${within}`);
function alike({ exhibits }: Facts, id: string): readonly string[] {
  const fine = exhibits.flatMap(({ number, record }) => {
    const check = checksOf(record).find((one) => one.check === id && one.outcome === 'ok');
    return !check || (id === 'clock-server-date' && isOwnClock(record)) ? [] : [{ number, record, check }];
  });
  const most = Math.max(0, ...fine.flatMap(({ record }) => offsets(record, id).map(Math.abs)));
  const within = Math.max(0, ...fine.flatMap(({ check }) => (check.differences ?? []).map(({ within = 0 }) => within)));
  return fine.map(({ number }) => `${number}|${id}|${most}|${within}`);
}

export const clockStatements: readonly Statement[] = [
  {
    id: 'clock-off',
    zh: '证据 {number}：取证设备的时钟{amount}，所载时间不可直接采用。',
    en: 'Exhibit {number}: the device’s clock was {amount}; its times cannot be relied on as stated.',
    rests: 'checks clock-*',
    says: ({ number, amount = '' }) => [`${number}|${daysIn(amount)}|${/慢|behind/u.test(amount) ? 'slow' : 'fast'}`],
    holds: exhibitsWith(({ record }) => daysOff(record)),
  },
  {
    id: 'clock-alike',
    zh: '证据 {numbers}：{check}，测得相差不超过 {most} 毫秒，误差不超过 ± {within} 毫秒。',
    en: 'Exhibit(s) {numbers}: {check}; measured difference at most {most} ms, uncertain by at most ± {within} ms.',
    rests: 'checks clock-*',
    says: saidAlike,
    holds: (facts) => alike(facts, 'clock-ntp'),
  },
  {
    id: 'clock-alike-date',
    zh: '证据 {numbers}：{check}，测得相差不超过 {most} 毫秒，误差 ± {within} 毫秒及应答在途时间。',
    en: 'Exhibit(s) {numbers}: {check}; measured difference at most {most} ms, uncertain by ± {within} ms and transmission time.',
    rests: 'checks clock-*, server',
    says: saidAlike,
    holds: (facts) => alike(facts, 'clock-server-date'),
  },
  {
    id: 'clock-of-own-server',
    zh: '证据 {numbers}：网站服务器就在取证的计算机上，其所报时间与本机时钟为同一时钟，不构成与其他时钟的比对。',
    en: 'Exhibit(s) {numbers}: the web server was on the capturing computer itself; the time that it stated is of the same clock, not of another one.',
    rests: 'checks clock-*, server',
    says: ofNumbers,
    holds: exhibitsWhere(isOwnClock),
  },
  {
    id: 'clock-noted',
    zh: '证据 {number}：时钟{check}。',
    en: 'Exhibit {number}: clock{check}.',
    rests: 'checks clock-*',
    says: (found) =>
      notedSaid({ ...found, check: `${/比对/u.test(found['check'] ?? '') ? '时钟' : 'clock'}${found['check'] ?? ''}` }),
    holds: (facts) => keysOfChecks(facts, true),
  },
  {
    id: 'demo-clock',
    zh: '证据 {numbers} 的时间取自演示用的虚拟时钟，不是实际时间。',
    en: 'Exhibit(s) {numbers}: times of the demo’s virtual clock; they are not actual times.',
    rests: 'program',
    says: ofNumbers,
    holds: exhibitsWhere(isOfDemo),
  },
  {
    id: 'clock-not-compared',
    zh: '证据 {numbers} 的时间未与其他时钟比对。',
    en: 'Exhibit(s) {numbers}: times not compared with any other clock.',
    rests: 'checks clock-*',
    says: ofNumbers,
    holds: exhibitsWhere((record) => !compared(record)),
  },
];
