import type { VerifyReport } from '../../../shared/verify/report.ts';
import type { Language } from '../../../shared/language.ts';
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

/** Content and time first, apart: a merely unstamped file does not look doubtful. */
function twoLines({ unaltered, timeProven }: VerifyReport, language: Language): readonly string[] {
  const content = {
    yes: { 'zh-CN': '未改动', en: 'unaltered' },
    no: { 'zh-CN': '已改动', en: 'altered' },
    unknown: { 'zh-CN': '无法判断', en: 'cannot be told' },
  }[unaltered][language];
  const time = {
    none: { 'zh-CN': '未经第三方证明', en: 'not proven by a third party' },
    pending: { 'zh-CN': '等待第三方证明', en: 'third-party proof pending' },
    proven: { 'zh-CN': '第三方已证明', en: 'proven by a third party' },
    failed: { 'zh-CN': '第三方证明无效', en: 'third-party proof is bad' },
  }[timeProven][language];
  return language === 'zh-CN' ? [`内容：${content}`, `时间：${time}`] : [`Content: ${content}`, `Time: ${time}`];
}
