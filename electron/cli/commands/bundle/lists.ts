import { because } from '../../../../shared/cause.ts';
import { caseLanguages } from '../../../../shared/language.ts';
import { listFormats } from '../../../../shared/plan/list-formats.ts';
import { command } from '../command.ts';
import { problemLine, profileOf } from './bundle.ts';

export const listsCommand = command({
  name: 'lists',
  args: '<case>',
  about: {
    'zh-CN': '写出目录、哈希值清单、时间线、媒体一览表的 Word 和 Excel 文件，文字和页码与证据册一致',
    en: 'Writes catalogue, hash list, chronology and media schedule as Word and Excel files, as printed in the bundle',
  },
  example: 'fascicle lists qinghe.fascicle --out lists --format docx',
  method: 'bundle.lists',
  options: [
    { flags: '--out <dir>', about: { 'zh-CN': '输出文件夹', en: 'folder to write to' }, required: true },
    {
      flags: '--format <format>',
      about: { 'zh-CN': 'docx | xlsx（默认两者）', en: 'docx | xlsx (default: both)' },
    },
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
    {
      flags: '--add-to <pdf>',
      about: { 'zh-CN': '接续此前提交的证据册编页', en: 'continue the page numbers of the bundle filed earlier' },
    },
  ],
  input: (call) => {
    const format = call.choice('format', listFormats, null);
    const addTo = call.text('add-to');
    return {
      case: call.path(call.word(0)),
      out: call.path(call.text('out') ?? call.refuse(because('option-missing', { option: '--out' }))),
      formats: format === null ? [...listFormats] : [format],
      language: call.choice('language', caseLanguages, null),
      ...profileOf(call),
      annex: call.flag('annex'),
      tables: call.flag('tables'),
      addTo: addTo === null ? null : call.path(addTo),
    };
  },
  print: ({ files, problems }, language) => [
    ...problems.map((one) => problemLine(one, language)),
    ...files.map(({ path }) => `✓ ${path}`),
  ],
});
