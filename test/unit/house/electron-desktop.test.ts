import type { App, BrowserWindow, Dialog, MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { desktopOf } from '../../../electron/shells/electron/desktop.ts';
import { givenPaths, oneProgram } from '../../../electron/shells/electron/given-paths.ts';
import { menuOf } from '../../../electron/shells/electron/menu.ts';
import { menuCommands } from '../../../shared/window/nav-items.ts';
import { as } from '../../fixtures/fake.ts';

describe('the menu of the Electron window', () => {
  const linesOf = (menu: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    menu.flatMap((one) => [one, ...(Array.isArray(one.submenu) ? linesOf(one.submenu) : [])]);
  const click = (line: MenuItemConstructorOptions) => (line.click as (() => void) | undefined)?.();

  test.for([true, false])('offers every act once, on a Mac: %s', (mac) => {
    const asked: string[] = [];
    for (const line of linesOf(menuOf('en', mac, (act) => asked.push(act)))) click(line);
    expect(asked.sort()).toEqual([...menuCommands].sort());
  });

  test('has no way to the page’s tools and none to load it anew', () => {
    const roles = linesOf(menuOf('en', true, () => undefined)).map(({ role }) => role);
    for (const role of ['reload', 'forceReload', 'toggleDevTools'] as const) expect(roles).not.toContain(role);
  });

  test('speaks Chinese where the window does, in every line that is its own', () => {
    const labels = (language: 'zh-CN' | 'en') =>
      linesOf(menuOf(language, false, () => undefined)).flatMap(({ label }) => label ?? []);
    expect(labels('zh-CN').filter((label) => !/[\u3400-\u9fff]/.test(label))).toEqual([]);
    expect(labels('en').filter((label) => /[\u3400-\u9fff]/.test(label))).toEqual([]);
    expect(labels('zh-CN')).toHaveLength(labels('en').length);
  });
});

describe('the desktop of the Electron window', () => {
  const asked: unknown[] = [];
  const dragged: unknown[] = [];
  const window = as<BrowserWindow>({
    isDestroyed: () => false,
    webContents: { startDrag: (item: unknown) => dragged.push(item) },
  });
  const app = as<App>({ getFileIcon: (path: string) => Promise.resolve(`icon of ${path}`) });
  const dialogOf = (canceled: boolean) =>
    as<Dialog>({
      showSaveDialog: (_over: unknown, options: unknown) => {
        asked.push(options);
        return Promise.resolve({ canceled, filePath: canceled ? '' : '/d/out.zip' });
      },
      showOpenDialog: (_over: unknown, options: unknown) => {
        asked.push(options);
        return Promise.resolve({ canceled, filePaths: canceled ? [] : ['/d/in'] });
      },
    });
  const wanted = { title: 'Where', at: '/d', endings: ['zip'] };

  test('asks in the system’s own dialogs; a cancelled one has chosen nothing', async () => {
    const desktop = desktopOf(dialogOf(false), app, window);
    expect(await desktop.choose({ what: 'save', ...wanted })).toBe('/d/out.zip');
    expect(await desktop.choose({ what: 'file', ...wanted })).toBe('/d/in');
    expect(await desktop.choose({ what: 'folder', ...wanted, at: '', endings: [] })).toBe('/d/in');
    expect(asked).toMatchObject([
      {
        defaultPath: '/d',
        filters: [{ extensions: ['zip'] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      },
      { properties: ['openFile'] },
      { filters: [], properties: ['openDirectory', 'createDirectory'] },
    ]);
    expect(asked.at(-1)).not.toHaveProperty('defaultPath');
    const cancelled = desktopOf(dialogOf(true), app, window);
    expect(await cancelled.choose({ what: 'save', ...wanted })).toBeNull();
    expect(await cancelled.choose({ what: 'folder', ...wanted })).toBeNull();
  });

  test('hands a file on with the icon that the system has for it', async () => {
    desktopOf(dialogOf(false), app, window).drag('/d/bundle.pdf');
    await Promise.resolve();
    expect(dragged).toEqual([{ file: '/d/bundle.pdf', icon: 'icon of /d/bundle.pdf' }]);
  });
});

describe('one program for one person', () => {
  /** An `app` that is the first of its kind, or not, and the system that opens files with it. */
  const appOf = (first: boolean) => {
    const exits: number[] = [];
    const heard: ((event: { preventDefault(): void }, path: string) => void)[] = [];
    const app = {
      requestSingleInstanceLock: () => first,
      exit: (code: number) => void exits.push(code),
      on: (_event: 'open-file', act: (typeof heard)[number]) => void heard.push(act),
    };
    let prevented = 0;
    const open = (path: string) => {
      for (const act of heard) act({ preventDefault: () => (prevented += 1) }, path);
    };
    return { app, exits, open, prevented: () => prevented };
  };

  test('a second start ends at once', () => {
    const [first, second] = [appOf(true), appOf(false)];
    oneProgram(first.app, []);
    oneProgram(second.app, []);
    expect([first.exits, second.exits]).toEqual([[], [0]]);
  });

  test('what the system gives before there is a window is opened in it, once, and what comes later at once', () => {
    const { app, open, prevented } = appOf(true);
    const whenThere = oneProgram(app, ['/d/a.fascicle']);
    open('/d/b.pdf');
    const opened: string[] = [];
    whenThere((path) => opened.push(path));
    expect(opened).toEqual(['/d/a.fascicle', '/d/b.pdf']);
    open('/d/c.zip');
    expect(opened).toEqual(['/d/a.fascicle', '/d/b.pdf', '/d/c.zip']);
    expect(prevented()).toBe(2);
  });
});

test('what the system gives on a command line is what exists and is no flag, from the folder it was given in', () => {
  const there = (path: string) => !path.includes('gone');
  const words = ['/opt/fascicle', '--inspect', 'qinghe.fascicle', '/d/package.zip', '/d/gone.pdf', ''];
  expect(givenPaths(words, true, '/home/wang', there)).toEqual(['/home/wang/qinghe.fascicle', '/d/package.zip']);
  expect(givenPaths(['electron', '/checkout', '/d/a.pdf'], false, '/', there)).toEqual(['/d/a.pdf']);
});
