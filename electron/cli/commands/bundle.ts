import type { Input, Output } from '../../../shared/contract.ts';
import { caseLanguages } from '../../../shared/language.ts';
import { listFormats } from '../../../shared/plan/list-formats.ts';
import { command, type Call } from '../command.ts';

export const bundleCommand = command({
  name: 'bundle',
  args: '<case>',
  about: { 'zh-CN': '生成证据册 PDF', en: 'Builds the PDF bundle' },
  example: 'fascicle bundle qinghe.fascicle --profile prc-internet --language zh-CN+en',
  method: 'bundle.build',
  options: [
    {
      flags: '--out <file>',
      about: { 'zh-CN': '输出文件（默认在案件的 bundles/ 内）', en: 'file to write (else in the case’s bundles/)' },
    },
    {
      flags: '--profile <id|file>',
      about: {
        'zh-CN':
          '法院格式：prc-internet、prc-general、england-wales、plain、singapore、hong-kong、australia-federal、us-cmecf，或自己的 .json 文件',
        en: 'court profile: prc-internet, prc-general, england-wales, plain, singapore, hong-kong, australia-federal, us-cmecf, or a .json file of your own',
      },
    },
    {
      flags: '--edition <edition>',
      about: {
        'zh-CN': 'filing（默认，提交版）| working（含缺口、备注等，仅供内部）',
        en: 'filing (default) | working (with gaps, notes and reasons, not to be filed)',
      },
    },
    { flags: '--language <language>', about: { 'zh-CN': caseLanguages.join(' | '), en: caseLanguages.join(' | ') } },
    {
      flags: '--filing-copy',
      about: {
        'zh-CN': '压缩图片使文件不超过平台上限，列明每张图片的原件哈希值和损失',
        en: 'recode pictures to fit the portal; each names its original’s hash and its loss',
      },
    },
    {
      flags: '--annex',
      about: {
        'zh-CN': '有关键页的证据，其完整页面移入附册，页码接续',
        en: 'the full pages of exhibits with a key page in an annex volume, numbered on',
      },
    },
    { flags: '--per-exhibit', about: { 'zh-CN': '另为每项证据生成一个 PDF', en: 'a PDF for each exhibit besides' } },
    {
      flags: '--lists',
      about: {
        'zh-CN': '另写出目录、哈希值清单、时间线、媒体一览表的 .docx 和 .xlsx',
        en: 'catalogue, hash list, chronology and media schedule as .docx and .xlsx besides',
      },
    },
    {
      flags: '--add-to <pdf>',
      about: {
        'zh-CN': '补充证据：接续此前提交的证据册，重出目录',
        en: 'late evidence: continue the bundle filed before, with the catalogue issued anew',
      },
    },
    {
      flags: '--compliance',
      about: {
        'zh-CN': '改为生成履行情况核查报告：裁定事项、期限、每次检查所见及其证据',
        en: 'the compliance report instead: what was ordered, its deadlines, what each check showed, with its exhibits',
      },
    },
    {
      flags: '--sign <p12>',
      about: {
        'zh-CN': '生成后以 PKCS #12 文件签名（PAdES B-B），另存于案件之外；签名前的字节不变',
        en: 'sign it with a PKCS #12 file (PAdES B-B), in a copy outside the case; the unsigned bytes stay its beginning',
      },
    },
    { flags: '--password-file <file>', about: { 'zh-CN': '存放密码的文件', en: 'file that holds its passphrase' } },
    {
      flags: '--draft',
      about: { 'zh-CN': '有必须解决的问题也生成，每页标“草稿”', en: 'build in spite of problems; DRAFT on each page' },
    },
  ],
  input: (call) => {
    const path = (option: string): string | null => {
      const value = call.text(option);
      return value === null ? null : call.path(value);
    };
    return {
      case: call.path(call.word(0)),
      out: path('out'),
      language: call.choice('language', caseLanguages, null),
      draft: call.flag('draft'),
      ...profileOf(call),
      edition: call.choice<'filing' | 'working'>('edition', ['filing', 'working'], 'filing'),
      filingCopy: call.flag('filing-copy'),
      perExhibit: call.flag('per-exhibit'),
      annex: call.flag('annex'),
      lists: call.flag('lists') ? [...listFormats] : [],
      addTo: path('add-to'),
      compliance: complianceOf(call),
      sign: signOf(call, path('sign'), path('password-file')),
    };
  },
  print: (
    { sha256, baseSha256, pages, exhibits, volumes, singles, lists, manifest, conformance, problems },
    language,
  ) => [
    ...problems.map(problemLine),
    language === 'zh-CN'
      ? `✓ ${pages} 页，${exhibits} 项证据，${conformance}`
      : `✓ ${pages} pages, ${exhibits} exhibits, ${conformance}`,
    ...volumes.flatMap(({ pdf, sha256, pages: count, bytes }) => [
      `  ${pdf}`,
      `  SHA-256 ${sha256}  ${count} p.  ${bytes} B`,
    ]),
    ...(sha256 === baseSha256
      ? []
      : [
          language === 'zh-CN'
            ? `  已签名；签名前 SHA-256 ${baseSha256}`
            : `  signed; before signing SHA-256 ${baseSha256}`,
        ]),
    ...singles.map(({ pdf }) => `  ${pdf}`),
    ...lists.map(({ path }) => `  ${path}`),
    `  ${manifest.path}`,
  ],
});

function complianceOf(call: Call): boolean {
  const compliance = call.flag('compliance');
  if (compliance && call.text('add-to') !== null)
    call.refuse('--compliance makes a report of its own; it adds to none');
  return compliance;
}

function signOf(call: Call, p12: string | null, passwordFile: string | null): Input<'bundle.build'>['sign'] {
  if (p12 !== null) return { p12, passwordFile };
  return passwordFile === null ? null : call.refuse('--password-file goes with --sign');
}

/** `--profile` names a court profile, or a file of one's own. */
export function profileOf(call: Call): Readonly<{ profile: string | null; profileFile: string | null }> {
  const profile = call.text('profile');
  const isFile = profile !== null && /[\\/]|\.json$/i.test(profile);
  return { profile: isFile ? null : profile, profileFile: isFile ? call.path(profile) : null };
}

export function problemLine({
  rank,
  code,
  where,
  message,
  accepted,
}: Output<'bundle.build'>['problems'][number]): string {
  const sign = rank === 'stop' ? '✕' : accepted === null ? '!' : '·';
  return `${sign} ${code}  ${where}: ${message}${accepted === null ? '' : ` (${accepted})`}`;
}
