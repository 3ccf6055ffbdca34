import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { BrowserWindow, IpcMain, Session, WebContents } from 'electron';
import { build } from 'esbuild';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import {
  guardContents,
  guardSession,
  listenToWindow,
  safePreferences,
} from '../../../electron/shells/electron/guard.ts';
import { as } from '../../fixtures/fake.ts';
import { nodesOf, root } from '../../fixtures/oracles/source-tree.ts';

/** What Electron calls back with, loosely: the guard is given fakes of exactly what it uses. */
type Heard = (...values: never[]) => unknown;

const shellNodes = () => nodesOf('electron/shells/electron/main.ts');

/** A call with what it calls and the names that it is given; null for any other node. */
const callOf = (node: ts.Node) =>
  ts.isCallExpression(node)
    ? { callee: node.expression.getText(), given: node.arguments.map((one) => one.getText()) }
    : null;

describe('the Electron window', () => {
  test('has every dangerous preference off, and says so', () => {
    const preferences = safePreferences('/p.cjs');
    expect(preferences).toEqual({
      preload: '/p.cjs',
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
    expect(Object.isFrozen(preferences)).toBe(true);
  });

  test('is made in one place, in the sandbox, from app:// and never from a file', () => {
    const calls = (callee: string) => shellNodes().filter(({ node }) => callOf(node)?.callee === callee);
    const [made, ...others] = shellNodes().filter(
      ({ node }) => ts.isNewExpression(node) && node.expression.getText() === 'BrowserWindow',
    );
    expect(others).toEqual([]);
    const options = made!.node.getChildren().flatMap((child) => child.getChildren());
    const preferences = options
      .flatMap((one) => (ts.isObjectLiteralExpression(one) ? [...one.properties] : []))
      .filter((one) => ts.isPropertyAssignment(one) && one.name.getText() === 'webPreferences');
    expect(preferences.map((one) => callOf((one as ts.PropertyAssignment).initializer)?.callee)).toEqual([
      'safePreferences',
    ]);
    // A sandbox that is asked for once the program is ready comes too late.
    const [sandbox, ready] = [calls('app.enableSandbox')[0]!, calls('app.whenReady')[0]!];
    expect(sandbox.node.pos).toBeLessThan(ready.node.pos);
    expect(shellNodes().filter(({ node }) => ts.isIdentifier(node) && node.text === 'loadFile')).toEqual([]);
    const texts = shellNodes().flatMap(({ node }) => (ts.isStringLiteralLike(node) ? [node.text] : []));
    expect(texts.filter((text) => text.startsWith('file:'))).toEqual([]);
  });

  test('opens no window, goes nowhere, embeds nothing but a stored document in a frame', () => {
    const heard = new Map<string, Heard>();
    let opened: Heard = () => null;
    guardContents(
      as<WebContents>({
        on: (name: string, listener: Heard) => heard.set(name, listener),
        setWindowOpenHandler: (handler: Heard) => (opened = handler),
      }),
    );
    expect(opened()).toEqual({ action: 'deny' });
    const prevented = (name: string, event: object) => {
      let stopped = false;
      const listener = heard.get(name) as ((event: object) => void) | undefined;
      listener?.({ ...event, preventDefault: () => (stopped = true) });
      return stopped;
    };
    for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
      expect(prevented(name, { url: 'app://workbench/' }), name).toBe(true);
    }
    const replay = 'app://workbench/case/0123abcd/replay/0190-aa';
    expect(prevented('will-frame-navigate', { isMainFrame: false, url: replay })).toBe(false);
    expect(prevented('will-frame-navigate', { isMainFrame: true, url: replay })).toBe(true);
    for (const url of [
      'https://example.com/',
      `${replay}/../../x`,
      `${replay}?a`,
      'app://workbench/',
      'data:text/html,x',
    ])
      expect(prevented('will-frame-navigate', { isMainFrame: false, url }), url).toBe(true);
  });

  test('gives no permission, and its session asks for nothing but its own files', () => {
    const handlers: Record<string, Heard> = {};
    const keep = (name: string) => (handler: Heard) => (handlers[name] = handler);
    guardSession(
      as<Session>({
        setPermissionRequestHandler: keep('request'),
        setPermissionCheckHandler: keep('check'),
        setDevicePermissionHandler: keep('device'),
        webRequest: { onBeforeRequest: keep('before') },
      }),
    );
    const call = (name: string, ...values: unknown[]) => (handlers[name] as (...all: unknown[]) => unknown)(...values);
    let granted = true;
    call('request', null, 'media', (yes: boolean) => (granted = yes));
    expect([granted, call('check'), call('device')]).toEqual([false, false, false]);
    const refused = (url: string) => {
      let cancel = false;
      call('before', { url }, (answer: { cancel: boolean }) => (cancel = answer.cancel));
      return cancel;
    };
    expect(refused('app://workbench/assets/x.js')).toBe(false);
    for (const url of [
      'https://example.com/',
      'file:///etc/passwd',
      'app://workbench.evil/',
      'app://other/',
      'ws://x/',
    ])
      expect(refused(url), url).toBe(true);
  });

  test('hears its own top frame at its own origin, and nobody else', () => {
    let heard: Heard = () => null;
    const ours = { origin: 'app://workbench' };
    const window = as<BrowserWindow>({ webContents: { mainFrame: ours } });
    const taken: string[] = [];
    listenToWindow(as<IpcMain>({ on: (_name: string, listener: Heard) => (heard = listener) }), window, (text) =>
      taken.push(text),
    );
    const say = heard as (event: unknown, text: unknown) => void;
    say({ senderFrame: ours }, 'ours');
    say({ senderFrame: null }, 'no frame');
    say({ senderFrame: { origin: 'app://workbench' } }, 'a frame inside');
    say({ senderFrame: ours }, { not: 'text' });
    ours.origin = 'https://example.com';
    say({ senderFrame: ours }, 'gone elsewhere');
    expect(taken).toEqual(['ours']);
  });

  test('takes messages in one place: ipcMain is imported once and only handed over', () => {
    const main = nodesOf('electron/shells/electron/main.ts').filter(({ node }) => node.getText() === 'ipcMain');
    expect(new Set(main.map(({ line }) => line)).size).toBe(2); // the import, and listenToWindow(ipcMain, …)
    const given = shellNodes().map(({ node }) => callOf(node));
    expect(given.filter((call) => call?.given.includes('ipcMain')).map((call) => call?.callee)).toEqual([
      'listenToWindow',
    ]);
  });
});

describe('the preload', () => {
  test('gives one frozen object, neither ipcRenderer nor an event', async () => {
    const { outputFiles } = await build({
      entryPoints: [resolve(root, 'electron/shells/electron/preload.ts')],
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      external: ['electron'],
    });
    const exposed: [string, Record<string, unknown>][] = [];
    const listeners: Heard[] = [];
    const sent: unknown[][] = [];
    const electron = {
      contextBridge: { exposeInMainWorld: (...all: [string, Record<string, unknown>]) => exposed.push(all) },
      ipcRenderer: {
        on: (_name: string, heard: Heard) => listeners.push(heard),
        send: (...all: unknown[]) => sent.push(all),
      },
      webUtils: { getPathForFile: () => '' },
    };
    const module = { exports: {} };
    runInNewContext(outputFiles[0]!.text, {
      require: () => electron,
      module,
      exports: module.exports,
      Promise,
      Object,
    });
    expect(exposed.map(([name]) => name)).toEqual(['fascicle']);
    const given = exposed[0]![1];
    expect(Object.isFrozen(given)).toBe(true);
    expect(Object.keys(given).sort()).toEqual(['desktop', 'listen', 'pathsOf', 'send']);
    expect(Object.values(given).every((one) => one !== electron.ipcRenderer)).toBe(true);
    const heard: unknown[][] = [];
    (given['listen'] as (listener: (...all: unknown[]) => void) => void)((...all) => heard.push(all));
    (listeners[0] as (...all: unknown[]) => void)({ sender: 'an event' }, 'text');
    expect(heard).toEqual([['text']]);
    (given['send'] as (text: string) => void)('hello');
    expect(sent).toEqual([['fascicle-call', 'hello']]);
  });
});
