import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** A screen without a monitor (Xvfb), and a person's mouse and keys on it (xdotool): events of the X server, as a hand's. */
export type VirtualScreen = Readonly<{
  /** Value of DISPLAY. */
  name: string;
  /** The browser's window, once it is on the screen under this name (a regular expression). @throws after 60 s */
  window(
    named?: string,
  ): Promise<Readonly<{ id: string; x: number; y: number; width: number; height: number; title: string }>>;
  click(x: number, y: number): void;
  type(text: string): void;
  /** Turns the wheel towards the person so many notches. */
  scroll(x: number, y: number, notches: number): void;
  /** How many windows are on it: a bubble of the browser's is one too. */
  windows(): number;
  close(): void;
}>;

/** What of Debian's packages a screen needs and this computer lacks. */
export const missing = (['Xvfb', 'xdotool'] as const).filter((tool) => spawnSync(tool, ['-help']).error !== undefined);

/** @param size as Xvfb takes it: `1600x1100x24` */
export async function openScreen(size = '1600x1100x24'): Promise<VirtualScreen> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', size, '-nolisten', 'tcp', '-ac'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const name = `:${await firstLine(server)}`;
  const hand = (...args: string[]) =>
    execFileSync('xdotool', args, { env: { ...process.env, DISPLAY: name }, encoding: 'utf8' });
  const visible = (named: string): readonly string[] => {
    try {
      return hand('search', '--onlyvisible', '--name', named).trim().split('\n');
    } catch {
      return []; // xdotool ends with 1 where nothing is found
    }
  };
  return {
    name,
    window: async (named = '.') => {
      for (let tries = 0; tries < 300; tries++) {
        const id = visible(named).at(-1);
        if (id) {
          const shell = hand('getwindowgeometry', '--shell', id);
          const of = (field: string) => Number(new RegExp(`^${field}=(-?\\d+)$`, 'm').exec(shell)?.[1]);
          const title = hand('getwindowname', id).trim();
          return { id, x: of('X'), y: of('Y'), width: of('WIDTH'), height: of('HEIGHT'), title };
        }
        await pause(200);
      }
      throw new Error('no window came onto the screen within a minute');
    },
    click: (x, y) => void hand('mousemove', String(x), String(y), 'click', '1'),
    type: (text) => void hand('type', '--delay', '30', text),
    scroll: (x, y, notches) => void hand('mousemove', String(x), String(y), 'click', '--repeat', String(notches), '5'),
    windows: () => visible('.*').length,
    close: () => server.kill(),
  };
}

function firstLine({ stdout }: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let text = '';
    stdout?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (text.includes('\n')) done(text.split('\n')[0] ?? '');
    });
    stdout?.once('close', () => fail(new Error('Xvfb did not start')));
  });
}
