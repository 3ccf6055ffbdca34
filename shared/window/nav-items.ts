import type { Text } from '../language.ts';

/** The screens of a case, top to bottom in the order of the work: a newcomer reads them as instructions. */
export const navItems = [
  'capture',
  'items',
  'exhibits',
  'claims',
  'spread',
  'order',
  'challenge',
  'bundle',
  'verify',
  'custody',
] as const;

/** The key of each screen, with Alt: 1 to 9, and 0 for the tenth. */
export const navKeys = navItems.map((screen, at) => ({ screen, key: `Alt+${(at + 1) % 10}` }));

/** Screens and commands by which a person moves about: in the window, and in the menu of a shell that has one. */
export const navNames = {
  capture: { 'zh-CN': '收集', en: 'Inbox' },
  items: { 'zh-CN': '证据', en: 'Evidence' },
  exhibits: { 'zh-CN': '编排', en: 'Arrangement' },
  claims: { 'zh-CN': '要件', en: 'Claims' },
  spread: { 'zh-CN': '传播', en: 'Spread' },
  order: { 'zh-CN': '裁定', en: 'Ruling' },
  challenge: { 'zh-CN': '质证预演', en: 'Challenge check' },
  bundle: { 'zh-CN': '成册', en: 'Bundle' },
  verify: { 'zh-CN': '核验', en: 'Verify' },
  custody: { 'zh-CN': '保管', en: 'Custody' },
  settings: { 'zh-CN': '设置', en: 'Settings' },
  newCase: { 'zh-CN': '新建案件', en: 'New case' },
  openFolder: { 'zh-CN': '打开案件文件夹', en: 'Open a case folder' },
  receivePackage: { 'zh-CN': '接收移交包', en: 'Receive a package' },
  allCases: { 'zh-CN': '全部案件', en: 'All cases' },
  searchOrDo: { 'zh-CN': '查找或执行…', en: 'Search or run a command…' },
  keys: { 'zh-CN': '快捷键', en: 'Keys' },
} as const satisfies Record<string, Text>;

/** What a person can ask for in a menu, beside the shell's own copy, paste and zoom. */
export type MenuCommand = keyof typeof navNames;
export const menuCommands = Object.keys(navNames) as readonly MenuCommand[]; // its own keys
