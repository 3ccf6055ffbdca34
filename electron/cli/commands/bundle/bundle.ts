import { because } from '../../../../shared/cause.ts';
import { join } from 'node:path';
import type { Input, Output } from '../../../../shared/contract.ts';
import { bracketed, caseLanguages, counted, labelled, type Language } from '../../../../shared/language.ts';
import { listFormats } from '../../../../shared/plan/list-formats.ts';
import { programFolder } from '../program-folder.ts';
import { idsIn } from '../../../workbench/data-files.ts';
import { command, type Call } from '../command.ts';

/** The court profiles that come with the program. */
const profileIds = idsIn(join(programFolder, 'resources', 'profiles'));

export const bundleCommand = command({
  name: 'bundle',
  args: '<case>',
  about: { 'zh-CN': '生成证据册 PDF', en: 'Builds the PDF bundle' },
  example: 'fascicle bundle qinghe.fascicle --profile prc-internet --language zh-CN+en',
  method: 'bundle.build',
  options: [
    {
      flags: '--out <file>',
      about: {
        'zh-CN': '输出文件，或已有的文件夹（默认在案件的 bundles/ 内）',
        en: 'file to write, or a folder that exists (default: in the bundles/ folder of the case)',
      },
    },
    {
      flags: '--profile <id|file>',
      about: {
        'zh-CN': `法院格式：${profileIds.join('、')}，或自备的 .json 文件`,
        en: `court profile: ${profileIds.join(', ')}, or your own .json file`,
      },
    },
    {
      flags: '--edition <edition>',
      about: {
        'zh-CN': 'filing（默认，提交版）| working（含待补证据、笔记等，仅供内部）',
        en: 'filing (default) | working (with gaps, notes and reasons; not for filing)',
      },
    },
    { flags: '--language <language>', about: { 'zh-CN': caseLanguages.join(' | '), en: caseLanguages.join(' | ') } },
    {
      flags: '--filing-copy',
      about: {
        'zh-CN': '压缩图片，使文件不超过平台上限；逐张列明原件哈希值和损失',
        en: 'recode pictures to fit the portal’s limit; states each original’s hash and loss',
      },
    },
    {
      flags: '--annex',
      about: {
        'zh-CN': '技术附录编入附册，有关键页的证据的完整页面也编入附册，页码接续',
        en: 'the technical annex goes into a volume of its own, with the full pages of exhibits with a key page; page numbers continue',
      },
    },
    { flags: '--per-exhibit', about: { 'zh-CN': '另为每项证据生成一个 PDF', en: 'also one PDF for each exhibit' } },
    {
      flags: '--tables',
      about: {
        'zh-CN': '时间轴之外，另附时间线、媒体报道一览表、传播关系三表',
        en: 'also chronology, media schedule and spread as tables, in addition to the time axis',
      },
    },
    {
      flags: '--lists',
      about: {
        'zh-CN': '另写出目录、哈希值清单、时间线、媒体一览表的 .docx 和 .xlsx',
        en: 'also catalogue, hash list, chronology and media schedule as .docx and .xlsx',
      },
    },
    {
      flags: '--add-to <pdf>',
      about: {
        'zh-CN': '补充证据：接续此前提交的证据册，重新出具目录',
        en: 'late evidence: continue the bundle filed earlier and reissue the catalogue',
      },
    },
    {
      flags: '--compliance',
      about: {
        'zh-CN': '改为生成履行情况核查报告：裁定事项、期限、每次检查所见及其证据',
        en: 'a compliance report instead: what the ruling requires, its deadlines, what each check showed, with exhibits',
      },
    },
    {
      flags: '--sign <p12>',
      about: {
        'zh-CN': '生成后以 PKCS #12 文件签名（PAdES B-B），另存于案件之外；签名前的字节不变',
        en: 'sign with a PKCS #12 file (PAdES B-B), in a copy outside the case; the unsigned bytes stay unchanged at its beginning',
      },
    },
    { flags: '--password-file <file>', about: { 'zh-CN': '存有口令的文件', en: 'file that contains its passphrase' } },
    {
      flags: '--draft',
      about: { 'zh-CN': '有须先解决的问题时仍然生成，每页标“草稿”', en: 'build despite problems; DRAFT on every page' },
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
      tables: call.flag('tables'),
      lists: call.flag('lists') ? [...listFormats] : [],
      addTo: path('add-to'),
      compliance: complianceOf(call),
      sign: signOf(call, path('sign'), path('password-file')),
    };
  },
  print: (
    { sha256, baseSha256, pages, exhibits, volumes, singles, lists, conformance, notArchival, problems },
    language,
  ) => [
    ...problems.map((one) => problemLine(one, language)),
    language === 'zh-CN'
      ? `✓ ${pagesText(pages, language)}，${exhibits} 项证据，${conformance}`
      : `✓ ${pagesText(pages, language)}, ${counted(exhibits, 'exhibit', 'exhibits')}, ${conformance}`,
    ...(notArchival.length === 0 ? [] : [notArchivalText(notArchival, language)]),
    ...volumes.flatMap(({ pdf, manifest, sums, sha256, pages: count, bytes }) => [
      `  ${pdf}`,
      `  SHA-256 ${sha256}  ${pagesText(count, language)}  ${bytes} B`,
      `  ${manifest}`,
      `  ${sums}`,
    ]),
    ...(sha256 === baseSha256
      ? []
      : [
          language === 'zh-CN'
            ? `  已签名；签名前 SHA-256：${baseSha256}`
            : `  signed; SHA-256 before signing: ${baseSha256}`,
        ]),
    ...singles.map(({ pdf }) => `  ${pdf}`),
    ...(singles.length > 0 ? [`  ${besideSingles[language]}`] : []),
    ...lists.map(({ path }) => `  ${path}`),
  ],
});

const besideSingles = {
  'zh-CN': '每项证据的 PDF 旁另有同名的 .manifest.json 和 .sha256 文件',
  en: 'beside the PDF of each exhibit: its .manifest.json and .sha256',
} as const;

/** Which exhibits cost the bundle PDF/A, and why. */
function notArchivalText(numbers: readonly string[], language: Language): string {
  return language === 'zh-CN'
    ? `  未标为 PDF/A：证据 ${numbers.join('、')} 含他人制作的 PDF，其页面未核验是否符合 PDF/A`
    : `  not PDF/A: ${numbers.length === 1 ? 'exhibit' : 'exhibits'} ${numbers.join(', ')} ${numbers.length === 1 ? 'contains' : 'contain'} PDF files made by others, whose pages were not checked against PDF/A`;
}

function complianceOf(call: Call): boolean {
  const compliance = call.flag('compliance');
  if (compliance && call.text('add-to') !== null) call.refuse(because('compliance-adds-to-none'));
  return compliance;
}

function signOf(call: Call, p12: string | null, passwordFile: string | null): Input<'bundle.build'>['sign'] {
  if (p12 !== null) return { p12, passwordFile };
  return passwordFile === null
    ? null
    : call.refuse(because('option-goes-with', { option: '--password-file', other: '--sign' }));
}

/** `--profile` names a court profile, or a file of one's own. */
export function profileOf(call: Call): Readonly<{ profile: string | null; profileFile: string | null }> {
  const profile = call.text('profile');
  const isFile = profile !== null && /[\\/]|\.json$/i.test(profile);
  return { profile: isFile ? null : profile, profileFile: isFile ? call.path(profile) : null };
}

/** What it is and of which exhibit; then in code quotes the code and the place that accept it (`accepted` of `edit --set`). */
export function problemLine(
  { rank, code, where, message, accepted }: Output<'bundle.build'>['problems'][number],
  language: Language,
): string {
  const sign = accepted !== null ? '·' : rank === 'stop' ? '✕' : '!';
  const said = bracketed(message, accepted, language);
  const exhibit = language === 'zh-CN' ? `证据 ${where}` : `exhibit ${where}`;
  // Ids of items, elements and profiles say nothing to a person: the message names what they stand for.
  const isNumber = /\d|[A-Z]/.test(where) && !/^[0-9a-f]{8}-/.test(where);
  return `${sign} ${isNumber ? labelled(exhibit, said, language) : said}  \`${code} ${where}\``;
}

/** `1 page`, `2 pages`, `2 页`. */
export function pagesText(count: number, language: Language): string {
  return language === 'zh-CN' ? `${count} 页` : counted(count, 'page', 'pages');
}
