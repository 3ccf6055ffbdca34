import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { SpawnChild } from '../../casefile/processes/children.ts';
import { rename } from '../../casefile/files/durable.ts';

const answerSchema = z.strictObject({ bytes: z.instanceof(Uint8Array).nullable() });

/** One picture takes tenths of a second; a child that takes so long is killed. */
const longest = 20_000;
/** The child goes when nothing was asked of it for so long. */
const idle = 10_000;

type Wish = Readonly<{ picture: string; done: (bytes: Uint8Array | null) => void }>;

/**
 * Small pictures of items, 320 px wide, drawn by a child process and kept in the user's cache. A picture that kills the
 * child, or takes too long, has no thumbnail; a fresh child draws the next.
 */
export class Thumbnails {
  readonly #folder: string;
  readonly #spawnChild: SpawnChild;
  readonly #making = new Map<string, Promise<Uint8Array | null>>();
  readonly #wishes: Wish[] = [];
  #child: ReturnType<SpawnChild> | null = null;
  #current: Wish | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string, spawnChild: SpawnChild) {
    this.#folder = folder;
    this.#spawnChild = spawnChild;
  }

  /** @param picture absolute path of the picture's file, PNG, JPEG or WebP. @returns WebP */
  of(picture: string): Promise<Uint8Array | null> {
    const name = createHash('sha256').update(picture).digest('hex');
    const file = join(this.#folder, name.slice(0, 2), `${name.slice(2)}.webp`);
    if (existsSync(file)) return Promise.resolve(readFileSync(file));
    const making =
      this.#making.get(file) ??
      this.#draw(picture).then((bytes) => {
        if (bytes) {
          keep(file, bytes);
          this.#making.delete(file);
        }
        return bytes;
      });
    this.#making.set(file, making);
    return making;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#child?.kill();
  }

  /** The latest wish first: it is what the person looks at now. */
  #draw(picture: string): Promise<Uint8Array | null> {
    return new Promise((done) => {
      this.#wishes.push({ picture, done });
      this.#next();
    });
  }

  #next(): void {
    if (this.#current) return;
    this.#current = this.#wishes.pop() ?? null;
    clearTimeout(this.#timer);
    if (!this.#current) {
      this.#timer = setTimeout(() => this.#child?.kill(), idle).unref();
      return;
    }
    this.#timer = setTimeout(() => this.#child?.kill(), longest).unref();
    this.#child ??= this.#start();
    this.#child.send({ picture: this.#current.picture });
  }

  #start(): ReturnType<SpawnChild> {
    const child = this.#spawnChild('workbench/window/thumbnail-child');
    child.onMessage((message) => {
      const answer = answerSchema.safeParse(message);
      this.#answer(answer.success ? answer.data.bytes : null);
    });
    child.onEnd(() => {
      if (this.#child === child) this.#child = null;
      this.#answer(null);
    });
    return child;
  }

  #answer(bytes: Uint8Array | null): void {
    const answered = this.#current;
    this.#current = null;
    answered?.done(bytes);
    this.#next();
  }
}

/** A cache that cannot be written to is no reason to show no picture. */
function keep(file: string, bytes: Uint8Array): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, bytes);
    rename(`${file}.new`, file);
  } catch {
    // shown this once, made again the next time
  }
}
