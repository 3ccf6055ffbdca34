import { twoLines } from '../../../shared/messages/two-lines.ts';
import { command } from '../command.ts';

const marks = { PASSED: '✓', FAILED: '✕', INDETERMINATE: '●' } as const;

export const verifyCommand = command({
  name: 'verify',
  args: '<path>',
  about: {
    'zh-CN': '核验案件文件夹、移交包或证据册',
    en: 'Verifies a case folder, a package, or a bundle PDF with its sidecars',
  },
  example: 'fascicle verify qinghe.fascicle',
  method: 'verify.run',
  options: [
    {
      flags: '--anchor <pem>',
      about: { 'zh-CN': '受信任的时间戳根证书（可重复）', en: 'a root of time-stamp services to trust (repeatable)' },
      repeats: true,
    },
  ],
  input: (call) => ({
    path: call.path(call.word(0)),
    anchors: call.texts('anchor').map((file) => call.path(file)),
  }),
  print: (report, language) => [
    ...twoLines(report, language),
    ...report.checks.map(({ check, verdict, detail }) => `${marks[verdict]} ${check}: ${detail}`),
    `${marks[report.verdict]} ${report.verdict}`,
  ],
  exit: ({ verdict }) => (({ PASSED: 0, FAILED: 1, INDETERMINATE: 3 }) as const)[verdict],
});
