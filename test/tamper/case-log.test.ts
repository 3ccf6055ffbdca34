import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeChildren } from '../../electron/casefile/children.ts';
import { newSha256 } from '../../electron/casefile/node-sha256.ts';
import { objectFile } from '../../electron/casefile/objects.ts';
import { openCase, openCaseToRead } from '../../electron/casefile/open-case.ts';
import { repairCase } from '../../electron/casefile/repair-case.ts';
import { stampCase } from '../../electron/seal/stamp-case.ts';
import { verifyCaseInTime } from '../../electron/verify/verify-case.ts';
import { canonicalBytes } from '../../shared/canonical-json.ts';
import { leafHash, noPrevious, type Entry } from '../../shared/custody/entry.ts';
import { sha256Of, type Sha256 } from '../../shared/digest.ts';
import { context, freshCase, someCapture } from '../fixtures/case-room.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { startAuthority, type Authority } from '../fixtures/pki/authority.ts';

const spawnChild = nodeChildren((entry) => resolve(import.meta.dirname, '../../electron', `${entry}.ts`));

let authority: Authority;
let stamped: string;
let head: Readonly<{ seq: number; hash: Sha256 }>;
beforeAll(async () => {
  authority = await startAuthority();
  const kase = freshCase();
  const now = new Date().toISOString();
  for (const text of ['甲', '乙']) kase.addItem({ ...someCapture(kase, text), startedAt: now, endedAt: now });
  await stamp(kase);
  kase.addItem({ ...someCapture(kase, '盖章之后'), startedAt: now, endedAt: now });
  head = kase.head();
  stamped = kase.folder;
  kase.close();
});
afterAll(() => authority.close());

const stamp = (kase: Parameters<typeof stampCase>[0]) =>
  stampCase(
    kase,
    [{ url: authority.url, policy: null }],
    {
      fetch: globalThis.fetch,
      random: randomBytes,
      anchors: [authority.root.certificate],
      signal: new AbortController().signal,
      pauses: [],
    },
    Date.now(),
  );

/** The stamped case in a place of its own. */
function copy(): string {
  const to = join(freshFolder(), 'case.fascicle');
  cpSync(stamped, to, { recursive: true });
  return to;
}

async function verdictOn(folder: string, seen: typeof head | null = null) {
  const anchors = [authority.root.certificate];
  const { verdict, timeProven, checks } = await verifyCaseInTime(folder, 'en', {
    anchors,
    seen: () => seen,
    spawnChild,
  });
  return { verdict, timeProven, said: checks.map(({ detail }) => detail).join('\n') };
}

/** What an insider with the program's own code does: writes another log, links it anew, and makes the database of it. */
function rewrite(folder: string, change: (entries: readonly Entry[]) => readonly Entry[]): void {
  const kase = openCaseToRead(folder);
  const old = kase.entries();
  kase.close();
  const fileOf = (entry: Entry) => objectFile(folder, sha256Of(newSha256, canonicalBytes(entry)));
  for (const entry of old) rmSync(fileOf(entry), { force: true });
  let prev = noPrevious;
  for (const [seq, entry] of change(old).entries()) {
    const linked = { ...entry, seq, prev };
    prev = leafHash(linked, newSha256);
    mkdirSync(dirname(fileOf(linked)), { recursive: true });
    writeFileSync(fileOf(linked), canonicalBytes(linked));
  }
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `case.db${end}`), { force: true });
  repairCase(folder);
  writeFileSync(join(folder, 'tmp', 'x'), ''); // so that opening it clears away what nothing refers to any more
  openCase(folder, context).close();
}

/** Changes rows behind the program's back, and puts its rules back as they were. */
function meddle(folder: string, sql: string): void {
  const db = new Sqlite(join(folder, 'case.db'));
  const rules = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of rules) db.exec(`DROP TRIGGER ${name}`);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  for (const rule of rules) db.exec(rule.sql);
  db.close();
}

describe('a custody log that was tampered with', () => {
  test('is PASSED before', async () => {
    expect(await verdictOn(stamped, head)).toMatchObject({ verdict: 'PASSED', timeProven: 'proven' });
  });

  test.each([
    ['deleted', `DELETE FROM item WHERE seq = 2; DELETE FROM entry WHERE seq = 2`],
    [
      'put in another order',
      `UPDATE entry SET seq = 99 WHERE seq = 1; UPDATE entry SET seq = 1 WHERE seq = 2; UPDATE entry SET seq = 2 WHERE seq = 99`,
    ],
    ['edited', `UPDATE entry SET body = replace(body, '"wall":"2', '"wall":"1') WHERE seq = 2`],
    ['inserted', `INSERT INTO entry SELECT 6, substr(hash, 2) || 'a', object, body FROM entry WHERE seq = 2`],
  ])('an entry %s: the chain breaks', async (_what, sql) => {
    const folder = copy();
    meddle(folder, sql);
    const { verdict, said } = await verdictOn(folder);
    expect(verdict).toBe('FAILED');
    expect(said).toMatch(/does not continue the one before it|cannot be read|differs from its stored file/);
  });

  test('rewritten and linked anew from an entry on, the local chain holds, and the stamp shows it', async () => {
    const folder = copy();
    rewrite(folder, (entries) =>
      entries.map((entry, seq) => (seq === 1 ? { ...entry, actor: { ...entry.actor, person: '别人' } } : entry)),
    );
    const { verdict, said } = await verdictOn(folder);
    expect(verdict).toBe('FAILED');
    expect(said).toMatch(/the first \d+ entries are not those which were stamped/);
  });

  test('cut off behind the last stamp: no local means sees it, the unanchored tail was said before, the head seen shows it', async () => {
    expect((await verdictOn(stamped)).said).toMatch(/the last 1 entries have no third party’s time stamp yet/);
    const folder = copy();
    rewrite(folder, (entries) => entries.slice(0, -1));
    expect(await verdictOn(folder)).toMatchObject({ verdict: 'PASSED', timeProven: 'proven' });
    const { verdict, said } = await verdictOn(folder, head);
    expect(verdict).toBe('FAILED');
    expect(said).toMatch(/this computer has seen entry/);
  });

  test('made anew as a whole and stamped today: PASSED, with the seal lag and what that does not prove', async () => {
    const kase = freshCase();
    kase.addItem(someCapture(kase, '倒签的一项')); // says 2019
    await stamp(kase);
    kase.close();
    const { verdict, said } = await verdictOn(kase.folder);
    expect(verdict).toBe('PASSED');
    expect(said).toMatch(/1 items were sealed by a third party more than 10 minutes after capture/);
    expect(said).toMatch(/It proves neither when they were captured nor that the pages are true/);
  });

  test('a link or a pipe in the folder, or a file that nothing accounts for', async () => {
    const folder = copy();
    symlinkSync('/etc/hosts', join(folder, 'bundles', 'link.pdf'));
    spawnSync('mkfifo', [join(folder, 'objects', 'pipe')]);
    writeFileSync(join(folder, 'notes.txt'), 'x');
    const { verdict, said } = await verdictOn(folder);
    expect(verdict).toBe('FAILED');
    for (const name of ['bundles/link.pdf', 'objects/pipe', 'notes.txt']) expect(said).toContain(name);
  });
});
