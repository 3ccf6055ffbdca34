import { twoLines } from '../../../shared/messages/verify/two-lines.ts';
import { checkLine, verdictLine } from '../output/verify-lines.ts';
import { command } from './command.ts';
import { because } from '../../../shared/cause.ts';
import { anchorOption } from './stamp-options.ts';
import { passphraseOf, passphraseOptions } from './passphrase.ts';

export const verifyCommand = command({
  name: 'verify',
  args: '<path>',
  about: {
    'zh-CN': '核验案件文件夹、其中一项证据、移交包、证明文件或证据册',
    en: 'Verifies a case folder or one item of it, a package, a proof, or a bundle PDF with its manifest and hash file',
  },
  example: 'fascicle verify qinghe.fascicle',
  method: 'verify.run',
  options: [
    anchorOption,
    { flags: '--item <item>', about: { 'zh-CN': '只核验案件中的这一项证据', en: 'verify only this item of the case' } },
    {
      flags: '--since <file>',
      about: {
        'zh-CN': '另行留存的检查点、证明文件、移交包文件夹或证据册清单：现有日志须以其为开头',
        en: 'a checkpoint, proof, package folder or bundle manifest kept elsewhere: the log must begin with it',
      },
    },
    {
      flags: '--accept-history <reason>',
      about: {
        'zh-CN': '现有日志并非本机所见日志的延续时，说明原因并记入日志，此后以现有日志为准',
        en: 'reason for a log that does not continue the one seen on this computer; it is entered in the log, which then counts',
      },
    },
    ...passphraseOptions,
  ],
  input: (call) => {
    const since = call.text('since');
    return {
      path: call.path(call.word(0)),
      anchors: call.texts('anchor').map((file) => call.path(file)),
      item: call.text('item'),
      since: since === null ? null : call.path(since),
      passphrase: passphraseOf(call),
      acceptHistory:
        call.text('accept-history') === ''
          ? call.refuse(because('option-empty', { option: '--accept-history' }))
          : call.text('accept-history'),
    };
  },
  print: (report, language) => [
    ...twoLines(report, language),
    ...report.checks.map((check) => checkLine(check, language)),
    verdictLine(report.verdict, language),
  ],
  exit: ({ verdict }) => (({ PASSED: 0, FAILED: 1, INDETERMINATE: 3 }) as const)[verdict],
});
