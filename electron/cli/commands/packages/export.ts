import { because } from '../../../../shared/cause.ts';
import { carriedLines } from '../../output/carried-lines.ts';
import { counted } from '../../../../shared/language.ts';
import { gatheringLines } from '../../output/gathering-lines.ts';
import { command } from '../command.ts';
import { anchorOption } from '../stamp-options.ts';
import { passphraseOf, passphraseOptions } from '../passphrase.ts';
import { servicesOf } from '../seal/timestamp.ts';

export const exportCommand = command({
  name: 'export',
  args: '<case>',
  about: {
    'zh-CN': '写出移交包（BagIt）：提交版证据册及其证据，无需本程序即可核验',
    en: 'Writes a package (BagIt): the bundle for filing and its items, verifiable without this program',
  },
  example: 'fascicle export qinghe.fascicle --out qinghe-package.zip',
  method: 'package.export',
  options: [
    {
      flags: '--out <path>',
      about: {
        'zh-CN': '新文件夹，或以 .zip（加密时 .zip.age）结尾的新文件',
        en: 'a new folder, or a new file ending in .zip (encrypted: .zip.age)',
      },
      required: true,
    },
    {
      flags: '--whole',
      about: {
        'zh-CN': '完整版：全部证据、封存文件与保管日志，仅供委托人及本所内部（默认为提交版）',
        en: 'whole edition: all items, sealed files and the custody log, for the client and the own firm only (default: filing edition)',
      },
    },
    ...passphraseOptions,
    {
      flags: '--tsa <url>',
      about: {
        'zh-CN': '时间戳服务网址，对整个移交包加盖时间戳（可重复）',
        en: 'a time-stamp service to stamp the whole package (repeatable)',
      },
      repeats: true,
    },
    anchorOption,
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    out: call.path(call.text('out') ?? call.refuse(because('option-missing', { option: '--out' }))),
    edition: call.flag('whole') ? ('whole' as const) : ('filing' as const),
    passphrase: passphraseOf(call),
    services: servicesOf(call),
    anchors: call.texts('anchor').map((file) => call.path(file)),
  }),
  print: ({ path, files, items, tagManifest, stamped, withheld, unsearched, carried }, language) => [
    ...(language === 'zh-CN'
      ? [
          `✓ ${path}`,
          `  ${items} 项证据，${files} 个文件；${stamped ? '已加盖第三方时间戳' : '没有第三方时间戳'}`,
          `  tagmanifest-sha256.txt 的 SHA-256：${tagManifest}`,
          '  移交时请另行留存这一哈希值：它对应整个移交包',
          ...(withheld.length > 0 ? [`  ${withheld.length} 个文件含令牌、会话或密码，未移交：`] : []),
        ]
      : [
          `✓ ${path}`,
          `  ${counted(items, 'item', 'items')}, ${counted(files, 'file', 'files')}; ${stamped ? 'with a third-party time stamp' : 'without a third-party time stamp'}`,
          `  SHA-256 of tagmanifest-sha256.txt: ${tagManifest}`,
          '  Keep this hash separately when you hand the package over: it covers the whole package',
          ...(withheld.length > 0
            ? [
                `  ${counted(withheld.length, 'file contains', 'files contain')} tokens, sessions or passwords and ${withheld.length === 1 ? 'was' : 'were'} withheld:`,
              ]
            : []),
        ]),
    ...withheld.map(({ item, name, sha256 }) => `    ${item}  ${name}  SHA-256 ${sha256}`),
    ...(unsearched.length === 0
      ? []
      : [
          language === 'zh-CN'
            ? '  以下文件无法读取，未能查找其中是否含有已遮盖的词句，请自行核对：'
            : '  These files cannot be read, so that they were not searched for redacted words; check them yourself:',
        ]),
    ...unsearched.map((name) => `    ${name}`),
    ...carriedLines(carried, language),
    ...gatheringLines('handover', language),
  ],
});
