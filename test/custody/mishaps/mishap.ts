import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { openDesk } from '../../fixtures/custody-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { bundleCopyOf, copyOf, saidOf, type MishapRoom, type MishapSaid } from './mishap-room.ts';

/**
 * What must be found. *unaltered*: it is said so, with a note where there is something to say. *not-told*: it cannot be
 * told here. *clock*: wrong in time, and unaltered. *refused*: not read, and nothing said of what it holds.
 */
export type MustBe = 'unaltered' | 'not-told' | 'clock' | 'refused';

/** One thing that happens to honest people. */
export type Mishap = Readonly<{
  of: 'package' | 'zip' | 'bundle' | 'proof' | 'case';
  name: string;
  wants: MustBe;
  /** Words that must be said: what happened. */
  says: RegExp | null;
  /** The program that does it. */
  needs: string | null;
  /** Makes it happen, and verifies. */
  run(made: MishapRoom): Promise<MishapSaid>;
}>;

/** How a mishap is said in a list: its name, what must be found, and, where that must be said, in which words. */
export const mishapsOf =
  (of: Mishap['of'], needs: string | null = null) =>
  (name: string, wants: MustBe, run: Mishap['run'], says: RegExp | null = null): Mishap => ({
    ...{ of, name, wants, says, needs, run },
  });

const root = process.getuid?.() === 0;
/** As a user who may not write, nor read what belongs to others. */
export async function asAnother(work: () => Promise<MishapSaid>): Promise<MishapSaid> {
  if (root) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (root) process.seteuid?.(0);
  }
}
/** Lets everybody read what lies in the folder around. */
export const openToAll = (path: string) => void execFileSync('chmod', ['-R', 'a+rX', dirname(path)]);

const plainly = { item: null, since: null, passphrase: null, acceptHistory: null } as const;
export const verify = (made: MishapRoom, path: string, desk = openDesk()) =>
  saidOf(desk.call('verify.run', { path, anchors: [made.room.authority.anchorFile], ...plainly }));

/** What verifies is taken over as well, and the case that it becomes verifies. */
async function verifyAndReceive(made: MishapRoom, path: string): Promise<MishapSaid> {
  const said = await verify(made, path);
  const isPutBack = said.words.includes('put back, its SHA-256 is the listed one');
  if (said.content !== 'yes' && !isPutBack) return said;
  const folder = join(freshFolder(), 'received.fascicle');
  const into = { kind: 'new', folder, title: null, operator: null } as const;
  const anchors = [made.room.authority.anchorFile];
  await openDesk().call('package.receive', { package: path, into, anchors, passphrase: null });
  const received = await verify(made, folder);
  return received.verdict === 'PASSED' ? said : received;
}

/** Where it lies afterwards: what a change says, where it says a path. */
const pathOr = (said: unknown, path: string) => (typeof said === 'string' ? said : path);

/** Both packages, one after the other: the worse of what was said. */
export const packages =
  (change: (folder: string) => unknown): Mishap['run'] =>
  async (made) => {
    const said: MishapSaid[] = [];
    for (const from of [made.sealed, made.whole]) {
      const folder = copyOf(from);
      said.push(await verifyAndReceive(made, pathOr(change(folder), folder)));
    }
    const worst = said.find(({ content }) => content === 'no') ?? said.find(({ verdict }) => verdict !== 'PASSED');
    const [first] = said;
    if (!first) throw new Error('no package');
    return worst ?? first;
  };

/** The whole package in a folder, from which another program makes a ZIP at the given path. */
export const zips =
  (change: (folder: string, to: string) => void): Mishap['run'] =>
  (made) => {
    const to = join(freshFolder(), 'again.zip');
    change(copyOf(made.whole, '移交包 (副本)'), to);
    return verifyAndReceive(made, to);
  };

export const bundles =
  (change: (files: ReturnType<typeof bundleCopyOf>) => unknown): Mishap['run'] =>
  (made) => {
    const files = bundleCopyOf(made.bundle);
    return verify(made, pathOr(change(files), files.pdf));
  };

/** Any one file or folder, copied. */
export const copies =
  (from: (made: MishapRoom) => string, change: (copy: string) => unknown, name?: string): Mishap['run'] =>
  (made) => {
    const copy = copyOf(from(made), name);
    return verify(made, pathOr(change(copy), copy));
  };

export const crlf = (text: string) => text.replace(/\r?\n/g, '\r\n');
export const bom = (text: string) => `\xef\xbb\xbf${text}`;
export const asUtf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
