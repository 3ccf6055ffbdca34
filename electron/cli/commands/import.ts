import { categories } from '../../../shared/case/category.ts';
import { command } from '../command.ts';

export const importCommand = command({
  name: 'import',
  args: '<case> <files...>',
  about: { 'zh-CN': '导入他处形成的文件，每个文件一项证据', en: 'Takes in files made elsewhere, each as one item' },
  example:
    'fascicle import qinghe.fascicle phone.jpg --category message --source "王某手机微信截图" --received-by 王某',
  method: 'intake.import',
  options: [
    {
      flags: '--category <category>',
      about: { 'zh-CN': `类别：${categories.join(' | ')}`, en: `category: ${categories.join(' | ')}` },
    },
    { flags: '--title <text>', about: { 'zh-CN': '证据名称', en: 'title' } },
    { flags: '--source <text>', about: { 'zh-CN': '如何取得', en: 'how it came here' } },
    { flags: '--received-by <name>', about: { 'zh-CN': '接收人', en: 'who received it' } },
    { flags: '--received-on <device>', about: { 'zh-CN': '接收设备', en: 'on which device' } },
    { flags: '--account <account>', about: { 'zh-CN': '接收账号', en: 'on which account' } },
    { flags: '--operator <name>', about: { 'zh-CN': '操作人', en: 'who imports' } },
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    files: call.words(1).map((file) => call.path(file)),
    category: call.choice('category', categories, 'other'),
    title: call.text('title'),
    source: call.text('source'),
    receivedBy: call.text('received-by'),
    receivedOn: call.text('received-on'),
    account: call.text('account'),
    operator: call.text('operator'),
  }),
  print: ({ items, refused }, language) => [
    language === 'zh-CN' ? `已导入 ${items} 项；未受理 ${refused}` : `${items} imported; ${refused} refused`,
  ],
  exit: ({ refused }) => (refused > 0 ? 1 : 0),
});
