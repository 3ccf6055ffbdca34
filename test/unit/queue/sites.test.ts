import Sqlite from 'better-sqlite3';
import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openSites, type Sites } from '../../../electron/capture/queue/sites.ts';
import type { VisitorOrder } from '../../fixtures/children/site-visitor.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const entry = resolve(import.meta.dirname, '../../fixtures/children/site-visitor.ts');
const page = 'https://a.example/1';
const second = 1_000;

type Answer = Readonly<{ done: boolean; told: readonly string[] }>;
type Visitor = Readonly<{ child: ChildProcess; tell(order: VisitorOrder): Promise<Answer> }>;

const children: ChildProcess[] = [];
const opened: Sites[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const sites of opened.splice(0)) sites.close();
});

/** A process of its own that captures, as a command or a window would. */
async function visitor(folder: string): Promise<Visitor> {
  const child = fork(entry, [folder], { execArgv: [] });
  children.push(child);
  await new Promise((ready) => child.once('message', ready));
  const tell = (order: VisitorOrder) =>
    new Promise<Answer>((answered) => {
      child.once('message', (answer) => answered(answer as Answer));
      child.send(order);
    });
  return { child, tell };
}

const killed = (child: ChildProcess) =>
  new Promise<void>((done) => {
    child.once('close', () => done());
    child.kill('SIGKILL');
  });

/** A run of this process, with a clock that the test sets. */
function run(folder: string, clock: { now: number }, told: string[] = []): Sites {
  const sites = openSites(
    folder,
    { onAlone: (why) => told.push(`alone ${why}`), onShared: (site) => told.push(`shared ${site}`) },
    () => clock.now,
  );
  opened.push(sites);
  return sites;
}

describe('processes that capture from one site', () => {
  test('are two pages at once together, a second apart, whoever begins them', async () => {
    const folder = freshFolder();
    const [a, b, c] = [await visitor(folder), await visitor(folder), await visitor(folder)];
    const begin = async ({ tell }: Visitor, now: number, url = page) => (await tell({ do: 'begin', url, now })).done;
    expect(await begin(a, 0)).toBe(true);
    expect(await begin(b, 999)).toBe(false); // within a second of the other's
    expect(await begin(b, 999, 'https://b.example/')).toBe(true); // another site is none of it
    expect(await begin(b, 1_000)).toBe(true);
    expect(await begin(c, 9_000)).toBe(false); // two are at work
    expect(
      (await a.tell({ do: 'end', url: page, now: 9_000, answer: { status: 200, retryAfter: null } })).told,
    ).toEqual([]);
    expect((await c.tell({ do: 'begin', url: page, now: 9_000 })).done).toBe(true);
    expect((await c.tell({ do: 'close' })).told).toEqual(['shared a.example']); // told once
  });

  test('leave it alone together when it asks one of them to, for as long as it asked', async () => {
    const folder = freshFolder();
    const [a, b] = [await visitor(folder), await visitor(folder)];
    expect((await a.tell({ do: 'begin', url: page, now: 0 })).done).toBe(true);
    await a.tell({ do: 'end', url: page, now: 4 * second, answer: { status: 429, retryAfter: 30 } });
    await killed(a.child); // the pause is the site’s, not the run’s
    expect((await b.tell({ do: 'begin', url: page, now: 34 * second - 1 })).done).toBe(false);
    expect((await b.tell({ do: 'begin', url: page, now: 34 * second })).done).toBe(true);
  });

  test('take the slots of one that was killed, and nothing of it is left', async () => {
    const folder = freshFolder();
    const [a, b] = [await visitor(folder), await visitor(folder)];
    await a.tell({ do: 'begin', url: page, now: 0 });
    await a.tell({ do: 'begin', url: 'https://a.example/2', now: second });
    expect((await b.tell({ do: 'begin', url: page, now: 9 * second })).done).toBe(false);
    await killed(a.child);
    expect((await b.tell({ do: 'begin', url: page, now: 9 * second })).done).toBe(true);
    await b.tell({ do: 'close' });
    await visitor(folder).then(({ tell }) => tell({ do: 'close' }));
    expect(readdirSync(folder).filter((name) => name.endsWith('.run'))).toEqual([]);
  });
});

describe('runs that take turns', () => {
  test('come in the order in which they asked: a long queue does not keep a short one waiting', () => {
    const [folder, clock] = [freshFolder(), { now: 0 }];
    const [long, short] = [run(folder, clock), run(folder, clock)];
    const first = long.begin(page);
    clock.now = 1_000;
    long.begin('https://a.example/2');
    clock.now = 5_000;
    expect(short.begin(page)).toBeNull();
    clock.now = 5_100;
    first?.end({ status: 200, retryAfter: null });
    expect(long.begin('https://a.example/3')).toBeNull(); // it is the other’s turn
    expect(short.begin(page)).not.toBeNull();
  });

  test('one that asks no more loses its turn', () => {
    const [folder, clock] = [freshFolder(), { now: 0 }];
    const [long, gone] = [run(folder, clock), run(folder, clock)];
    const first = long.begin(page);
    expect(gone.begin(page)).toBeNull();
    first?.end(null);
    clock.now = 1_900;
    expect(long.begin(page)).toBeNull();
    clock.now = 2_100;
    expect(long.begin(page)).not.toBeNull();
  });

  test('a run that ends gives back what it holds', () => {
    const [folder, clock] = [freshFolder(), { now: 0 }];
    const [one, other] = [run(folder, clock), run(folder, clock)];
    one.begin(page);
    clock.now = 1_000;
    one.begin(page);
    clock.now = 2_000;
    expect(other.begin(page)).toBeNull();
    one.close();
    expect(other.begin(page)).not.toBeNull();
  });
});

describe('what lies in the folder', () => {
  const foreign = (fill: (db: Sqlite.Database) => void) => {
    const folder = freshFolder();
    run(folder, { now: 0 }).close();
    const db = new Sqlite(join(folder, 'sites-1.db'));
    fill(db);
    db.close();
    return folder;
  };

  test('times of before a restart, or of a clock that was set, hold nobody up', () => {
    const [folder, clock] = [freshFolder(), { now: 10_000_000 }];
    const before = run(folder, clock);
    const visit = before.begin(page);
    clock.now += 1_000;
    before.begin(page);
    visit?.end({ status: 503, retryAfter: 60 });
    clock.now = 50; // the computer was started again; what holds the other slot says that it lives
    const after = run(folder, clock);
    expect(after.begin(page)).not.toBeNull();
    clock.now = 1_050;
    expect(after.begin(page)).not.toBeNull(); // a page that began in the future is none
  });

  test('slots and turns of runs that never were hold nobody up, whatever they are called', () => {
    const folder = foreign((db) => {
      const site = '1'.repeat(64);
      db.exec(`UPDATE site SET free = 9223372036854775807`);
      for (const name of ['../../etc/passwd', '0'.repeat(36), '', 'x'.repeat(100_000)])
        db.prepare('INSERT INTO slot VALUES (?, ?, ?, 0)').run(`s${name.length}`, site, name);
    });
    const db = new Sqlite(join(folder, 'sites-1.db'));
    const clock = { now: 10 };
    const sites = run(folder, clock);
    sites.begin(page)?.end(null);
    const { site } = db.prepare('SELECT site FROM site').get() as { site: string };
    db.prepare('UPDATE slot SET site = ?').run(site);
    db.prepare('UPDATE site SET free = 9223372036854775807').run();
    db.prepare('INSERT INTO turn VALUES (?, ?, 0, 1200)').run(site, '../outside');
    db.close();
    clock.now = 1_200;
    expect(sites.begin(page)).not.toBeNull();
  });

  test.each([
    ['no database', (file: string) => writeFileSync(file, 'x'.repeat(9_000)), /SQLITE_NOTADB/],
    ['a folder', (file: string) => mkdirSync(file), /regular/],
    ['a pipe', (file: string) => spawnSync('mkfifo', [file]), /regular/],
    [
      'another database',
      (file: string) => new Sqlite(file).exec('CREATE TABLE slot (slot TEXT, site TEXT, run TEXT, since TEXT)').close(),
      /SQLITE_ERROR/,
    ],
    [
      'a trigger in ours',
      (file: string) => {
        run(join(file, '..'), { now: 0 }).close();
        new Sqlite(file).exec('CREATE TRIGGER t AFTER INSERT ON slot BEGIN DELETE FROM slot; END').close();
      },
      /SQLITE_ERROR/,
    ],
  ])('%s there: it is said, and the run goes on by its own rule', (_what, put, why) => {
    const folder = freshFolder();
    put(join(folder, 'sites-1.db'));
    const [clock, told]: [{ now: number }, string[]] = [{ now: 0 }, []];
    const sites = run(folder, clock, told);
    expect(told).toEqual([expect.stringMatching(why)]);
    expect([sites.begin(page) !== null, sites.begin(page)]).toEqual([true, null]);
    clock.now = 1_000;
    expect(sites.begin(page)).not.toBeNull();
    expect(told.length).toBe(1);
  });

  test('somebody who keeps the file to himself does so for five seconds; pages at work stay counted', () => {
    const folder = freshFolder();
    const [clock, told]: [{ now: number }, string[]] = [{ now: 0 }, []];
    const sites = run(folder, clock, told);
    expect(sites.begin(page)).not.toBeNull();
    const db = new Sqlite(join(folder, 'sites-1.db'));
    db.exec('BEGIN IMMEDIATE');
    clock.now = 1_000;
    expect(sites.begin(page)).toBeNull();
    clock.now = 6_001;
    expect(sites.begin(page)).not.toBeNull();
    expect(told).toEqual([expect.stringMatching(/^alone .*SQLITE_BUSY/)]);
    clock.now = 60_000;
    expect(sites.begin(page)).toBeNull(); // two are at work, as before
    db.exec('ROLLBACK');
    db.close();
  });

  test('what was given back while the file was kept is not lost', () => {
    const folder = freshFolder();
    const clock = { now: 0 };
    const [sites, other] = [run(folder, clock), run(folder, clock)];
    const visit = sites.begin(page);
    const db = new Sqlite(join(folder, 'sites-1.db'));
    db.exec('BEGIN IMMEDIATE');
    visit?.end({ status: 429, retryAfter: 20 });
    db.exec('ROLLBACK');
    db.close();
    clock.now = 1_000;
    sites.begin('https://b.example/');
    expect(other.begin(page)).toBeNull();
    clock.now = 20_000;
    expect(other.begin(page)).not.toBeNull();
  });

  test.skipIf(process.platform === 'win32')('a folder that cannot be written: it is said, and the run goes on', () => {
    const parent = freshFolder();
    // Root writes everywhere: a file where the folder should be stops it too.
    if (process.getuid?.() === 0) writeFileSync(join(parent, 'sites'), '');
    else chmodSync(parent, 0o500);
    const told: string[] = [];
    const sites = run(join(parent, 'sites'), { now: 0 }, told);
    expect(told).toEqual([expect.stringMatching(/^alone cause:/)]);
    expect(sites.begin(page)).not.toBeNull();
    chmodSync(parent, 0o700);
  });
});
