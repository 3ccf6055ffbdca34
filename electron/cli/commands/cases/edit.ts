import { z } from 'zod';
import { caseFactsSchema } from '../../../../shared/case/case.ts';
import { proofPlanSchema } from '../../../../shared/case/proof-plan.ts';
import { command } from '../command.ts';
import { jsonIn } from '../json-file.ts';
import { statedFacts, statedOptions } from './stated-facts.ts';

/** What `edit` prints, and what a file for `--set` holds: any part of it, the rest stays as it is. */
const editSchema = z.strictObject({
  facts: caseFactsSchema.partial().optional(),
  plan: proofPlanSchema.partial().optional(),
});

export const editCommand = command({
  name: 'edit',
  args: '<case>',
  about: {
    'zh-CN': '以 JSON 输出案件信息、时间线、要件等，或以文件修改',
    en: 'Prints case details, chronology and elements as JSON, or changes them',
  },
  example: 'fascicle edit qinghe.fascicle --case-number "(2019)浙0192行保1号" --submitted 2019-05-10 --set plan.json',
  method: 'case.edit',
  options: [
    {
      flags: '--set <file>',
      about: {
        'zh-CN': 'JSON 文件：{"facts":{…},"plan":{"chronology":[…],"elements":[…],"accepted":[…],"notes":[…]}}',
        en: 'a JSON file: {"facts":{…},"plan":{"chronology":[…],"elements":[…],"accepted":[…],"notes":[…]}}',
      },
    },
    { flags: '--case-number <text>', about: { 'zh-CN': '案号', en: 'case number' } },
    ...statedOptions,
    {
      flags: '--submitted <date>',
      about: { 'zh-CN': '提交日期，如 2019-05-10', en: 'filing date, such as 2019-05-10' },
    },
    { flags: '--profile <id>', about: { 'zh-CN': '法院格式', en: 'court profile' } },
    { flags: '--page-prefix <text>', about: { 'zh-CN': '页码前缀，如 QH-', en: 'page stamp prefix, such as QH-' } },
  ],
  input: (call) => {
    const file = call.text('set');
    const { facts = {}, plan = null } = file === null ? {} : jsonIn(call, 'set', file, editSchema);
    const text = (option: string, field: string) => {
      const value = call.text(option);
      return value === null ? {} : { [field]: value };
    };
    const changed = {
      ...facts,
      ...text('case-number', 'caseNumber'),
      ...statedFacts(call),
      ...text('submitted', 'submitted'),
      ...text('profile', 'profile'),
      ...text('page-prefix', 'pagePrefix'),
    };
    return { case: call.path(call.word(0)), facts: Object.keys(changed).length === 0 ? null : changed, plan };
  },
  print: (edited) => JSON.stringify(edited, null, 2).split('\n'),
});
