import { join } from 'node:path';
import { counted, labelled } from '../../../shared/language.ts';
import { subjectName } from '../../../shared/messages/names/subject-names.ts';
import { verdictName } from '../../../shared/messages/verify/check-names.ts';
import { pagesText } from './bundle/bundle.ts';
import { command } from './command.ts';

const marks = { ok: '✓', missing: '✕', note: '!' } as const;

export const doctorCommand = command({
  name: 'doctor',
  args: '',
  about: { 'zh-CN': '检查运行环境', en: 'Checks the environment: what was found, what is missing and how to get it' },
  example: 'fascicle doctor',
  method: 'program.doctor',
  options: [],
  input: () => ({}),
  print: ({ findings }, language) =>
    findings.flatMap(({ subject, state, detail, next }) => [
      `${marks[state]} ${labelled(subjectName(subject, language), detail, language)}`,
      ...(next === null ? [] : [`  → ${next}`]),
    ]),
  exit: ({ ready }) => (ready ? 0 : 1),
});

export const demoCommand = command({
  name: 'demo',
  args: '[dir]',
  about: {
    'zh-CN': '用自带的演示网站走完全程：取证、导入、编排、成册、核验',
    en: 'Runs all steps on the demo site: capture, import, arrange, build, verify',
  },
  example: 'fascicle demo ./demo',
  method: 'demo.run',
  options: [],
  input: (call) => {
    const [folder] = call.args;
    return { folder: call.path(typeof folder === 'string' ? folder : join(call.caller.folder, 'demo')) };
  },
  print: ({ case: folder, pdf, sha256, pages, exhibits, verdict, compliance, found }, language) => [
    language === 'zh-CN' ? '程序自行发现：' : 'Found by the program itself:',
    ...found.map(({ text }) => `  · ${text}`),
    language === 'zh-CN'
      ? `✓ 演示完成：${exhibits} 项证据，${pagesText(pages, language)}，核验${verdictName(verdict, language)}`
      : `✓ Done: ${counted(exhibits, 'exhibit', 'exhibits')}, ${pagesText(pages, language)}, verification: ${verdictName(verdict, language)}`,
    `  ${language === 'zh-CN' ? '案件' : 'case'}    ${folder}`,
    `  ${language === 'zh-CN' ? '证据册' : 'bundle'}  ${pdf}`,
    `  SHA-256 ${sha256}`,
    `  ${language === 'zh-CN' ? '履行情况核查报告' : 'compliance report'}  ${compliance.pdf}`,
    `  SHA-256 ${compliance.sha256}  ${pagesText(compliance.pages, language)}`,
  ],
});
