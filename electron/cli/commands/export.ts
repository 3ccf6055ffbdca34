import { command } from '../command.ts';
import { passphraseOf, passphraseOptions } from './passphrase.ts';
import { servicesOf } from './timestamp.ts';

export const exportCommand = command({
  name: 'export',
  args: '<case>',
  about: {
    'zh-CN': '写出移交包（BagIt）：提交版证据册及其证据，不用本程序即可核验',
    en: 'Writes a package (BagIt) to hand over: the filed bundle and its items, checked without this program',
  },
  example: 'fascicle export qinghe.fascicle --out qinghe-package.zip',
  method: 'package.export',
  options: [
    {
      flags: '--out <path>',
      about: {
        'zh-CN': '新的文件夹，或以 .zip（加锁时 .zip.age）结尾的新文件',
        en: 'a new folder, or a new file that ends in .zip (locked: .zip.age)',
      },
      required: true,
    },
    {
      flags: '--whole',
      about: {
        'zh-CN': '完整版：全部证据、封存文件与保管日志，仅供自己人（默认为提交版）',
        en: 'the whole edition: all items, sealed files and the custody log, for one’s own people only (default: filing)',
      },
    },
    ...passphraseOptions,
    {
      flags: '--tsa <url>',
      about: {
        'zh-CN': '时间戳服务网址，对整个包加盖时间戳（可重复）',
        en: 'a time-stamp service to seal it (repeatable)',
      },
      repeats: true,
    },
    {
      flags: '--anchor <pem>',
      about: { 'zh-CN': '受信任的时间戳根证书（可重复）', en: 'a root of time-stamp services to trust (repeatable)' },
      repeats: true,
    },
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    out: call.path(call.text('out') ?? call.refuse('--out is missing')),
    edition: call.flag('whole') ? ('whole' as const) : ('filing' as const),
    passphrase: passphraseOf(call),
    services: servicesOf(call),
    anchors: call.texts('anchor').map((file) => call.path(file)),
  }),
  print: ({ path, files, items, tagManifest, stamped }, language) =>
    language === 'zh-CN'
      ? [
          `✓ ${path}`,
          `  ${items} 项证据，${files} 个文件；${stamped ? '已加盖第三方时间戳' : '没有第三方时间戳'}`,
          `  tagmanifest-sha256.txt 的 SHA-256：${tagManifest}`,
          '  请在移交的同时另行留存这一哈希值：它代表整个包',
        ]
      : [
          `✓ ${path}`,
          `  ${items} items, ${files} files; ${stamped ? 'sealed by a time stamp of a third party' : 'no time stamp of a third party'}`,
          `  SHA-256 of tagmanifest-sha256.txt: ${tagManifest}`,
          '  Keep this hash elsewhere as well when you hand the package over: it stands for all of it',
        ],
});
