import { existsSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCase } from '../../../electron/casefile/create-case.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import { context, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { WindowRoom } from '../../fixtures/window-room.ts';

/** A page that tries every way out. `PORT` is a server that counts connections. */
const hostilePage = `<!doctype html><html><head>
<link rel="preconnect" href="http://127.0.0.1:PORT"><link rel="dns-prefetch" href="http://127.0.0.1:PORT">
<link rel="stylesheet" href="http://127.0.0.1:PORT/a.css"><meta http-equiv="refresh" content="0; url=http://127.0.0.1:PORT/r">
<script>parent.hostile = 1; fetch('http://127.0.0.1:PORT/f')</script></head>
<body onload="new Image().src='http://127.0.0.1:PORT/o'"><h1>恶意页面 replayed words</h1>
<img src="http://127.0.0.1:PORT/i.png"><iframe src="http://127.0.0.1:PORT/frame"></iframe>
<video src="http://127.0.0.1:PORT/v.mp4" autoplay></video><object data="http://127.0.0.1:PORT/x"></object>
<style>body{background:url(http://127.0.0.1:PORT/b.png)}</style></body></html>`;

describe('the Chromium shell', () => {
  const cache = freshFolder();
  const folder = join(cache, 'case.fascicle');
  let room: WindowRoom;
  let internet: Server;
  let connections = 0;
  let port = 0;

  beforeAll(async () => {
    internet = createServer((socket) => {
      connections += 1;
      socket.on('error', () => undefined).destroy();
    });
    await new Promise<void>((done) => internet.listen(0, '127.0.0.1', done));
    port = (internet.address() as AddressInfo).port; // listening on TCP just now
    const facts = { title: 'The case', court: 'hangzhou', cause: null, operator: 'A' } as const;
    const caseFile = createCase(folder, { ...facts, applicants: ['B'], respondents: [], language: 'en' }, context);
    const dom = caseFile.objects.putBytes(new TextEncoder().encode(hostilePage.replaceAll('PORT', String(port))));
    const record = someCapture(caseFile, '恶意');
    const html = { role: 'dom', name: 'dom.html', mediaType: 'text/html', ...dom } as const;
    const svg = caseFile.objects.putBytes(
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    );
    const picture = { role: 'original', name: 'x.svg', mediaType: 'image/svg+xml', ...svg } as const;
    const item = itemId(Date.now(), context.clockAndRandom.random(10));
    caseFile.addItem({ ...record, item, artifacts: [...record.artifacts, html, picture] });
    caseFile.close();
    writeFileSync(
      join(cache, 'recent-cases.json'),
      JSON.stringify([{ folder, lastOpened: '2026-05-06T01:30:00.000Z' }]),
    );
    room = await WindowRoom.open(cache);
  }, 240_000);
  afterAll(async () => {
    await room.close(/Content Security Policy/);
    internet.close();
  });

  test.skipIf(process.platform !== 'linux')('listens on no socket', () => {
    const sockets = new Set(browserProcesses().flatMap(({ pid }) => socketsOf(pid)));
    expect(sockets.size).toBeGreaterThan(0);
    expect(listening().filter((inode) => sockets.has(inode))).toEqual([]);
    expect(browserProcesses().some(({ command }) => command.includes('--remote-debugging-port'))).toBe(false);
  });

  test.skipIf(process.platform !== 'linux')('has a profile that only its user may read', () => {
    const [main] = browserProcesses().filter(({ command }) => !command.includes('--type='));
    const profile = /--user-data-dir=(\S+)/.exec(main?.command ?? '')?.[1] ?? '';
    expect(statSync(profile).mode & 0o777).toBe(0o700);
  });

  test.skipIf(process.platform !== 'linux')('runs in its sandbox', () => {
    const sandboxWorks = browserProcesses().every(({ command }) => !command.includes('--no-sandbox'));
    expect(sandboxWorks || process.env['FASCICLE_NO_SANDBOX_HERE'] === '1').toBe(true);
  });

  test('takes no call from a frame or another world', async () => {
    const session = await room.page.createCDPSession();
    const call = (n: number) =>
      JSON.stringify({ call: n, method: 'window.save', input: { state: `"stolen ${n}"` }, language: 'en' });
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
    const inWorld = await session.send('Runtime.evaluate', {
      contextId: executionContextId,
      expression: `typeof fascicleCall === 'function' ? (fascicleCall(${JSON.stringify(call(901))}), 'called') : 'absent'`,
    });
    const inFrame = await room.page.evaluate((text) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inner = frame.contentWindow as unknown as { fascicle?: unknown; fascicleCall?: (text: string) => void };
      const had = inner.fascicle !== undefined;
      inner.fascicleCall?.(text);
      frame.remove();
      return had;
    }, call(902));
    expect(inFrame).toBe(false);
    expect(['called', 'absent']).toContain(inWorld.result.value);
    // The window's own call is answered behind both: had they been taken, the state would be theirs.
    const state = await room.page.evaluate(`new Promise((done) => {
      window.fascicle.listen((text) => JSON.parse(text).call === 903 && done(text));
      window.fascicle.send('{"call":903,"method":"window.load","input":{},"language":"en"}');
    })`);
    expect(state).not.toContain('stolen');
    await session.detach();
    await room.page.reload();
    await room.page.waitForSelector('.window');
  });

  test('reaches nothing from page, frame or worker', async () => {
    const outside = `127.0.0.1:${port}`;
    const tries = await room.page.evaluate(async (host) => {
      const failed = (what: Promise<unknown>) => what.then(() => 'reached').catch(() => 'failed');
      const picture = new Image();
      const seen = new Promise((done, fail) => ((picture.onload = done), (picture.onerror = fail)));
      picture.src = `http://${host}/i.png`;
      const socket = new Promise((done, fail) => {
        const one = new WebSocket(`ws://${host}/`);
        one.onopen = done;
        one.onerror = fail;
      });
      return Promise.all([failed(fetch(`http://${host}/f`, { mode: 'no-cors' })), failed(seen), failed(socket)]);
    }, outside);
    expect(tries).toEqual(['failed', 'failed', 'failed']);
    const worker = await room.page.evaluate(async (host) => {
      const script = await (await fetch('/')).text().then((html) => /assets\/[^"]+\.js/.exec(html)?.[0] ?? '');
      const one = new Worker(`/${script}`, { type: 'module' });
      const blob = await new Promise((done) => {
        try {
          const made = new Worker(URL.createObjectURL(new Blob([`fetch('http://${host}/w')`])));
          made.onerror = () => done('refused');
        } catch {
          done('refused');
        }
      });
      one.terminate();
      return blob;
    }, outside);
    expect(worker).toBe('refused');
    expect(connections).toBe(0);
  });

  test('replays a hostile page without a single connection, and without its script', async () => {
    await room.press('The case');
    await room.page.waitForSelector('[role=option]');
    await room.page.click('[role=option]');
    await room.press('文字');
    await room.press('回放存档页面');
    const frame = await room.page.waitForFrame((one) => one.url().includes('/replay/'));
    await frame.waitForSelector('h1');
    expect(await frame.$eval('h1', (one) => one.textContent)).toContain('replayed words');
    const element = await room.page.waitForSelector('iframe.replay');
    expect(await element?.evaluate((one) => one.getAttribute('sandbox'))).toBe('');
    expect(await room.page.evaluate(() => 'hostile' in window)).toBe(false);
    expect(connections).toBe(0);
  });

  test('stored bytes leave as a listed type, with nosniff and a policy that lets them do nothing', async () => {
    const answers = await room.page.evaluate(async () => {
      const frame = document.querySelector('iframe.replay')?.getAttribute('src') ?? '';
      const address = (name: string) => frame.replace('/replay/', '/item/') + name;
      const seen = await Promise.all([fetch(frame), fetch(address('/x.svg')), fetch(address('/dom.html'))]);
      return seen.map(({ headers }) =>
        ['content-type', 'x-content-type-options', 'content-security-policy'].map((name) => headers.get(name)),
      );
    });
    const policy = "sandbox; default-src 'none'";
    expect(answers).toEqual([
      ['text/html; charset=utf-8', 'nosniff', policy],
      ['application/octet-stream', 'nosniff', policy],
      ['text/plain; charset=utf-8', 'nosniff', policy],
    ]);
    expect(connections).toBe(0); // nor did anything of the replayed page get out meanwhile
  });
});

/** Processes of the window's browser: their profile folder names the process that started it. */
function browserProcesses(): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const file = `/proc/${name}/cmdline`;
      try {
        const command = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\0', ' ') : '';
        return command.includes(`fascicle-browser-${process.pid}-`) ? [{ pid: Number(name), command }] : [];
      } catch {
        return []; // it has just ended
      }
    });
}

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
        return inode === undefined ? [] : [inode];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

/** Inodes of TCP sockets that listen (state 0A), over IPv4 and IPv6. */
function listening(): string[] {
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .slice(1)
          .map((line) => line.trim().split(/\s+/))
          .filter(([, , , state]) => state === '0A')
          .map((cells) => cells[9] ?? '')
      : [],
  );
}
