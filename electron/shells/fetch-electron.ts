import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronProgram } from './electron-program.ts';

/** Why there is no Electron. `detail`: the HTTP status, or what `install.js` said of something else. */
export type Missing = Readonly<{ why: keyof typeof reasons; detail: string }>;
export type Fetched = Readonly<{ program: string } | { program: null; missing: Missing }>;

type Options = Readonly<{
  /** Seconds without a new byte, then minutes in all, after which the download is given up. */
  stallSeconds?: number;
  limitMinutes?: number;
  /** Is told each time another 5 MB have come, in whole MB. */
  progress?: (megabytes: number) => void;
  env?: NodeJS.ProcessEnv;
}>;

const megabyte = 1_000_000;

/**
 * Electron's program under `folder/node_modules/electron`: as it lies there, or fetched by the package's own
 * `install.js`, which holds the download against the SHA-256 sums that came with the package. Tried once; nothing of a
 * failed try is used. Honours Electron's own settings (`ELECTRON_MIRROR`, proxies, its download cache).
 */
export async function fetchElectron(folder: string, options: Options = {}): Promise<Fetched> {
  const there = electronProgram(folder);
  if (there !== null) return { program: there };
  const { stallSeconds = 20, limitMinutes = 15, progress = () => undefined, env = process.env } = options;
  const packageFolder = join(folder, 'node_modules', 'electron');
  // A temporary folder of this try's own: how much has come is read from it, and what a killed try leaves goes with it.
  const temporary = mkdtempSync(join(tmpdir(), 'fascicle-electron-'));
  try {
    const child = spawn(process.execPath, [join(packageFolder, 'install.js')], {
      cwd: packageFolder,
      env: {
        ...env,
        TMPDIR: temporary,
        TEMP: temporary,
        TMP: temporary,
        ELECTRON_GET_NO_PROGRESS: '1',
        ELECTRON_SKIP_BINARY_DOWNLOAD: undefined,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-20_000)));
    const began = Date.now();
    const given: ('stalled' | 'too-slow')[] = [];
    let seen = { bytes: 0, at: began, told: 0 };
    const watch = setInterval(() => {
      const bytes = bytesBelow(temporary);
      const now = Date.now();
      if (bytes !== seen.bytes) seen = { ...seen, bytes, at: now };
      if (bytes - seen.told >= 5 * megabyte) {
        seen.told = bytes;
        progress(Math.floor(bytes / megabyte));
      }
      // Once all bytes are there, they are unpacked elsewhere: then the time limit alone holds.
      if (now - seen.at > stallSeconds * 1000 && !unpacking(packageFolder)) given.push('stalled');
      else if (now - began > limitMinutes * 60_000) given.push('too-slow');
      if (given.length > 0) child.kill('SIGKILL');
    }, 250);
    const code = await new Promise<number | null>((done) => {
      child.on('error', () => done(null)).on('close', (status) => done(status));
    }).finally(() => clearInterval(watch));
    const program = code === 0 ? electronProgram(folder) : null;
    if (program !== null) return { program };
    const [why] = given;
    return { program, missing: why === undefined ? reasonOf(said) : { why, detail: '' } };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

const reasons = {
  unreachable: ['无法连接下载服务器', 'the download server cannot be reached'],
  refused: ['下载服务器拒绝提供（HTTP {detail}）', 'the download server refused (HTTP {detail})'],
  'wrong-sum': [
    '下载到的文件哈希值不符，已丢弃',
    'the downloaded file does not match the SHA-256 listed in its package and was discarded',
  ],
  stalled: ['下载停滞，已放弃', 'the download stalled and was abandoned'],
  'too-slow': ['下载超过时限，已放弃', 'the download took too long and was abandoned'],
  'no-package': ['未安装其软件包', 'the package is not installed'],
  'no-start': ['程序未能启动（{detail}）', 'the program did not start ({detail})'],
  other: ['安装程序失败（{detail}）', 'the installer failed ({detail})'],
} as const;

/** One line in each language: why Electron is missing, and how to get it. */
export function withoutElectron({ why, detail }: Missing): string {
  const [zh, en] = reasons[why].map((text) => text.replace('{detail}', detail));
  return (
    `没有 Electron：${zh}。获取办法：能上网时运行 npm run start:electron；内网可设 ELECTRON_MIRROR 指向镜像。\n` +
    `Electron is missing: ${en}. To get it: npm run start:electron with internet access, or set ELECTRON_MIRROR to a mirror.\n`
  );
}

/** `install.js` prints a stack trace: what it was about. */
function reasonOf(said: string): Missing {
  const status = /Response code (\d{3})/.exec(said)?.[1];
  if (status !== undefined) return { why: 'refused', detail: status };
  if (/checksum|sumchecker/i.test(said)) return { why: 'wrong-sum', detail: '' };
  if (/fetch failed|terminated|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|EHOST|ENETUNREACH/.test(said))
    return { why: 'unreachable', detail: '' };
  if (/Cannot find (module|package)/.test(said)) return { why: 'no-package', detail: '' };
  const line = said.split('\n').find((text) => text.includes('Error')) ?? said;
  return { why: 'other', detail: line.trim().slice(0, 200) };
}

/** What has come so far, in bytes; files may go while they are counted. */
function bytesBelow(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  } catch {
    return 0;
  }
}

function unpacking(packageFolder: string): boolean {
  try {
    return Date.now() - statSync(join(packageFolder, 'dist')).mtimeMs < 60_000;
  } catch {
    return false;
  }
}
