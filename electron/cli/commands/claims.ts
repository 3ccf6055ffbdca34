import { claimStatementsSchema } from '../../../shared/claims/claims-map.ts';
import { say } from '../../../shared/language.ts';
import { command } from './command.ts';
import { jsonIn } from './json-file.ts';
import { tableLines } from '../output/table-lines.ts';

export const claimsCommand = command({
  name: 'claims',
  args: '<case>',
  about: {
    'zh-CN': '请求与要件：选择模板，将证据和引文归入要件，显示待补证据、相反证据和单一来源',
    en: 'Claims and elements: chooses a template, maps exhibits and quotations, shows gaps, contrary evidence and single sources',
  },
  example: 'fascicle claims qinghe.fascicle --template prc-conduct-preservation --set claims.json',
  method: 'claims.keep',
  options: [
    {
      flags: '--templates',
      about: { 'zh-CN': '列出程序自带的模板', en: 'list the templates that come with the program' },
    },
    {
      flags: '--template <id>',
      about: {
        'zh-CN': '选择模板：自带模板的 id，或自备的 .json 文件',
        en: 'choose a template: an id, or your own .json file',
      },
    },
    {
      flags: '--set <file>',
      about: {
        'zh-CN':
          'JSON 文件：{"actOn","statements":[{element,fact,note}],"links":[{element,item,side:support|contrary,passage,note}]}（格式同 --json 输出的 stated；note 从不提交）',
        en: 'a JSON file: {"actOn","statements":[{element,fact,note}],"links":[{element,item,side:support|contrary,passage,note}]} (same form as `stated` in the --json output; a note is never filed)',
      },
    },
  ],
  input: (call) => {
    const [file, template] = [call.text('set'), call.text('template')];
    return {
      case: call.path(call.word(0)),
      template:
        template === null
          ? null
          : template.endsWith('.json')
            ? { from: 'file', path: call.path(template) }
            : { from: 'program', id: template },
      stated: file === null ? null : jsonIn(call, 'set', file, claimStatementsSchema),
      templates: call.flag('templates'),
    };
  },
  print: ({ templates, table }, language) =>
    templates.length === 0
      ? tableLines(table, language)
      : templates.flatMap(({ id, name, elements, unverified }) => [
          `• ${id}  ${say(name, language)}`,
          `    ${elements.map((element) => say(element.name, language)).join(' · ')}`,
          ...unverified.map((what) => `    ! ${say(what, language)}`),
        ]),
});
