import type { Text } from '../../shared/language.ts';

/** How a bundle is built, what stands around its exhibits, and what was judged of its problems. */
export const buildWords = {
  buildOptions: { 'zh-CN': '选项', en: 'Options' },
  bundleFile: { 'zh-CN': '文件', en: 'File' },
  optionsSet: { 'zh-CN': '选项（{count} 项非常用）', en: 'Options ({count} changed)' },
  usualOptions: { 'zh-CN': '恢复常用', en: 'Usual ones' },
  done: { 'zh-CN': '完成', en: 'Done' },
  edition: { 'zh-CN': '版本', en: 'Edition' },
  filingEdition: { 'zh-CN': '提交版：只有列入的证据', en: 'Filing: placed exhibits and nothing else' },
  workingEdition: {
    'zh-CN': '工作版：另含缺口、相反证据、排除理由、笔记',
    en: 'Working: also gaps, contrary evidence, reasons, notes',
  },
  profile: { 'zh-CN': '法院格式', en: 'Court profile' },
  profileOfCase: { 'zh-CN': '依案件', en: 'as the case says' },
  profileFile: { 'zh-CN': '或自备格式文件（JSON）', en: 'Or a profile file of your own (JSON)' },
  bundleLanguage: { 'zh-CN': '证据册语言', en: 'Language of the bundle' },
  languageOfCase: { 'zh-CN': '依案件（{language}）', en: 'as the case says ({language})' },
  filingCopy: {
    'zh-CN': '提交副本：图片压缩到法院上限以内，逐张注明原件与损失',
    en: 'Filing copy: pictures recoded under the court’s cap, each naming its original and its loss',
  },
  annex: {
    'zh-CN': '有关键页的证据，完整页面放入附册',
    en: 'Full pages of exhibits with a key page in an annex volume',
  },
  perExhibit: { 'zh-CN': '另为每项证据各出一份 PDF', en: 'One PDF for each exhibit besides' },
  listsAs: {
    'zh-CN': '另出目录、摘要清单、时间线、媒体表（.{format}）',
    en: 'Catalogue, hash list, chronology and media schedule as .{format} besides',
  },
  addTo: { 'zh-CN': '补充证据：接在这份已提交的证据册之后', en: 'Late evidence: added to this filed bundle' },
  listsApart: { 'zh-CN': '单独的清单', en: 'Lists apart' },
  writeLists: { 'zh-CN': '写出清单', en: 'Write the lists' },
  listsSay: {
    'zh-CN': '目录、摘要清单、时间线、媒体表，Word 与 Excel，与证据册逐字一致。',
    en: 'Catalogue, hash list, chronology and media schedule for Word and Excel, to the letter as in the bundle.',
  },
  listsWritten: { 'zh-CN': '已写出：{files}', en: 'Written: {files}' },
  acceptProblem: { 'zh-CN': '接受', en: 'Accept' },
  acceptSays: {
    'zh-CN': '理由只留在工作版，不入提交版；问题仍列在这里。',
    en: 'The reason stays in the working edition, never in a filing. The problem stays listed here.',
  },
  whyAccept: { 'zh-CN': '接受理由', en: 'Why it is accepted' },
  noLongerAccept: { 'zh-CN': '撤回', en: 'Take back' },
  aroundExhibits: { 'zh-CN': '时间线与笔记', en: 'Chronology, notes' },
  chronology: { 'zh-CN': '时间线', en: 'Chronology' },
  eventWhen: { 'zh-CN': '何时', en: 'When' },
  eventWhat: { 'zh-CN': '何事', en: 'What' },
  eventExhibits: { 'zh-CN': '证据编号', en: 'Exhibits' },
  addEvent: { 'zh-CN': '加一条', en: 'Add an event' },
  noSuchExhibit: { 'zh-CN': '没有这些编号：{numbers}', en: 'No exhibit has the number {numbers}' },
  planNotes: { 'zh-CN': '工作笔记，每行一条（不入提交版）', en: 'Notes, a line each (never in a filing)' },
} as const satisfies Record<string, Text>;
