import { twoLines } from '../../../shared/messages/two-lines.ts';
import { command } from '../command.ts';
import { passphraseOf, passphraseOptions } from './passphrase.ts';

const marks = { PASSED: '✓', FAILED: '✕', INDETERMINATE: '●' } as const;

export const verifyCommand = command({
  name: 'verify',
  args: '<path>',
  about: {
    'zh-CN': '核验案件文件夹、其中一项证据、移交包、证明文件或证据册',
    en: 'Verifies a case folder or one item of it, a package, a proof, or a bundle PDF with its sidecars',
  },
  example: 'fascicle verify qinghe.fascicle',
  method: 'verify.run',
  options: [
    {
      flags: '--anchor <pem>',
      about: { 'zh-CN': '受信任的时间戳根证书（可重复）', en: 'a root of time-stamp services to trust (repeatable)' },
      repeats: true,
    },
    { flags: '--item <item>', about: { 'zh-CN': '只核验案件中的这一项证据', en: 'only this item of the case' } },
    {
      flags: '--since <file>',
      about: {
        'zh-CN': '他处留存的检查点、证明文件、移交包文件夹或证据册清单：现有日志须以它开头',
        en: 'a checkpoint, proof, package folder or bundle manifest kept elsewhere: the log must begin with it',
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
    };
  },
  print: (report, language) => [
    ...twoLines(report, language),
    ...report.checks.map(({ check, verdict, detail }) => `${marks[verdict]} ${check}: ${detail}`),
    `${marks[report.verdict]} ${report.verdict}`,
  ],
  exit: ({ verdict }) => (({ PASSED: 0, FAILED: 1, INDETERMINATE: 3 }) as const)[verdict],
});
