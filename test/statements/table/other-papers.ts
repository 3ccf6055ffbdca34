import { custodyRows } from './lists.ts';
import { isOfDemo, isOwnClock } from './certificate.ts';
import { whereServed } from '../reading/where-served.ts';
import { changeStatements, isRecoded, isWhole } from './changes.ts';
import { beforeNamed, cataloguedBefore, isTold, standingStatement } from './arranged/standing.ts';
import { always, checksOf, has, isCaptureRecord, numbersIn, when, type Keys, type Statement } from './statement.ts';
import type { Facts } from '../reading/stored-facts.ts';
import type { StoredRecord } from '../reading/stored-record.ts';

const anyCapture = when(({ exhibits }) => exhibits.some(({ record }) => isCaptureRecord(record)));
const attached = when(({ exhibits }) => exhibits.some(({ attachments }) => attachments.length > 0));
const unattached = when(({ exhibits }) => exhibits.every(({ attachments }) => attachments.length === 0));
const fixed = (id: string, zh: string, en: string): Statement => ({
  id,
  zh,
  en,
  rests: 'none: a method or a limit',
  holds: always,
});

/** Whether the pages of an exhibit show pictures as they are stored. */
const asStored = (record: StoredRecord): boolean => {
  if (record.redaction || record.stitched) return false;
  if (isCaptureRecord(record) && has(record, 'screenshot-tile', 'screenshot-region')) return true;
  const pages = record.pages ?? record.file?.pages;
  return pages?.as === 'images' && has(record, 'original') && !has(record, 'page-image');
};

export const verificationStatements: readonly Statement[] = [
  fixed(
    'three-files',
    '每册有三个文件：该册 PDF、其清单（.manifest.json）和哈希值文件（.sha256）。PDF 无法包含自身的哈希值，故列于 .sha256 文件。',
    'Each volume has three files: the PDF, its manifest (.manifest.json) and its hash file (.sha256). A PDF cannot contain its own hash, so it is listed in the .sha256 file.',
  ),
  fixed(
    'sha256sum',
    'Linux、macOS：在文件所在文件夹运行 sha256sum -c 文件名.sha256（macOS：shasum -a 256 -c），应显示 OK。',
    'Linux, macOS: in the folder of the files run sha256sum -c NAME.sha256 (macOS: shasum -a 256 -c). Expected: OK for each file.',
  ),
  fixed(
    'certutil',
    'Windows：运行 certutil -hashfile 文件名.pdf SHA256 或 PowerShell 的 Get-FileHash 文件名.pdf，与 .sha256 文件比对。',
    'Windows: run certutil -hashfile NAME.pdf SHA256, or Get-FileHash NAME.pdf in PowerShell, and compare the result with the .sha256 file.',
  ),
  fixed(
    'single-file',
    '对任一原始文件以同样方法计算 SHA-256，与本册哈希值清单及清单文件（manifest）逐位比对。有一位不同，即为不同文件。',
    'Hash any original file in the same way and compare it, digit by digit, with the hash list in this bundle and with the manifest. If one digit differs, the file is different.',
  ),
  {
    id: 'pictures-back',
    zh: '取证说明列为原样嵌入的画面，可按清单中的方法从 PDF 还原所存文件并重新计算哈希值（fascicle verify 自动完成）。',
    en: 'For the pictures that the certificate lists as embedded unchanged, the stored files can be reconstructed from the PDF with the recipes in the manifest and hashed again (fascicle verify does this).',
    rests: 'artifacts, manifest.images',
    holds: when((facts) => !isRecoded(facts) && facts.exhibits.some(({ record }) => asStored(record))),
  },
  {
    id: 'recoded-not-back',
    zh: '本册为压缩提交件，其中的画面经重新编码，不能还原为原始文件；请与所存原件核对，原件哈希值见“压缩图片清单”和哈希值清单。',
    en: 'This is a filing copy: its pictures were recoded, and the original files cannot be reconstructed from them. Compare with the stored originals, whose hashes are in the list of recoded pictures and in the hash list.',
    rests: 'manifest.images',
    holds: when(isRecoded),
  },
  {
    id: 'capture-again',
    zh: '网页证据的操作日志列明步骤与结果；哪些网址可由他人重新取证，见取证说明第四项。',
    en: 'The operation log of each captured exhibit lists the steps and their outcome; section 4 of the certificate says which addresses others can capture again.',
    rests: 'kind',
    holds: anyCapture,
  },
  {
    id: 'capture-again-by-others',
    zh: '对这些网址以同一程序重新取证，可复核方法；网页内容可能已经变化。',
    en: 'Capturing such an address again with the same program checks the method; the page may have changed since.',
    rests: 'server',
    holds: when(({ exhibits }) =>
      exhibits.some(({ record }) => isCaptureRecord(record) && whereServed(record) === 'elsewhere'),
    ),
  },
  fixed(
    'hashes-show',
    '哈希值一致，说明文件自哈希值被另行保存之时起未改动。',
    'Matching hashes show that a file has not changed since its hash was stored elsewhere.',
  ),
  fixed(
    'hashes-do-not-show',
    '哈希值本身不证明取证时间，也不证明网页内容属实。本册所载时间取自取证或导入设备的时钟。',
    'A hash alone proves neither the time of capture nor that the content of a page is true. The times in this bundle come from the clock of the device that captured or imported.',
  ),
  {
    id: 'demo-clock',
    zh: '其中一部分时间取自演示用的虚拟时钟，不是实际时间；是哪些证据，见取证说明第二项。',
    en: 'Some of them come from the demo’s virtual clock and are not actual times; section 2 of the certificate names these exhibits.',
    rests: 'program',
    holds: when(({ exhibits }) => exhibits.some(({ record }) => isOfDemo(record))),
  },
  {
    id: 'outside-papers',
    zh: '外部存证由其出具机构负责；本册未记载对其真实性的核验。',
    en: 'External documents are the responsibility of their issuers; this bundle records no verification of them.',
    rests: 'attachments',
    holds: attached,
  },
  {
    id: 'no-outside-papers',
    zh: '本册各项证据均无外部存证。',
    en: 'No exhibit in this bundle has an external document.',
    rests: 'attachments',
    holds: unattached,
  },
  {
    id: 'own-computer',
    zh: '网页由运行本程序的计算机取证，并非由公证机构或第三方平台取证。',
    en: 'The pages were captured on the computer that ran this program, not by a notary or a third-party platform.',
    rests: 'kind',
    holds: anyCapture,
  },
  {
    id: 'environment-where',
    zh: '程序对取证环境的记录列于取证说明所列证据的 environment.json。',
    en: 'What the program recorded about that computer is in the file environment.json of the exhibits named in the certificate.',
    rests: 'artifacts',
    holds: when(({ exhibits }) => exhibits.some(({ record }) => has(record, 'environment'))),
  },
];

const withManifestInside = ({ manifest }: Facts) => manifest.profile !== 'us-cmecf';
const clockCompared = (record: StoredRecord): boolean =>
  checksOf(record).some(
    ({ check, outcome }) =>
      outcome !== 'not-verified' && (check === 'clock-ntp' || (check === 'clock-server-date' && !isOwnClock(record))),
  );

const demoIn = ({ exhibits }: Facts): readonly string[] =>
  exhibits.flatMap(({ number, record }) => (isOfDemo(record) ? [number] : []));
const comparedIn = ({ exhibits }: Facts): readonly string[] =>
  exhibits.flatMap(({ number, record }) => (clockCompared(record) ? [number] : []));

export const coverStatements: readonly Statement[] = [
  {
    id: 'copies',
    zh: '副本份数：{count}',
    en: 'Copies for the opposing party: {count}',
    rests: 'facts.respondents',
    says: ({ count = '' }) => [count],
    holds: ({ stated: { respondents = [] } }) => (respondents.length === 0 ? [] : [String(respondents.length)]),
  },
  {
    id: 'not-for-filing',
    zh: '{title}工作版（内部使用，不得提交）',
    en: '{title}Working edition (internal, not for filing)',
    rests: 'manifest.edition, facts.title',
    says: ({ title = '' }) => [title],
    holds: (facts) => (isFiled(facts) ? [] : [facts.title.replace(/\s/gu, '')]),
  },
  {
    id: 'manifest-inside',
    zh: '本册的机器可读清单（manifest.json）随册提供并嵌入本 PDF；其哈希值及本 PDF 的哈希值见随附的 .sha256 文件。',
    en: 'The machine-readable manifest of this bundle (manifest.json) is supplied with it and embedded in this PDF; its hash and that of this PDF are in the accompanying .sha256 file.',
    rests: 'profile',
    holds: when(withManifestInside),
  },
  {
    id: 'manifest-beside',
    zh: '本册的机器可读清单（manifest.json）随册提供；其哈希值及本 PDF 的哈希值见随附的 .sha256 文件。',
    en: 'The machine-readable manifest of this bundle (manifest.json) is supplied with it; its hash and that of this PDF are in the accompanying .sha256 file.',
    rests: 'profile',
    holds: when((facts) => !withManifestInside(facts)),
  },
  {
    id: 'generated-clock-not-compared',
    zh: '本册由 {program} 在本地计算机上生成。各项时间取自取证或导入设备自身的时钟；未与其他时钟比对。',
    en: 'Generated by {program} on a local computer. Times come from the clock of the device that captured or imported; not compared with any other clock.',
    rests: 'checks clock-*',
    holds: when(({ exhibits }) => !exhibits.some(({ record }) => clockCompared(record) || isOfDemo(record))),
  },
  {
    id: 'generated-by-demo-clock',
    zh: '本册由 {program} 在本地计算机上生成。证据 {numbers} 的时间取自演示用的虚拟时钟，不是实际时间；未与其他时钟比对。',
    en: 'Generated by {program} on a local computer. The times of exhibit(s) {numbers} come from the demo’s virtual clock and are not actual times; not compared with any other clock.',
    rests: 'program, checks clock-*',
    says: ({ numbers }) => numbersIn(numbers),
    holds: (facts) => (comparedIn(facts).length === 0 ? demoIn(facts) : []),
  },
  {
    id: 'generated-by-demo-clock-compared',
    zh: '本册由 {program} 在本地计算机上生成。证据 {numbers} 的时间取自演示用的虚拟时钟，不是实际时间；证据 {compared} 的时钟曾与其他时钟比对，结果见技术附录。',
    en: 'Generated by {program} on a local computer. The times of exhibit(s) {numbers} come from the demo’s virtual clock and are not actual times; the clock of exhibit(s) {compared} was compared with another clock; for the result see the technical annex.',
    rests: 'program, checks clock-*',
    says: ({ numbers, compared }) => [`${numbersIn(numbers).join()}|${numbersIn(compared).join()}`],
    holds: (facts) =>
      demoIn(facts).length > 0 && comparedIn(facts).length > 0
        ? [`${demoIn(facts).join()}|${comparedIn(facts).join()}`]
        : [],
  },
  {
    id: 'generated-clock-compared',
    zh: '本册由 {program} 在本地计算机上生成。各项时间取自取证或导入设备自身的时钟；证据 {numbers} 的时钟曾与其他时钟比对，结果见技术附录。',
    en: 'Generated by {program} on a local computer. Times come from the clock of the device that captured or imported; the clock of exhibit(s) {numbers} was compared with another clock; for the result see the technical annex.',
    rests: 'checks clock-*',
    says: ({ numbers }) => numbersIn(numbers),
    holds: (facts) => (demoIn(facts).length === 0 ? comparedIn(facts) : []),
  },
];

const isFiled = ({ manifest }: Facts): boolean => manifest.edition === 'filing';
const listedEntries = (facts: Facts): number => custodyRows(facts).length;
const unlisted = (facts: Facts): number => facts.entries.length - listedEntries(facts);
const countedEntries = (facts: Facts): readonly string[] => [
  `${listedEntries(facts)}|${lastEntry(facts)}|${unlisted(facts)}`,
];
const lastEntry = ({ entries }: Facts): string => String(entries.at(-1)?.seq);

const wholeAny = when(({ exhibits }) => exhibits.some(({ record }) => isWhole(record)));
/** Profiles whose catalogue has remarks, in which the outcome of an exhibit is said. */
const withRemarks = ['plain', 'prc-general', 'prc-internet'];

/** Every step of every record, with its end and its time, is in the manifest. */
const isLogged = ({ manifest, exhibits }: Facts): boolean =>
  manifest.exhibits.every(({ number, steps = [] }) => {
    if (manifest.earlier?.some((one) => one.number === number)) return true; // its own manifest has them
    const stored = exhibits.find((one) => one.number === number)?.record.steps ?? [];
    const same = stored.every(({ step, outcome, ms }, at) => {
      const one = steps[at];
      return one?.step === step && one.outcome === outcome && one.ms === ms;
    });
    return same && steps.length === stored.length;
  });

/** `hash|pages|day` of a bundle that this one continues as it says. */
function continued(facts: Facts): Keys {
  const { manifest, before, submitted } = facts;
  if (!manifest.adds || !before) return [];
  const kept = (manifest.earlier ?? []).every(({ number, item, pages }) =>
    before.exhibits.some((one) => one.number === number && one.item === item && String(one.pages) === String(pages)),
  );
  const goesOn = manifest.pages[0]?.page === before.lastPage + 1;
  return kept && goesOn ? [`${before.sha256}|${before.lastPage}|${submitted}`] : [];
}

const continues = 'manifest.adds, manifest.pages, manifest of the bundle before, facts.submitted';
/** What a volume of late evidence says of the bundle that it continues. */
export const addendumStatements: readonly Statement[] = [
  {
    id: 'continues',
    zh: '本册接续此前提交的证据册（清单 SHA-256 {sha}，共 {pages} 页），页码接续编排；下附重新出具的证据目录（{date}），此前已提交证据的编号与页码不变。',
    en: 'This continues the bundle filed earlier (manifest SHA-256 {sha}, {pages} page(s)) and its page numbers. The catalogue reissued on {date} follows; numbers and pages of exhibits filed earlier are unchanged.',
    rests: continues,
    says: ({ sha, pages, date }) => [`${sha}|${pages}|${date}`],
    holds: (facts) => (cataloguedBefore(facts).length === 0 ? continued(facts) : []),
  },
  {
    id: 'continues-in-parts',
    zh: '本册接续此前提交的证据册（清单 SHA-256 {sha}，提交日期 {filed}，共 {pages} 页），页码接续编排。重新出具的证据目录（{date}）由下表和其后的目录组成：下表列此前已提交而未改动的证据，编号与页码不变，其余各栏见此前的目录；其后的目录列本册新增的证据和此前提交后有改动的证据。',
    en: 'This continues the bundle filed earlier (manifest SHA-256 {sha}, filing date {filed}, {pages} page(s)) and its page numbers. The catalogue reissued on {date} is the table below and the catalogue after it. The table has the exhibits filed earlier and unchanged; their numbers and pages are as they were, and their other columns are in the catalogue filed with them. The catalogue after it has the exhibits added here, and those changed since.',
    rests: `${continues}, custody log`,
    says: ({ sha, filed, pages, date }) => [`${sha}|${filed}|${pages}|${date}`],
    holds: (facts) =>
      cataloguedBefore(facts).length === 0
        ? []
        : continued(facts).flatMap((one) => {
            const [, ...rest] = one.split('|');
            return beforeNamed(facts).map((named) => [named, ...rest].join('|'));
          }),
  },
];

export const listStatements: Readonly<Record<string, readonly Statement[]>> = {
  'technical-annex': [
    {
      id: 'technical-note',
      zh: '各项证据取证或导入的记录。多项证据相同的内容集中写在前面，其下另有记载的，以该项证据下的记载为准；操作日志只列结果不是“完成”或有说明的步骤。全部步骤及用时见清单文件（manifest），全部文件及其哈希值见本附录的“哈希值清单（全部文件）”。',
      en: 'What is recorded of the capture or import of each exhibit. What several exhibits share stands first; what stands under an exhibit itself prevails. Of the operation log only steps with another result than “done”, or with a remark, are listed. All steps with their times are in the manifest, all files with their hashes in the hash list (all files) of this annex.',
      rests: 'manifest.exhibits steps, manifest.pages',
      holds: when((facts) => facts.manifest.pages.some(({ kind }) => kind === 'file-list') && isLogged(facts)),
    },
    {
      id: 'filed-before',
      zh: '证据 {numbers} 的记载和文件见先前提交的证据册。',
      en: 'Records and files of exhibit(s) {numbers}: see the bundle filed before.',
      rests: 'manifest.earlier',
      says: ({ numbers }) => numbersIn(numbers),
      holds: ({ manifest }) => (manifest.earlier ?? []).map(({ number }) => number),
    },
  ],
  'hash-list': [
    standingStatement('hash-list'),
    fixed(
      'hash-list-note',
      '每项证据一行。所列为该项证据记录文件（record.json）的 SHA-256；记录文件载明该项证据所取得的每个文件及其 SHA-256，任一文件改动，即与记录不符。外部存证文件不在记录之内，与全部文件一并列于技术附录的“哈希值清单（全部文件）”。',
      'One row for each exhibit, with the SHA-256 of its record file (record.json). The record names every file that was taken for the exhibit with its SHA-256, so that a change to any of them no longer agrees with it. External documents are not part of the record; they stand with all files in the hash list (all files) of the technical annex.',
    ),
  ],
  catalogue: changeStatements
    .filter(({ id }) => id === 'what-complete-means')
    .map((one) => ({
      ...one,
      holds: (facts) => (withRemarks.includes(facts.manifest.profile) ? wholeAny(facts) : []),
    })),
  custody: [
    {
      id: 'custody-note',
      zh: '下列为建立案件的条目和以本册证据为对象的条目，共 {count} 条；保管日志截至第 {seq} 条，其余 {others} 条未列，因此相邻两行的“前值”与链值不一定衔接。哈希值为该条目的链值（SHA-256，含前一条目的链值）。案件数据由程序自行固定，并非公证。',
      en: 'The entry that created the case and the entries concerning the exhibits of this bundle, {count} in all; the custody log runs to entry {seq}. The other {others} [entry is|entries are] not listed, so the previous hash of a row is not always the hash of the row above it. Each hash is the entry’s link in the chain (SHA-256, including the previous link). The data were preserved by the program itself, not by a notary.',
      rests: 'custody log',
      says: ({ count, seq, others }) => [`${count}|${seq}|${others}`],
      holds: (facts) =>
        isFiled(facts) && unlisted(facts) > 0 && !isTold(facts, 'custody') ? countedEntries(facts) : [],
    },
    {
      id: 'custody-note-added',
      zh: '下列为以本册及此前提交的证据为对象、而此前提交的证据册（清单 SHA-256 {sha}，提交日期 {date}）未列的条目，共 {count} 条；保管日志截至第 {seq} 条，其余 {others} 条未列，因此相邻两行的“前值”与链值不一定衔接。哈希值为该条目的链值（SHA-256，含前一条目的链值）。案件数据由程序自行固定，并非公证。',
      en: 'The entries concerning the exhibits of this bundle and those filed before that the bundle filed before (manifest SHA-256 {sha}, filing date {date}) does not list, {count} in all; the custody log runs to entry {seq}. The other {others} [entry is|entries are] not listed, so the previous hash of a row is not always the hash of the row above it. Each hash is the entry’s link in the chain (SHA-256, including the previous link). The data were preserved by the program itself, not by a notary.',
      rests: 'custody log, manifest of the bundle before',
      says: ({ count, seq, others, sha, date }) => [`${count}|${seq}|${others}`, `${sha}|${date}`],
      holds: (facts) =>
        isFiled(facts) && isTold(facts, 'custody') ? [...countedEntries(facts), ...beforeNamed(facts)] : [],
    },
    {
      id: 'custody-note-working',
      zh: '下列为截至本册固定之时的全部保管日志条目。',
      en: 'All custody log entries up to the state from which this bundle was built.',
      rests: 'custody log',
      holds: when((facts) => !isFiled(facts) && unlisted(facts) === 0),
    },
    {
      id: 'custody-note-all',
      zh: '下列为建立案件的条目和以本册证据为对象的条目，共 {count} 条，即截至第 {seq} 条的全部条目。哈希值为该条目的链值（SHA-256，含前一条目的链值）。案件数据由程序自行固定，并非公证。',
      en: 'The entry that created the case and the entries concerning the exhibits of this bundle, {count} in all; these are all entries up to entry {seq}. Each hash is the entry’s link in the chain (SHA-256, including the previous link). The data were preserved by the program itself, not by a notary.',
      rests: 'custody log',
      says: ({ count, seq }) => [`${count}|${seq}`],
      holds: (facts) =>
        isFiled(facts) && unlisted(facts) === 0 ? [`${listedEntries(facts)}|${lastEntry(facts)}`] : [],
    },
  ],
  recoded: [
    fixed(
      'recoded-note',
      '本册为便于上传的压缩提交件。下列图片由左列原件重新编码；原件未改动，保存于案件文件夹，可随时提供。',
      'This is a filing copy, reduced for uploading. Each picture was recoded from the original named next to it; the originals are unchanged in the case folder and can be produced at any time.',
    ),
  ],
};
