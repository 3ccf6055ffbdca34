// The menu of the Electron window: what it says and sends is decided here and tested without the program.
import type { MenuItemConstructorOptions } from 'electron';
import { say, type Language, type Text } from '../../../shared/language.ts';
import { navItems, navKeys, navNames, type MenuCommand } from '../../../shared/window/nav-items.ts';

const headings = {
  file: { 'zh-CN': '文件', en: 'File' },
  edit: { 'zh-CN': '编辑', en: 'Edit' },
  view: { 'zh-CN': '查看', en: 'View' },
  window: { 'zh-CN': '窗口', en: 'Window' },
  help: { 'zh-CN': '帮助', en: 'Help' },
} as const satisfies Record<string, Text>;

const roles = {
  undo: { 'zh-CN': '撤销', en: 'Undo' },
  redo: { 'zh-CN': '重做', en: 'Redo' },
  cut: { 'zh-CN': '剪切', en: 'Cut' },
  copy: { 'zh-CN': '复制', en: 'Copy' },
  paste: { 'zh-CN': '粘贴', en: 'Paste' },
  selectAll: { 'zh-CN': '全选', en: 'Select all' },
  resetZoom: { 'zh-CN': '实际大小', en: 'Actual size' },
  zoomIn: { 'zh-CN': '放大', en: 'Zoom in' },
  zoomOut: { 'zh-CN': '缩小', en: 'Zoom out' },
  togglefullscreen: { 'zh-CN': '全屏', en: 'Full screen' },
  minimize: { 'zh-CN': '最小化', en: 'Minimise' },
  close: { 'zh-CN': '关闭窗口', en: 'Close window' },
  quit: { 'zh-CN': '退出', en: 'Quit' },
} as const satisfies Record<string, Text>;

/** Keys as the window itself has them: it hears them first, and what it takes does not reach the menu. */
const keys: Partial<Record<MenuCommand, string>> = {
  newCase: 'CmdOrCtrl+N',
  searchOrDo: 'CmdOrCtrl+K',
  settings: 'CmdOrCtrl+,',
  ...Object.fromEntries(navKeys.map(({ screen, key }) => [screen, key])),
};

/**
 * The menu in one language. Neither reload nor developer tools: they are no one's work here.
 * @param mac there the program's own menu comes first, and quitting is in it
 */
export function menuOf(
  language: Language,
  mac: boolean,
  act: (act: MenuCommand) => void,
): MenuItemConstructorOptions[] {
  const line = { type: 'separator' } as const;
  const item = (name: MenuCommand): MenuItemConstructorOptions => {
    const accelerator = keys[name];
    return {
      label: say(navNames[name], language),
      click: () => act(name),
      ...(accelerator !== undefined && { accelerator }),
    };
  };
  const role = (name: keyof typeof roles): MenuItemConstructorOptions => ({
    role: name,
    label: say(roles[name], language),
  });
  const menu = (name: keyof typeof headings, submenu: MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
    label: say(headings[name], language),
    submenu,
  });
  const program: MenuItemConstructorOptions = {
    role: 'appMenu',
    label: 'Fascicle',
    submenu: [item('settings'), line, { role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, line, role('quit')],
  };
  return [
    ...(mac ? [program] : []),
    menu('file', [
      item('newCase'),
      item('openFolder'),
      item('receivePackage'),
      item('allCases'),
      line,
      ...(mac ? [role('close')] : [item('settings'), line, role('quit')]),
    ]),
    menu('edit', [
      role('undo'),
      role('redo'),
      line,
      role('cut'),
      role('copy'),
      role('paste'),
      role('selectAll'),
      line,
      item('searchOrDo'),
    ]),
    menu('view', [
      ...navItems.map((way) => item(way)),
      line,
      role('resetZoom'),
      role('zoomIn'),
      role('zoomOut'),
      role('togglefullscreen'),
    ]),
    menu('window', [role('minimize'), role('close')]),
    menu('help', [item('keys')]),
  ];
}
