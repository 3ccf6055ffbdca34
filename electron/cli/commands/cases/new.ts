import { because } from '../../../../shared/cause.ts';
import { courts } from '../../../../shared/case/case.ts';
import { caseLanguages, labelled } from '../../../../shared/language.ts';
import { gatheringLines } from '../../output/gathering-lines.ts';
import { command } from '../command.ts';

export const newCommand = command({
  name: 'new',
  args: '<case>',
  about: { 'zh-CN': '新建案件文件夹', en: 'Creates a case folder' },
  example: 'fascicle new qinghe.fascicle --title "青禾小贷申请诉前行为保全" --court hangzhou --applicant 青禾小贷',
  method: 'cases.create',
  options: [
    { flags: '--title <text>', about: { 'zh-CN': '案件名称', en: 'title of the case' }, required: true },
    {
      flags: '--court <id>',
      about: {
        'zh-CN': `法院：${Object.keys(courts).join('、')}，或法院全称`,
        en: `court: ${Object.keys(courts).join(', ')}, or any name`,
      },
    },
    { flags: '--cause <text>', about: { 'zh-CN': '案由', en: 'cause of action' } },
    {
      flags: '--applicant <name>',
      about: { 'zh-CN': '申请人（可重复）', en: 'applicant (repeatable)' },
      repeats: true,
    },
    {
      flags: '--respondent <name>',
      about: { 'zh-CN': '被申请人（可重复）', en: 'respondent (repeatable)' },
      repeats: true,
    },
    { flags: '--operator <name>', about: { 'zh-CN': '取证人', en: 'operator' } },
    {
      flags: '--language <language>',
      about: {
        'zh-CN': `证据册语言：${caseLanguages.join(' | ')}`,
        en: `language of the bundle: ${caseLanguages.join(' | ')}`,
      },
    },
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    facts: {
      title: call.text('title') || call.refuse(because('option-empty', { option: '--title' })),
      court: call.text('court'),
      cause: call.text('cause'),
      applicants: call.texts('applicant'),
      respondents: call.texts('respondent'),
      operator: call.text('operator'),
      language: call.choice('language', caseLanguages, 'zh-CN'),
    },
  }),
  print: ({ folder, caseId, head }, language) => [
    `✓ ${labelled(language === 'zh-CN' ? '已新建案件' : 'Case created', folder, language)}`,
    `  ${language === 'zh-CN' ? '案件标识' : 'case id'} ${caseId} · ${language === 'zh-CN' ? '保管日志' : 'custody log'} #0 ${head.hash}`,
    ...gatheringLines('first', language),
  ],
});
