import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cookie } from 'puppeteer';
import { z } from 'zod';
import { itemId } from '../../../shared/case/item-id.ts';
import {
  sessionErasedSchema,
  sessionSchema,
  type ErasureCause,
  type Session,
} from '../../../shared/case/capture/session.ts';
import type { ClockAndRandom, WritableCase } from '../../casefile/case-handles.ts';
import { isAlive } from '../../casefile/files/is-alive.ts';
import { copyStorage } from './browser-storage.ts';
import { carriedOver } from './session-cookies.ts';
import { remove, rename } from '../../casefile/files/durable.ts';

/** A session that nobody has used for so long is erased, in ms. */
const longest = 12 * 60 * 60 * 1000;

/** `inUseBy`: the process that captures in it; one that is dead has left it. */
const keptSchema = sessionSchema.extend({ inUseBy: z.int().nullable() });
type Kept = z.infer<typeof keptSchema>;
// Cookies as this program wrote them; what identifies one has to be there.
const cookiesSchema = z.array(
  z.looseObject({ name: z.string(), value: z.string(), domain: z.string(), path: z.string() }),
);
const caseIds = /^[0-9a-f]{32}$/;
const notesSchema = z.array(sessionErasedSchema);

/**
 * Login sessions, one a case at most: cookies and storage of a browser in which a person logged in. They lie in the
 * program's own state folder, which only its user may read; never in the case, never in a bundle. Each is erased when the
 * queue that it was for is done, and at the next start where a run died. A note of each erasure waits beside it until
 * the case's custody log has it.
 */
export class KeptSessions {
  readonly #root: string;
  readonly #clockAndRandom: ClockAndRandom;

  constructor(stateFolder: string, clockAndRandom: ClockAndRandom) {
    this.#root = join(stateFolder, 'sessions');
    this.#clockAndRandom = clockAndRandom;
  }

  /** The session of a case, or null. */
  of(caseId: string): Session | null {
    const kept = this.#read(caseId);
    if (!kept) return null;
    const { session, account, address, since } = kept;
    return { session, account, address, since };
  }

  cookies(caseId: string): readonly Cookie[] {
    const stored = readFileSync(join(this.#folder(caseId), 'cookies.json'), 'utf8');
    return cookiesSchema.parse(JSON.parse(stored)) as unknown as Cookie[]; // `begin` and `goOn` write puppeteer's own
  }

  /** A folder with the pages' storage, laid out like a browser's profile. */
  storage(caseId: string): string {
    return join(this.#folder(caseId), 'storage');
  }

  /** Keeps what a login gave, in the place of an earlier session. @param profile of the browser, which has ended */
  begin(
    caseId: string,
    { account, address }: Readonly<{ account: string | null; address: string }>,
    cookies: readonly Cookie[],
    profile: string,
  ): Session {
    this.erase(caseId, 'replaced');
    const now = this.#clockAndRandom.now();
    const session = itemId(now.getTime(), this.#clockAndRandom.random(10));
    const folder = this.#folder(caseId);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#write(caseId, { session, account, address, since: now.toISOString(), inUseBy: null });
    writeFileSync(join(folder, 'cookies.json'), JSON.stringify(cookies), { mode: 0o600 });
    mkdirSync(this.storage(caseId), { mode: 0o700 });
    copyStorage(profile, this.storage(caseId));
    return { session, account, address, since: now.toISOString() };
  }

  /** The cookies after one more page: sites renew them. */
  goOn(caseId: string, before: readonly Cookie[], after: readonly Cookie[]): void {
    if (!this.#read(caseId)) return; // erased meanwhile
    const file = join(this.#folder(caseId), 'cookies.json');
    writeFileSync(`${file}.new`, JSON.stringify(carriedOver(this.cookies(caseId), before, after)), { mode: 0o600 });
    rename(`${file}.new`, file);
  }

  /** This process captures in it from now on, or no more. */
  use(caseId: string, process_: number | null): void {
    const kept = this.#read(caseId);
    if (kept) this.#write(caseId, { ...kept, inUseBy: process_ });
  }

  /** Removes its files; the note of it waits for the case's writer. @returns whether there was one */
  erase(caseId: string, cause: ErasureCause): boolean {
    const folder = this.#folder(caseId);
    if (!existsSync(folder)) return false;
    const kept = this.#read(caseId);
    remove(folder);
    if (kept) {
      const note = { session: kept.session, cause, at: this.#clockAndRandom.now().toISOString() };
      writeFileSync(this.#notes(caseId), JSON.stringify([...this.#waiting(caseId), note]), { mode: 0o600 });
    }
    return true;
  }

  /** Erases what a run that died has left, and what is too old. */
  eraseLeftovers(): void {
    if (!existsSync(this.#root)) return;
    for (const entry of readdirSync(this.#root, { withFileTypes: true })) {
      if (!entry.isDirectory() || !caseIds.test(entry.name)) continue;
      const kept = this.#read(entry.name);
      if (!kept)
        this.erase(entry.name, 'left-by-crash'); // it died while it wrote it
      else if (kept.inUseBy !== null && !isAlive(kept.inUseBy)) this.erase(entry.name, 'left-by-crash');
      else if (this.#clockAndRandom.now().getTime() - Date.parse(kept.since) > longest)
        this.erase(entry.name, 'too-old');
    }
  }

  /** Writes the erasures that the case does not know of yet into its custody log. */
  settle(caseFile: WritableCase): void {
    const notes = this.#waiting(caseFile.caseId);
    for (const note of notes) caseFile.logEvent('session-erased', note);
    if (notes.length > 0) remove(this.#notes(caseFile.caseId));
  }

  #folder(caseId: string): string {
    if (!caseIds.test(caseId)) throw new RangeError(`${caseId} is no case id`);
    return join(this.#root, caseId);
  }

  #notes(caseId: string): string {
    return `${this.#folder(caseId)}.erased.json`;
  }

  #waiting(caseId: string): z.infer<typeof notesSchema> {
    return parsed(notesSchema, this.#notes(caseId)) ?? [];
  }

  #read(caseId: string): Kept | null {
    return parsed(keptSchema, join(this.#folder(caseId), 'session.json'));
  }

  #write(caseId: string, kept: Kept): void {
    const file = join(this.#folder(caseId), 'session.json');
    writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
    rename(`${file}.new`, file);
  }
}

/** A file of this program's own; null where it is missing or damaged. */
function parsed<T>(schema: z.ZodType<T>, file: string): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
