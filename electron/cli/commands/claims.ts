import { claimStatementsSchema } from '../../../shared/claims/claims-map.ts';
import { say } from '../../../shared/language.ts';
import { command } from '../command.ts';
import { jsonIn } from '../json-file.ts';
import { tableLines } from '../table-lines.ts';

export const claimsCommand = command({
  name: 'claims',
  args: '<case>',
  about: {
    'zh-CN': '请求与要件：选择模板，把证据和引文归入要件，显示缺口、相反证据和单一来源',
    en: 'Claims and elements: chooses a template, maps exhibits and quotations, shows gaps, contrary evidence, single sources',
  },
  example: 'fascicle claims qinghe.fascicle --template prc-conduct-preservation --set claims.json',
  method: 'claims.keep',
  options: [
    { flags: '--templates', about: { 'zh-CN': '列出程序自带的模板', en: 'lists the templates of the program' } },
    {
      flags: '--template <id>',
      about: {
        'zh-CN': '选择模板：程序自带的 id，或自己的 .json 文件',
        en: 'chooses a template: an id, or a .json file of your own',
      },
    },
    {
      flags: '--set <file>',
      about: {
        'zh-CN':
          'JSON 文件：{"actOn","statements":[{element,fact,note}],"links":[{element,item,side:support|contrary,passage,note}]}（以 --json 输出的 stated 为格式；note 从不提交）',
        en: 'a JSON file: {"actOn","statements":[{element,fact,note}],"links":[{element,item,side:support|contrary,passage,note}]} (in the form of `stated` in the --json output; a note is never filed)',
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
      ? tableLines(table)
      : templates.flatMap(({ id, name, elements, unverified }) => [
          `• ${id}  ${say(name, language)}`,
          `    ${elements.map((element) => say(element.name, language)).join(' · ')}`,
          ...unverified.map((what) => `    ! ${say(what, language)}`),
        ]),
});
