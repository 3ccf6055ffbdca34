import { join } from 'node:path';
import type { Artifact } from '../../../shared/case/record.ts';
import { carriers } from '../../../shared/package/layout.ts';
import { cleanedFile, wordsWithout } from '../../../shared/redaction/cleaned-file.ts';
import { takeNamed, type IsShown } from '../../../shared/redaction/credentials.ts';
import type { Sha256 } from '../../../shared/digest.ts';
import type { LateWriter } from '../../casefile/case-handles.ts';
import { remove } from '../../casefile/files/durable.ts';
import { canHoldText, longestSearched } from '../../casefile/holds-credentials.ts';
import type { SpawnChild } from '../../casefile/processes/children.ts';
import type { FileToClean, FromCleaner, FileOfCase, ToCleaner } from './messages.ts';

/** What became of a file, as `CleanedFile` has it; what was replaced in it is an object of the case. */
type CleanedObject =
  | Readonly<{ is: 'clean' }>
  | Readonly<{ is: 'unclear' }>
  | Readonly<{ is: 'replaced'; sha256: Sha256; bytes: number; count: number }>;

/** Cleans one file of a capture. */
export type Clean = (artifact: Artifact) => CleanedObject;

/** A child that took so long is not waited for any more, in ms. */
const patience = 60_000;

const isWords = ({ role }: Artifact): boolean => role === 'text-positions';
const isSearched = (artifact: Artifact): boolean =>
  carriers[artifact.role] === 'searched' && canHoldText(artifact) && artifact.bytes <= longestSearched;

/** Cleans in this process. @param hidden values that the page does not show @param isShown what it does show */
function cleanHere(objects: LateWriter, hidden: readonly string[], isShown: IsShown): Clean {
  const take = takeNamed(isShown);
  return (artifact) => {
    const content = objects.readObject(artifact.sha256);
    const cleaned = isWords(artifact) ? wordsWithout(content, hidden) : cleanedFile(content, hidden, isShown, take);
    if (cleaned.is !== 'replaced') return cleaned;
    return { is: 'replaced', count: cleaned.count, ...objects.putBytes(cleaned.bytes) };
  };
}

/**
 * Cleans the files of one capture in a child process, which looks at them while other things are done. Where it ends before
 * its time, the same is done in this process.
 */
export class Cleaner {
  readonly #take: SpawnChild;
  readonly #objects: LateWriter;
  readonly #scratch: () => string;
  #child: ReturnType<SpawnChild> | null = null;
  #ended = false;
  #answer: ((cleaned: FromCleaner['cleaned'] | null) => void) | null = null;

  /** @param scratch makes a folder for what is replaced */
  constructor(take: SpawnChild, objects: LateWriter, scratch: () => string) {
    this.#take = take;
    this.#objects = objects;
    this.#scratch = scratch;
  }

  /** The files that there are so far are looked at from now on; the text among them is what the page shows. */
  begin(artifacts: readonly Artifact[]): void {
    const look = artifacts.filter(isSearched).map((one) => this.#stored(one));
    if (this.#child !== null || look.length === 0) return;
    this.#child = this.#take('capture/sealing/clean-child');
    this.#child.onMessage((message) => this.#answer?.((message as FromCleaner).cleaned)); // our own child's words
    this.#child.onEnd(() => {
      this.#ended = true;
      this.#answer?.(null);
    });
    const text = artifacts.find(({ role }) => role === 'text');
    this.#send({ look, text: text ? this.#stored(text) : null });
  }

  /** Cleans all files of a capture that may be cleaned. @param hidden values that the page does not show */
  async clean(artifacts: readonly Artifact[], hidden: readonly string[], isShown: IsShown): Promise<Clean> {
    const here = cleanHere(this.#objects, hidden, isShown);
    if (this.#child === null || this.#ended) return here;
    const folder = this.#scratch();
    const asked = artifacts.filter((one) => isSearched(one) || (isWords(one) && one.bytes <= longestSearched));
    const files = asked.map((one, at): FileToClean => {
      const to = join(folder, `cleaned-${at}`);
      return { ...this.#stored(one), words: isWords(one), to };
    });
    try {
      const cleaned = await this.#asked({ clean: files, known: hidden });
      if (cleaned?.length !== files.length) return here;
      const found = new Map(
        cleaned.map((one, at): [Artifact | undefined, CleanedObject] => [
          asked[at],
          one.is === 'replaced' ? { ...one, ...this.#objects.putFile(files[at]?.to ?? '') } : one,
        ]),
      );
      return (artifact) => found.get(artifact) ?? here(artifact);
    } finally {
      remove(folder);
    }
  }

  end(): void {
    this.#child?.kill();
  }

  #asked(message: ToCleaner): Promise<FromCleaner['cleaned'] | null> {
    return new Promise((done) => {
      const late = setTimeout(() => this.end(), patience);
      this.#answer = (cleaned) => {
        clearTimeout(late);
        this.#answer = null;
        done(cleaned);
      };
      this.#send(message);
    });
  }

  #stored({ sha256 }: Artifact): FileOfCase {
    return { path: this.#objects.objectPath(sha256), sha256 };
  }

  #send(message: ToCleaner): void {
    this.#child?.send(message);
  }
}
