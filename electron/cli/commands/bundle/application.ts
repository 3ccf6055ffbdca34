import { because } from '../../../../shared/cause.ts';
import { counted, caseLanguages } from '../../../../shared/language.ts';
import { command } from '../command.ts';
import { profileOf } from './bundle.ts';

export const applicationCommand = command({
  name: 'application',
  args: '<case>',
  about: {
    'zh-CN': '写出申请书和证据目录的 Word 草稿，内容取自案件；案件中缺少的内容一律标为【待填】',
    en: 'Writes Word drafts of the application and its catalogue, filled from the case; missing content is marked [to be filled]',
  },
  example: 'fascicle application qinghe.fascicle --out drafts',
  method: 'application.draft',
  options: [
    { flags: '--out <dir>', about: { 'zh-CN': '输出文件夹', en: 'folder to write to' }, required: true },
    {
      flags: '--profile <id|file>',
      about: { 'zh-CN': '法院格式，同 bundle', en: 'court profile, as for `bundle`' },
    },
    { flags: '--language <language>', about: { 'zh-CN': caseLanguages.join(' | '), en: caseLanguages.join(' | ') } },
    {
      flags: '--annex',
      about: { 'zh-CN': '证据册附册单独成册时，页码与之一致', en: 'numbers pages as in a bundle made with --annex' },
    },
    {
      flags: '--tables',
      about: { 'zh-CN': '证据册另附各表时，页码与之一致', en: 'numbers pages as in a bundle made with --tables' },
    },
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    out: call.path(call.text('out') ?? call.refuse(because('option-missing', { option: '--out' }))),
    language: call.choice('language', caseLanguages, null),
    ...profileOf(call),
    annex: call.flag('annex'),
    tables: call.flag('tables'),
  }),
  print: ({ files, open }, language) => [
    ...files.map(({ path }) => `✓ ${path}`),
    language === 'zh-CN'
      ? `草稿有 ${open} 处待填；提交前须由律师审核`
      : `${counted(open, 'place is', 'places are')} still to be filled; for counsel to review before filing`,
  ],
});
