import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { caseFactsSchema } from '../../../shared/case/case.ts';
import { regionSchema } from '../../../shared/case/exhibit.ts';
import { proofPlanSchema } from '../../../shared/case/proof-plan.ts';
import { command, type Call } from '../command.ts';

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
    en: 'Prints facts, chronology and elements to prove as JSON, or changes them',
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
    {
      flags: '--counsel <name>',
      about: { 'zh-CN': '代理人（可重复），执业证号写在 | 之后', en: 'counsel (repeatable), licence number after |' },
      repeats: true,
    },
    { flags: '--submitted <date>', about: { 'zh-CN': '提交日期，2019-05-10', en: 'day of submission, 2019-05-10' } },
    { flags: '--profile <id>', about: { 'zh-CN': '法院格式', en: 'court profile' } },
    { flags: '--page-prefix <text>', about: { 'zh-CN': '页码前缀，如 QH-', en: 'prefix of page stamps, such as QH-' } },
  ],
  input: (call) => {
    const file = call.text('set');
    const { facts = {}, plan = null } = file === null ? {} : editIn(call, file);
    const counsel = call.texts('counsel').map((one) => {
      const [name = '', licence] = one.split('|').map((part) => part.trim());
      return { name, ...(licence && { licence }) };
    });
    const text = (option: string, field: string) => {
      const value = call.text(option);
      return value === null ? {} : { [field]: value };
    };
    const changed = {
      ...facts,
      ...text('case-number', 'caseNumber'),
      ...(counsel.length > 0 && { counsel }),
      ...text('submitted', 'submitted'),
      ...text('profile', 'profile'),
      ...text('page-prefix', 'pagePrefix'),
    };
    return { case: call.path(call.word(0)), facts: Object.keys(changed).length === 0 ? null : changed, plan };
  },
  print: (edited) => [JSON.stringify(edited, null, 2)],
});

function editIn(call: Call, file: string): z.infer<typeof editSchema> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(call.path(file), 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    return call.refuse(`--set ${file} is no JSON file: ${error instanceof Error ? error.message : ''}`);
  }
  const parsed = editSchema.safeParse(value);
  return parsed.success ? parsed.data : call.refuse(`--set ${file}: ${z.prettifyError(parsed.error)}`);
}

export const redactCommand = command({
  name: 'redact',
  args: '<case> <item>',
  about: {
    'zh-CN': '派生一份遮盖后的图片作为新证据项，原件封存',
    en: 'Makes a new item with parts of the picture painted over; the parent stays, sealed',
  },
  example:
    'fascicle redact qinghe.fascicle 0198c7 --words "138 0013 8000" --region 40,120,300,24 --reason "个人电话号码"',
  method: 'items.redact',
  options: [
    {
      flags: '--region <x,y,w,h>',
      about: { 'zh-CN': '整页画面中的位置，像素（可重复）', en: 'place in the whole picture, pixels (repeatable)' },
      repeats: true,
    },
    {
      flags: '--words <text>',
      about: {
        'zh-CN': '页面文字中的词句，所有出现处（可重复）',
        en: 'words of the page, wherever they stand (repeatable)',
      },
      repeats: true,
    },
    { flags: '--reason <text>', about: { 'zh-CN': '理由', en: 'why' }, required: true },
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    item: call.word(1),
    regions: call.texts('region').map((text) => {
      const [x, y, width, height] = text.split(',').map(Number);
      const parsed = regionSchema.safeParse({ x, y, width, height });
      return parsed.success ? parsed.data : call.refuse(`--region takes x,y,width,height in pixels, not "${text}"`);
    }),
    words: call.texts('words'),
    reason: call.text('reason') || call.refuse('--reason is empty'),
  }),
  print: ({ item, title }) => [`✓ ${item}`, `  ${title}`],
});
