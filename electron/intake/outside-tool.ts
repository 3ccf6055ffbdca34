import { because, causeOf } from '../../shared/cause.ts';
import type { Cause } from '../../shared/text.ts';
import { causeOfEnd } from '../casefile/processes/children.ts';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Bounds of one run of a tool that reads a hostile file; `fileBytes`, where it is bounded: of each file that it writes. */
export type ToolLimits = Readonly<{ milliseconds: number; megabytes: number; outputBytes: number; fileBytes?: number }>;

export type ToolEnd =
  | Readonly<{ ended: 'ok'; stdout: string; stderr: string }>
  | Readonly<{ ended: 'failed'; why: 'time' | 'output' | 'crash'; because: Cause }>;

/** A program on the PATH, or null: films and HEIC pictures are read with what the computer has, nothing is shipped. */
export function toolOnPath(name: 'ffmpeg' | 'ffprobe' | 'heif-convert' | 'soffice' | 'bsdtar' | 'tar'): string | null {
  const files = process.platform === 'win32' ? [`${name}.exe`] : [name];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((one) => one !== '');
  return folders.flatMap((folder) => files.map((file) => join(folder, file))).find(existsSync) ?? null;
}

/** `ffmpeg version 5.1.6-0+deb12u1 Copyright …` → `ffmpeg 5.1.6-0+deb12u1`; null where it does not run. */
export function toolVersionOf(tool: string): string | null {
  const run = spawnSync(tool, [/tar(?:\.exe)?$/.test(tool) ? '--version' : '-version'], {
    encoding: 'utf8',
    timeout: 10_000,
    windowsHide: true,
  });
  const found = run.status === 0 ? /^(ff\w+|bsdtar)(?: version)? (\S{1,60})/.exec(run.stdout) : null;
  return found ? `${found[1]} ${found[2]}` : null;
}

/**
 * Runs a tool to its end, or kills it. On Linux its address space is bounded by `prlimit`, where that is there; no
 * variables of ours, no standard input. What it started itself ends with it.
 * @param own a folder that it may write into, and fonts for what it draws
 */
export function runTool(
  tool: string,
  args: readonly string[],
  { milliseconds, megabytes, outputBytes, fileBytes }: ToolLimits,
  signal: AbortSignal,
  own: Readonly<{ home: string; fontConfig: string | null }> | null = null,
): Promise<ToolEnd> {
  signal.throwIfAborted();
  const bounded = process.platform === 'linux' && existsSync('/usr/bin/prlimit');
  const bounds = [`--as=${megabytes * 1_048_576}`, ...(fileBytes === undefined ? [] : [`--fsize=${fileBytes}`])];
  const [file, all] = bounded ? ['/usr/bin/prlimit', [...bounds, tool, ...args]] : [tool, [...args]];
  return new Promise((done, fail) => {
    const child = spawn(file, all, {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      detached: grouped,
      ...(own && { cwd: own.home }), // another user may not be let into the folder that this program was started in
      env: {
        PATH: process.env['PATH'] ?? '',
        LANG: 'C.UTF-8',
        SystemRoot: process.env['SystemRoot'] ?? '',
        ...(own && { HOME: own.home, TMPDIR: own.home, XDG_CONFIG_HOME: own.home, XDG_CACHE_HOME: own.home }),
        ...(own?.fontConfig && { FONTCONFIG_FILE: own.fontConfig }),
      },
    });
    const said = { stdout: '', stderr: '' };
    let why: 'time' | 'output' | null = null;
    const stop = (reason: 'time' | 'output' | null) => {
      why ??= reason;
      killAll(child);
    };
    const cancel = () => stop(null);
    const late = setTimeout(() => stop('time'), milliseconds);
    signal.addEventListener('abort', cancel);
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => {
        said[name] += text;
        if (said[name].length > outputBytes) stop('output');
      });
    const over = () => {
      clearTimeout(late);
      signal.removeEventListener('abort', cancel);
    };
    child.on('error', (error) => {
      over();
      done({ ended: 'failed', why: 'crash', because: causeOf(error) });
    });
    child.on('close', (code, by) => {
      over();
      if (signal.aborted)
        fail(signal.reason as Error); // whoever aborts here gives an error
      else if (code === 0) done({ ended: 'ok', ...said });
      else {
        const crashed = causeOfEnd(by ?? `exit ${code}`, said.stderr);
        const causes = { time: because('tool-time', { milliseconds }), output: because('tool-output'), crash: crashed };
        done({ ended: 'failed', why: why ?? 'crash', because: causes[why ?? 'crash'] });
      }
    });
  });
}

/** Elsewhere a process has no group that can be killed as one. */
const grouped = process.platform !== 'win32';

/** A tool may have started others, which would hold its pipes open for ever. */
function killAll(child: ChildProcess): void {
  if (!grouped || child.pid === undefined) {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // All of them are gone.
  }
}
