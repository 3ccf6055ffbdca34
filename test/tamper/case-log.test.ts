import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spawnChild } from '../fixtures/runner/spawn-child.ts';
import { newSha256 } from '../../electron/casefile/files/node-sha256.ts';
import { objectFile } from '../../electron/casefile/objects.ts';
import { openCase, openCaseToRead } from '../../electron/casefile/open-case.ts';
import { repairCase } from '../../electron/casefile/upkeep/repair-case.ts';
import { stampCase } from '../../electron/seal/time/stamp-case.ts';
import { examineInTime, verifyCaseInTime } from '../../electron/verify/verify-case.ts';
import { canonicalBytes } from '../../shared/canonical-json.ts';
import { leafHash, noPrevious, type Entry } from '../../shared/custody/entry.ts';
import { sha256Of, type Sha256 } from '../../shared/digest.ts';
import { context, freshCase, someCapture } from '../fixtures/case-room.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { startAuthority, type Authority } from '../fixtures/pki/authority.ts';

let authority: Authority;
let stamped: string;
let head: Readonly<{ seq: number; hash: Sha256 }>;
beforeAll(async () => {
  authority = await startAuthority();
  const caseFile = freshCase();
  const now = new Date().toISOString();
  for (const text of ['甲', '乙']) caseFile.addItem({ ...someCapture(caseFile, text), startedAt: now, endedAt: now });
  await stamp(caseFile);
  caseFile.addItem({ ...someCapture(caseFile, '盖章之后'), startedAt: now, endedAt: now });
  head = caseFile.head();
  stamped = caseFile.folder;
  caseFile.close();
});
afterAll(() => authority.close());

const stamp = (caseFile: Parameters<typeof stampCase>[0]) =>
  stampCase(
    caseFile,
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

/** The codes of all that makes it FAILED, with the entry or file that each speaks of. */
const faultsOf = (folder: string, seen: typeof head | null = null) => codesOf(folder, 'failed', seen);

async function codesOf(folder: string, of: 'failed' | 'note', seen: typeof head | null = null): Promise<string[]> {
  const { content, time } = await examineInTime(folder, { anchors: [authority.root.certificate], seen: () => seen });
  return [...content, ...time.checks]
    .flatMap(({ findings }) => findings)
    .filter(({ rank }) => rank === of)
    .map(
      ({ code, params }) =>
        `${code} ${String(params['seq'] ?? params['path'] ?? params['size'] ?? params['seen'] ?? params['count'])}`,
    );
}

/** What an insider with the program's own code does: writes another log, links it anew, and makes the database of it. */
function rewrite(folder: string, change: (entries: readonly Entry[]) => readonly Entry[]): void {
  const caseFile = openCaseToRead(folder);
  const old = caseFile.entries();
  caseFile.close();
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
    expect(await verdictOn(stamped, head)).toMatchObject({ verdict: 'PASSED', timeProven: 'partly' });
  });

  test.each([
    [
      'deleted',
      `DELETE FROM item WHERE seq = 2; DELETE FROM entry WHERE seq = 2`,
      'chain-broken 2',
      'chain-broken 3',
      'chain-broken 4',
    ],
    [
      'put in another order',
      `UPDATE entry SET seq = 99 WHERE seq = 1; UPDATE entry SET seq = 1 WHERE seq = 2; UPDATE entry SET seq = 2 WHERE seq = 99`,
      'chain-broken 1',
      'chain-broken 2',
      'chain-broken 3',
    ],
    ['edited', `UPDATE entry SET body = replace(body, '"wall":"2', '"wall":"1') WHERE seq = 2`, 'chain-broken 3'],
    [
      'inserted',
      `INSERT INTO entry SELECT 6, substr(hash, 2) || 'a', object, body FROM entry WHERE seq = 2`,
      'chain-broken 6',
    ],
  ] as const)('an entry %s: the chain breaks', async (_what, sql, ...broken) => {
    const folder = copy();
    meddle(folder, sql);
    expect((await verdictOn(folder)).verdict).toBe('FAILED');
    expect((await faultsOf(folder)).filter((one) => one.startsWith('chain-broken'))).toEqual(broken);
  });

  test('rewritten and linked anew from an entry on, the local chain holds, and the stamp shows it', async () => {
    const folder = copy();
    rewrite(folder, (entries) =>
      entries.map((entry, seq) => (seq === 1 ? { ...entry, actor: { ...entry.actor, person: '别人' } } : entry)),
    );
    expect((await verdictOn(folder)).verdict).toBe('FAILED');
    expect(await faultsOf(folder)).toEqual([`checkpoint-differs ${head.seq - 2}`]);
  });

  test('rewritten and linked anew behind the last stamp, as long as it was: the head seen shows it', async () => {
    const folder = copy();
    rewrite(folder, (entries) =>
      entries.map((entry) =>
        entry.seq === head.seq ? { ...entry, actor: { ...entry.actor, person: '别人' } } : entry,
      ),
    );
    expect((await verdictOn(folder)).verdict).toBe('PASSED');
    expect((await verdictOn(folder, head)).verdict).toBe('FAILED');
    expect(await faultsOf(folder, head)).toEqual([`head-differs ${head.seq}`]);
  });

  test('cut off behind the last stamp: no local means sees it, the unanchored tail was said before, the head seen shows it', async () => {
    expect(await codesOf(stamped, 'note')).toContain('tail-unanchored 1');
    const folder = copy();
    rewrite(folder, (entries) => entries.slice(0, -1));
    expect(await verdictOn(folder)).toMatchObject({ verdict: 'PASSED', timeProven: 'proven' });
    expect((await verdictOn(folder, head)).verdict).toBe('FAILED');
    expect(await faultsOf(folder, head)).toEqual([`head-behind ${head.seq - 1}`]);
  });

  test('made anew as a whole and stamped today: PASSED, with the seal lag and what that does not prove', async () => {
    const caseFile = freshCase();
    caseFile.addItem(someCapture(caseFile, '倒签的一项')); // says 2019
    await stamp(caseFile);
    caseFile.close();
    expect((await verdictOn(caseFile.folder)).verdict).toBe('PASSED');
    // What `stamp-proven` does not prove is said in its own words.
    expect(await codesOf(caseFile.folder, 'note')).toEqual(expect.arrayContaining(['stamp-proven 2', 'seal-lag 1']));
  });

  test('a link or a pipe in the folder, or a file that nothing accounts for', async () => {
    const folder = copy();
    symlinkSync('/etc/hosts', join(folder, 'bundles', 'link.pdf'));
    spawnSync('mkfifo', [join(folder, 'objects', 'pipe')]);
    writeFileSync(join(folder, 'notes.txt'), 'x');
    expect((await verdictOn(folder)).verdict).toBe('FAILED');
    expect((await faultsOf(folder)).toSorted()).toEqual([
      'not-regular bundles/link.pdf',
      'not-regular objects/pipe',
      'unknown-file notes.txt',
    ]);
  });
});
