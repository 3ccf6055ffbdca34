import { realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { BundleRow, EvidenceRow } from '../../../shared/window/rows.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { openCaseToRead } from '../../casefile/open-case.ts';
import { databaseState } from '../../casefile/database/snapshot.ts';
import { sealLag } from '../../seal/time/stamp-case.ts';
import type { Services } from '../services.ts';
import { builtBundles } from '../bundle/built-bundles.ts';
import { CaseIndex, caseKey } from './case-index.ts';
import { rowOf } from './rows-of.ts';
import { Thumbnails } from './thumbnails.ts';

/** How long the search index may hold up everything else at one time, and how long after opening it begins: the list comes first. */
const slice = 12;
const pauseBeforeTexts = 1_500;

/** A case that the window has open: read from a copy that is renewed when the case changes, with its index. */
class OpenCase {
  readonly folder: string;
  readonly key: string;
  readonly index: CaseIndex;
  readonly #services: Services;
  #copy: { caseFile: ReadableCase; state: string } | null = null;
  #triage: { state: string; rows: readonly EvidenceRow[] } | null = null;
  #bundles: { state: string; built: readonly BundleRow[] } | null = null;
  #seal: { state: string; lag: ReturnType<typeof sealLag> } | null = null;
  #reading: Promise<void> | null = null;
  #beginTexts: () => void = () => undefined;

  /** @throws {FascicleError} as `openCaseToRead`; then nothing is left in the cache */
  constructor(folder: string, services: Services) {
    this.folder = folder;
    this.key = caseKey(folder);
    this.#services = services;
    this.#copyOf(databaseState(folder));
    this.index = new CaseIndex(join(services.cacheFolder, 'index', `${this.key}.db`));
  }

  /** The case as it is now. Use it before the next `await`: it may be renewed then. */
  read(): ReadableCase {
    const writer = this.#services.writers.current(this.folder);
    const state = databaseState(this.folder);
    const caseFile = writer ?? this.#copyOf(state);
    this.index.update(caseFile, state);
    this.#readTexts();
    return caseFile;
  }

  rows(): readonly EvidenceRow[] {
    const caseFile = this.read();
    const state = databaseState(this.folder);
    if (this.#triage?.state !== state) {
      const triage = caseFile.triage();
      this.#triage = { state, rows: [...this.index.rows.values()].map((row) => rowOf(row, triage.get(row.item))) };
    }
    return this.#triage.rows;
  }

  /** Every bundle that was built. */
  bundles(): readonly BundleRow[] {
    const caseFile = this.read();
    const state = databaseState(this.folder);
    if (this.#bundles?.state !== state) this.#bundles = { state, built: builtBundles(caseFile) };
    return this.#bundles.built;
  }

  /** How far the log is ahead of its time stamps. */
  sealLag(): ReturnType<typeof sealLag> {
    const caseFile = this.read();
    const state = databaseState(this.folder);
    if (this.#seal?.state !== state) this.#seal = { state, lag: sealLag(caseFile) };
    return this.#seal.lag;
  }

  /** Done when the search index has everything, or after so many milliseconds. */
  async textsRead(milliseconds: number): Promise<void> {
    this.read();
    this.#beginTexts();
    await Promise.race([this.#reading, new Promise((done) => setTimeout(done, milliseconds))]);
  }

  close(): void {
    this.#copy?.caseFile.close();
    this.index.close();
  }

  #copyOf(state: string): ReadableCase {
    if (this.#copy?.state === state) return this.#copy.caseFile;
    const fresh = openCaseToRead(this.folder);
    this.#copy?.caseFile.close();
    this.#copy = { caseFile: fresh, state };
    return fresh;
  }

  /** In small pieces and not at once, so that nothing waits for it. */
  #readTexts(): void {
    this.#reading ??= (async () => {
      try {
        await new Promise<void>((begin) => {
          this.#beginTexts = begin;
          setTimeout(begin, pauseBeforeTexts).unref();
        });
        while (this.index.readTexts(this.folder, slice)) await new Promise((next) => setImmediate(next));
      } finally {
        this.#reading = null;
      }
    })();
  }
}

/** The cases that the window has open, by folder and by the key that their addresses have. */
export class OpenCases {
  readonly #services: Services;
  readonly #open = new Map<string, OpenCase>();
  readonly thumbnails: Thumbnails;

  constructor(services: Services) {
    this.#services = services;
    this.thumbnails = new Thumbnails(join(services.cacheFolder, 'thumbnails'), services.spawnChild);
  }

  /** @throws {FascicleError} as `openCaseToRead` */
  of(folder: string): OpenCase {
    const key = caseKey(resolve(folder));
    const known = this.#open.get(key);
    if (known) return known;
    const opened = new OpenCase(resolve(folder), this.#services);
    this.#open.set(key, opened);
    return opened;
  }

  /** Whether a file lies among the bundles of an open case, links followed. */
  mayLeave(path: string): boolean {
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
    const real = realpathSync(path);
    return [...this.#open.values()].some(({ folder }) => real.startsWith(join(realpathSync(folder), 'bundles') + sep));
  }

  /** Reads a case at once, from the copy that the window has of it where it is open. @throws {FascicleError} as `openCaseToRead` */
  reading<T>(folder: string, work: (caseFile: ReadableCase) => T): T {
    const known = this.#open.get(caseKey(resolve(folder)));
    if (known) return work(known.read());
    const caseFile = openCaseToRead(folder);
    try {
      return work(caseFile);
    } finally {
      caseFile.close();
    }
  }

  /** @throws {FascicleError} `not-a-case` */
  byKey(key: string): OpenCase {
    const found = this.#open.get(key);
    if (!found) throw new FascicleError('not-a-case', { path: key, why: because('case-not-open') });
    return found;
  }
}
