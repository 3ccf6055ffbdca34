import type { Text } from '../language.ts';

/** The way of the work, top to bottom: a newcomer reads it as instructions. */
export const caseWays = [
  'inbox',
  'evidence',
  'binder',
  'claims',
  'spread',
  'order',
  'bundle',
  'verify',
  'custody',
] as const;

/** Screens and acts by which a person moves about: in the window, and in the menu of a shell that has one. */
export const placeNames = {
  inbox: { 'zh-CN': '收集', en: 'Inbox' },
  evidence: { 'zh-CN': '证据', en: 'Evidence' },
  binder: { 'zh-CN': '编组', en: 'Binder' },
  claims: { 'zh-CN': '要件', en: 'Claims' },
  spread: { 'zh-CN': '传播', en: 'Spread' },
  order: { 'zh-CN': '履行', en: 'Order' },
  bundle: { 'zh-CN': '成册', en: 'Bundle' },
  verify: { 'zh-CN': '核验', en: 'Verify' },
  custody: { 'zh-CN': '保管', en: 'Custody' },
  settings: { 'zh-CN': '设置', en: 'Settings' },
  newCase: { 'zh-CN': '新建案件', en: 'New case' },
  openFolder: { 'zh-CN': '打开案件文件夹', en: 'Open a case folder' },
  receivePackage: { 'zh-CN': '接收移交包', en: 'Take over a package' },
  allCases: { 'zh-CN': '全部案件', en: 'All cases' },
  searchOrDo: { 'zh-CN': '查找或执行…', en: 'Search or do anything…' },
  keys: { 'zh-CN': '快捷键', en: 'Keys' },
} as const satisfies Record<string, Text>;

/** What a person can ask for in a menu, beside the shell's own copy, paste and zoom. */
export type MenuAct = keyof typeof placeNames;
export const menuActs = Object.keys(placeNames) as readonly MenuAct[]; // its own keys
