import Sqlite from 'better-sqlite3';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { because } from '../../../shared/cause.ts';
import { holdFile } from '../../casefile/database/lock.ts';
import { remove } from '../../casefile/files/durable.ts';
import { refuseOthers } from '../../casefile/files/regular-file.ts';
import { between, longestPause, mostAtOnce, pauseAfter, siteOf, type SiteAnswer } from './politeness.ts';

/** `slot`: a page at work. `turn`: a run that waits for a site, so that none overtakes it. `site`: from when it may be asked again. */
const tables = [
  `CREATE TABLE site (site TEXT PRIMARY KEY, free INTEGER NOT NULL) STRICT`,
  `CREATE TABLE slot (slot TEXT PRIMARY KEY, site TEXT NOT NULL, run TEXT NOT NULL, since INTEGER NOT NULL) STRICT`,
  `CREATE TABLE turn (site TEXT NOT NULL, run TEXT NOT NULL, since INTEGER NOT NULL, seen INTEGER NOT NULL, PRIMARY KEY (site, run)) STRICT`,
];
/** The number goes up with the tables: programs of two versions then do not see each other, and neither fails. */
const database = 'sites-1.db';
const runFile = /^([0-9a-f-]{36})\.run$/;

/** A page that is at work for longer, in ms, is no longer counted, whoever says that it is. */
const longestPage = 2 * 60 * 60 * 1000;
/** A run that has not asked for so long, in ms, has other things to do: its turn is over. */
const turnLasts = 2_000;
/** How long to wait for another process's transaction, in ms: each is over in a moment. */
const patience = { atFirst: 2_000, later: 100 } as const;
/** Who keeps the file to himself for so long, in ms, is none of ours. */
const longestBusy = 5_000;

export type SlotTaken = Readonly<{ slot: string }> | Readonly<{ not: 'shared' | 'pause' }>;

/**
 * The slots of every site for all runs of this computer's user, in a folder that they share. Whether a run is alive is
 * told by a file that it holds: the operating system lets go of it when the process dies, however it dies, and the slots of a
 * dead run count no more. Sites are kept as hashes, for as long as they are of use.
 *
 * Times are milliseconds of the computer's monotonic clock, which all processes share and nobody sets. After a restart
 * it begins again: a time that no run can have written is passed over.
 */
export class SiteSlots {
  readonly #folder: string;
  readonly #now: () => number;
  readonly #db: Sqlite.Database;
  readonly #run = randomUUID();
  readonly #release: () => void;
  /** Given back while another process had the file: written at the next chance. */
  #givenBack: Readonly<{ slot: string; site: string; free: number }>[] = [];
  #busySince: number | null = null;

  /** @throws where the folder cannot be written, or the file in it is none of ours */
  constructor(folder: string, now: () => number) {
    this.#folder = folder;
    this.#now = now;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, database);
    refuseOthers([file, `${file}-wal`, `${file}-shm`, `${file}-journal`]);
    this.#db = new Sqlite(file, { timeout: patience.atFirst });
    try {
      this.#db.pragma('journal_mode = WAL');
      this.#db.pragma('synchronous = NORMAL');
      // Within the transaction: no other run then takes the file that this one just made for one that was left over.
      this.#release = this.#write(() => {
        makeTables(this.#db);
        this.#clearLeftovers();
        const release = holdFile(this.#fileOf(this.#run));
        if (!release) throw new Error(because('SQLITE_ERROR'));
        return release;
      });
      this.#db.pragma(`busy_timeout = ${patience.later}`);
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  /**
   * A slot at the site of an address; or why there is none now: other runs are there, or nobody is and it is left alone.
   * @throws where the file fails
   */
  take(url: string): SlotTaken {
    const site = keyOf(url);
    const taken = this.#unlessBusy((): SlotTaken => {
      const now = this.#now();
      this.#settle(now);
      this.#forgetDead(site);
      if (this.#mayBegin(site, now)) return { slot: this.#begin(site, now) };
      this.#wait(site, now);
      return { not: this.#count('slot', site) + this.#count('turn', site) > 0 ? 'shared' : 'pause' };
    });
    return taken ?? { not: 'pause' };
  }

  /** Gives a slot back, with what the site answered. @throws where the file fails */
  giveBack(slot: string, url: string, answer: SiteAnswer | null): void {
    this.#givenBack.push({ slot, site: keyOf(url), free: this.#now() + pauseAfter(answer) });
    this.#unlessBusy(() => {
      this.#settle(this.#now());
      return null;
    });
  }

  /** The end of the run: nothing of it counts any more. */
  close(): void {
    try {
      this.#write(() => {
        this.#settle(this.#now());
        this.#forget(this.#run);
      });
    } catch {
      // Whoever asks next finds this run dead.
    }
    this.#release();
    this.#db.close();
    remove(this.#fileOf(this.#run));
  }

  #mayBegin(site: string, now: number): boolean {
    if ((this.#number('SELECT free FROM site WHERE site = ?', site) ?? now) > now) return false;
    if ((this.#number('SELECT count(*) FROM slot WHERE site = ?', site) ?? 0) >= mostAtOnce) return false;
    const own = this.#number('SELECT min(since) FROM turn WHERE site = ? AND run = ?', site, this.#run) ?? now;
    const before = this.#number(
      'SELECT count(*) FROM turn WHERE site = ? AND run <> ? AND since < ? AND seen BETWEEN ? AND ?',
      ...[site, this.#run, own, now - turnLasts, now],
    );
    return before === 0;
  }

  /** Slots or turns that other runs have at a site. */
  #count(table: 'slot' | 'turn', site: string): number {
    return this.#number(`SELECT count(*) FROM ${table} WHERE site = ? AND run <> ?`, site, this.#run) ?? 0;
  }

  #begin(site: string, now: number): string {
    const slot = randomUUID();
    this.#set('INSERT INTO slot VALUES (?, ?, ?, ?)', slot, site, this.#run, now);
    this.#set('DELETE FROM turn WHERE site = ? AND run = ?', site, this.#run);
    this.#leaveAloneUntil(site, now + between, now);
    return slot;
  }

  #wait(site: string, now: number): void {
    this.#set(
      `INSERT INTO turn VALUES (@site, @run, @now, @now) ON CONFLICT DO UPDATE
       SET seen = @now, since = iif(seen BETWEEN @now - ${turnLasts} AND @now, since, @now) WHERE seen NOT BETWEEN @now - 500 AND @now`,
      { site, run: this.#run, now },
    );
  }

  /** Writes what was given back, and drops what no longer matters. */
  #settle(now: number): void {
    this.#set('DELETE FROM site WHERE free NOT BETWEEN ? AND ?', now, now + longestPause);
    this.#set('DELETE FROM slot WHERE since NOT BETWEEN ? AND ?', now - longestPage, now);
    for (const { slot, site, free } of this.#givenBack) {
      this.#set('DELETE FROM slot WHERE slot = ?', slot);
      this.#leaveAloneUntil(site, free, now);
    }
    this.#givenBack = [];
  }

  #leaveAloneUntil(site: string, free: number, now: number): void {
    if (free <= now) return;
    this.#set('INSERT INTO site VALUES (@site, @free) ON CONFLICT DO UPDATE SET free = max(free, @free)', {
      site,
      free,
    });
  }

  /** Drops the runs that asked for this site and are dead. */
  #forgetDead(site: string): void {
    const runs = this.#db
      .prepare<[string, string], { run: string }>(
        'SELECT run FROM slot WHERE site = ? UNION SELECT run FROM turn WHERE site = ?',
      )
      .all(site, site);
    for (const { run } of runs) if (run !== this.#run && !this.#isAlive(run)) this.#forget(run);
  }

  #clearLeftovers(): void {
    for (const name of readdirSync(this.#folder)) {
      const run = runFile.exec(name)?.[1];
      if (run === undefined || this.#isAlive(run)) continue;
      this.#forget(run);
      remove(join(this.#folder, name));
    }
  }

  /** A run holds its file for as long as it lives. What is not the name of a run was written by somebody else. */
  #isAlive(run: string): boolean {
    const file = this.#fileOf(run);
    if (!runFile.test(`${run}.run`) || !existsSync(file)) return false;
    try {
      const release = holdFile(file);
      release?.();
      return release === null;
    } catch {
      return false;
    }
  }

  #forget(run: string): void {
    this.#set('DELETE FROM slot WHERE run = ?', run);
    this.#set('DELETE FROM turn WHERE run = ?', run);
  }

  #fileOf(run: string): string {
    return join(this.#folder, `${run}.run`);
  }

  /** One transaction, or null while another process has the file; for ever it has none. */
  #unlessBusy<T>(work: () => T): T | null {
    try {
      const done = this.#write(work);
      this.#busySince = null;
      return done;
    } catch (error) {
      if (!/^SQLITE_(BUSY|LOCKED)/.test(String((error as { code?: unknown }).code))) throw error;
      this.#busySince ??= this.#now();
      if (this.#now() - this.#busySince > longestBusy) throw error;
      return null;
    }
  }

  #write<T>(work: () => T): T {
    return this.#db.transaction(work).immediate();
  }

  #number(sql: string, ...values: readonly (string | number)[]): number | null {
    return (
      this.#db
        .prepare<unknown[], number | null>(sql)
        .pluck()
        .get(...values) ?? null
    );
  }

  #set(sql: string, ...values: readonly (string | number | Readonly<Record<string, string | number>>)[]): void {
    this.#db.prepare(sql).run(...values);
  }
}

/** Makes the tables in a new file. @throws where a file has others */
function makeTables(db: Sqlite.Database): void {
  const found = db
    .prepare<[], { sql: string }>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name')
    .all()
    .map(({ sql }) => sql);
  if (found.length === 0) for (const table of tables) db.exec(table);
  else if (JSON.stringify(found) !== JSON.stringify(tables)) throw new Error(because('SQLITE_ERROR'));
}

function keyOf(url: string): string {
  return createHash('sha256').update(siteOf(url)).digest('hex');
}
