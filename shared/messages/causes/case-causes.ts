import type { Text } from '../../text.ts';

/** What is wrong with a case, its bundles and what was filed of it. */
export const caseCauses = {
  'folder-missing': { 'zh-CN': '该位置不存在', en: 'it does not exist' },
  'not-a-folder': { 'zh-CN': '不是文件夹', en: 'it is not a folder' },
  'no-case-db': { 'zh-CN': '没有 case.db', en: 'it has no case.db' },
  'neither-case-db-nor-objects': {
    'zh-CN': '既没有 case.db，也没有 objects/',
    en: 'it has neither case.db nor objects/',
  },
  'case-db-foreign': { 'zh-CN': '其 case.db 属于其他程序', en: 'its case.db belongs to another program' },
  'case-not-open': { 'zh-CN': '案件未打开', en: 'it is not open' },
  'case-version': { 'zh-CN': '没有编号为 {version} 的案件格式', en: 'no case has the format version {version}' },
  'case-view': { 'zh-CN': '含有案件不应有的视图 {name}', en: 'it holds a view ({name}), which no case has' },
  'log-empty': { 'zh-CN': '保管日志为空', en: 'the custody log is empty' },
  'log-without-entry': { 'zh-CN': '保管日志中没有第 {seq} 条', en: 'the custody log has no entry {seq}' },
  'exists-already': { 'zh-CN': '{path} 已存在', en: '{path} exists already' },
  'exists-with-other': { 'zh-CN': '{path} 已存在，且内容不同', en: '{path} exists and holds another file' },
  'volume-not-beside': {
    'zh-CN': '第 {n} 册的清单（.manifest.json）不在其旁，无法得知页码编到何处',
    en: 'the manifest of volume {n} is not beside it, so the last page number is unknown',
  },
  'inside-case': { 'zh-CN': '该位置在案件文件夹内', en: 'it lies inside the case folder' },
  'inside-a-case': { 'zh-CN': '该位置在一个案件之内', en: 'it lies inside a case' },
  'partly-written': {
    'zh-CN': '{of} 字节中只写入 {size} 字节',
    en: 'only {size} of {of} {of|byte|bytes} were written',
  },
  'of-another-case': { 'zh-CN': '属于另一案件', en: 'it is of another case' },
  'manifest-without-checkpoint': {
    'zh-CN': '证据册的清单不载有检查点',
    en: 'a bundle’s manifest names no checkpoint',
  },
  'out-is-bundle': { 'zh-CN': '--out 指向证据册本身', en: '--out names the bundle itself' },
  'no-words-given': { 'zh-CN': '未给出文字', en: 'no words were given' },
  'credit-code': {
    'zh-CN': '不是统一社会信用代码：应为 18 位，且校验码与前 17 位相符',
    en: 'this is not a unified social credit code: it has 18 digits, the last of which is the check digit of the others',
  },
  'profile-columns': {
    'zh-CN': '证据目录至少须有 no、title、pages 三栏',
    en: 'a catalogue has at least the columns no, title and pages',
  },
  'profile-parts': {
    'zh-CN': '证据册至少须有 cover、catalogue、exhibits',
    en: 'a bundle has at least cover, catalogue and exhibits',
  },
  'profile-demands': {
    'zh-CN': '格式要求填写 {cell}，但证据目录没有这一栏',
    en: 'the profile demands {cell}, but its catalogue has no such column',
  },
  'profile-field': {
    'zh-CN': '页边距之间只有 {width} × {height} 毫米，至少须为 {least} 毫米',
    en: 'the margins leave {width} × {height} mm; at least {least} mm are needed',
  },
  'profile-column': {
    'zh-CN': '栏 {column} 只有 {width} 毫米宽，至少须为 {least} 毫米',
    en: 'column {column} is {width} mm wide; at least {least} mm are needed',
  },
  'statement-twice': { 'zh-CN': '一个要件有两条说明', en: 'an element has two statements' },
  'provision-dates': { 'zh-CN': '法条的失效日早于生效日', en: 'a provision ends before it begins' },
  'element-twice': { 'zh-CN': '模板中同一要件出现两次', en: 'the template has an element twice' },
  'no-such-day': { 'zh-CN': '没有这一天', en: 'there is no such day' },
  'letters-count': { 'zh-CN': '字符位置的个数与文字不符', en: 'letters are not as many as the text has' },
  'link-decided-twice': { 'zh-CN': '同一关联有两个结论', en: 'a link is decided twice' },
  'link-to-itself': { 'zh-CN': '关联指向自身', en: 'a link leads to itself' },
  'address-twice': { 'zh-CN': '同一网址在列表中出现两次', en: 'the list has an address twice' },
  'mark-nowhere': { 'zh-CN': '标注须有词句或区域', en: 'a mark takes words or an area' },
  problem: { 'zh-CN': '{both}（`{code} {target}`）', en: '{both} (`{code} {target}`)' },
  'no-archive': { 'zh-CN': '没有服务器所发内容的存档', en: 'it has no archive of what servers sent' },
  'changed-while-read': {
    'zh-CN': '{name} 读到 {came} 字节，而非 {bytes} 字节：读取期间文件有改动',
    en: '{name} came to {came} bytes, not {bytes}: it changed while it was read',
  },
} as const satisfies Record<string, Text>;
