import { artifactsOf, when, type Statement } from './statement.ts';
import type { Facts } from '../reading/stored-facts.ts';

/** Roles of files that never leave the house in a package for filing. */
const sealedRoles: readonly string[] = [
  ...[
    'wacz',
    'headers',
    'second-path',
    'netlog',
    'recording',
    'hand-log',
    'addresses',
    'sealed-original',
    'redacted-words',
  ],
  'screenshot-screen',
];
const sealed = ({ exhibits }: Facts): number =>
  exhibits
    .flatMap(({ record }) => artifactsOf(record))
    .filter(({ role, credentials }) => credentials === true || sealedRoles.includes(role)).length;
const pages = ({ manifest }: Facts): string => String(manifest.pages.length);
const pictures = ({ manifest }: Facts): string => String(manifest.images.length);
const stamped = ({ entries }: Facts): boolean =>
  entries.some((entry) => entry.act === 'stamp-answered' && entry.value.token !== null);

const counted = (id: string, zh: string, en: string, rests: string, count: (facts: Facts) => string): Statement => ({
  ...{ id, zh, en, rests },
  says: ({ n }) => [String(n)],
  holds: (facts) => [count(facts)],
});
const plain = (
  id: string,
  zh: string,
  en: string,
  rests: string,
  holds: Statement['holds'] = () => ['said'],
): Statement => ({ id, zh, en, rests, holds });

const unproven = plain(
  'time',
  '时间：未经第三方证明',
  'Time: not proven by a third party',
  'custody log',
  when((facts) => !stamped(facts)),
);
const ofPackage = counted(
  'package',
  '移交包：已核对 {n} 项，全部相符',
  'package: {n} checks, all as expected',
  'files of the package',
  ({ handed }) => String(handed?.files.length),
);
const sealedAt = ({ handed }: Facts): readonly string[] =>
  handed?.sealed == null ? [] : [handed.sealed.replace(/\s/gu, '')];
const isSealed = when(({ handed }) => handed?.sealed != null);

const ofBundle: readonly Statement[] = [
  plain(
    'file-hashes',
    '文件哈希值：已核对 2 项，全部相符',
    'file hashes: 2 checks, all as expected',
    'PDF, manifest, .sha256',
  ),
  plain('manifest', '清单：已核对 1 项，全部相符', 'manifest: 1 check, all as expected', 'manifest'),
  counted(
    'structure',
    'PDF 结构：{n} 页未被裁切或隐藏，无批注、脚本或自动动作',
    'PDF structure: {n} pages are not cropped or hidden; no annotation, script or action was found',
    'manifest.pages',
    pages,
  ),
  counted(
    'page-numbers',
    '页码：已核对 {n} 项，全部相符',
    'pages: {n} checks, all as expected',
    'manifest.pages',
    pages,
  ),
  counted(
    'pictures',
    '图像：PDF 中的 {n} 张图片与清单所列哈希值的文件逐字节一致',
    'pictures: {n} picture(s) in the PDF [is|are] byte for byte identical to the files whose hashes the manifest lists',
    'manifest.images',
    pictures,
  ),
  counted(
    'page-content',
    '页面内容：{n} 页的图片均完整显示，除红色标记框外未见覆盖或遮挡；页面文字（含不可见的文字层）未与任何内容比对',
    'page content: on {n} pages the pictures are shown in full, with nothing over them but thin red marks; the text of the pages, including the invisible text layer, was not compared with anything',
    'manifest.pages',
    pages,
  ),
  plain('passed', '核验结果：通过', 'Verdict: PASSED', 'all lines above'),
];

/** Of a package for filing, which has the log's leaves alone; a whole one is read in another table. */
const ofLeaves = counted(
  'log-leaves',
  '保管日志：已核对 {n} 项，全部相符',
  'custody log: {n} checks, all as expected',
  'checkpoint of the package',
  ({ handed }) => String(handed?.entries),
);

const ofPackageWithBundle: readonly Statement[] = [
  ...ofBundle,
  plain(
    'content',
    '内容：未改动（与移交包自身所附的清单相比）',
    'Content: unaltered (compared with the lists in the package itself)',
    'lists of the package',
  ),
  ofPackage,
  ofLeaves,
  counted(
    'items',
    '各项证据：已核对 {n} 项，全部相符',
    'items: {n} checks, all as expected',
    'manifest.exhibits',
    ({ exhibits }) => String(exhibits.length),
  ),
  counted(
    'withheld',
    '各项证据：另有 {n} 个封存文件（登录凭据、Cookie、取证人屏幕内容、取证计算机的信息等）未移交，其哈希值见各项记录',
    'items: {n} sealed files (credentials, cookies, the operator’s screen, details of the computer and the like) were withheld; the records list their hashes',
    'artifacts',
    (facts) => String(sealed(facts)),
  ),
];

/** What `verify` says of a bundle, and of a package with it, unstamped or stamped as a whole. */
export const verdictStatements: Readonly<Record<string, readonly Statement[]>> = {
  'verify bundle': [
    unproven,
    ...ofBundle,
    plain(
      'content',
      '内容：未改动（与证据册自身的清单相比）',
      'Content: unaltered (compared with the manifest of the bundle itself)',
      'manifest, .sha256',
    ),
  ],
  'verify package': [
    unproven,
    ...ofPackageWithBundle,
    plain(
      'no-stamps',
      '时间戳：没有此类内容，无需核对',
      'time stamps: nothing of this kind to check',
      'custody log',
      when((facts) => !stamped(facts)),
    ),
    plain(
      'no-package-stamp',
      '时间戳：移交包没有第三方时间戳',
      'time stamps: the package as a whole has no third-party time stamp',
      'package',
    ),
  ],
  'verify sealed': [
    ...ofPackageWithBundle,
    {
      id: 'sealed',
      zh: '时间：第三方时间戳：整个移交包在 {at} 之前已存在（不证明取证时间）',
      en: 'Time: time stamp: the whole package existed before {at} (not when pages were captured)',
      rests: 'seal of the package',
      says: ({ at = '' }) => [at],
      holds: sealedAt,
    },
    {
      id: 'sealed-by',
      zh: '时间戳：移交包在 {at} 之前已经存在：CN=测试时间戳服务 Test TSA，根证书 CN=测试根证书 Test Root',
      en: 'time stamps: the package existed before {at}: CN=测试时间戳服务 Test TSA, root certificate CN=测试根证书 Test Root',
      rests: 'seal of the package',
      says: ({ at = '' }) => [at],
      holds: sealedAt,
    },
    plain(
      'stamp-valid',
      '时间戳：1 个时间戳本身有效；涵盖范围见上文“时间”及各条说明',
      'time stamps: 1 time stamp is valid in itself; what it covers is stated above under “Time” and in the notes',
      'seal of the package',
      isSealed,
    ),
    {
      id: 'not-asked-whether-revoked',
      zh: '时间戳：未取得证书“{name}”是否被吊销的答复',
      en: 'time stamps: no answer on whether certificate “{name}” was revoked',
      rests: 'seal of the package',
      says: ({ name = '' }) => [name],
      holds: (facts) => isSealed(facts).flatMap(() => ['CN=测试时间戳服务TestTSA', 'CN=测试中间证书TestIntermediate']),
    },
    plain(
      'may-be-remade',
      '时间戳：不能排除的情形：整个移交包被重新制作并重新加盖时间戳。请与另行留存的检查点或更早的时间戳核对',
      'time stamps: not excluded: the whole package could have been remade and stamped again. Compare it with a checkpoint or an earlier time stamp kept elsewhere',
      'seal of the package',
      isSealed,
    ),
  ],
};

/** What `receive` says of a package for filing that goes into a new case: papers from outside are no part of one. */
export const receiptStatements: readonly Statement[] = [
  counted(
    'received',
    '已接收 {n} 项证据：{folder}',
    '{n} item(s) received: {folder}',
    'manifest.exhibits',
    ({ exhibits }) => String(exhibits.length),
  ),
  {
    id: 'received-beside',
    zh: '另有 {known} 项案件中已有；{withheld} 个封存文件未移交；外部存证 {papers} 个',
    en: '{known} already in the case; {withheld} sealed file(s) withheld; {papers} external document(s)',
    rests: 'artifacts',
    says: ({ known, withheld, papers }) => [`${known}|${withheld}|${papers}`],
    holds: (facts) => [`0|${sealed(facts)}|0`],
  },
  plain(
    'received-time',
    '时间：未经第三方证明',
    'time: not proven by a third party',
    'custody log',
    when((facts) => !stamped(facts)),
  ),
  {
    id: 'received-case',
    zh: '原案件 {id} 的保管日志证明与整个移交包一并保存',
    en: 'the proofs of the custody log of case {id} and the whole package are stored with it',
    rests: 'custody log',
    says: ({ id = '' }) => [id],
    holds: ({ entries }) => [String(entries.at(-1)?.caseId)],
  },
];
