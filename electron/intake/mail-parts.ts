import type { Artifact, FileParts, Reason } from '../../shared/case/record.ts';
import { visibleText } from '../../shared/visible-text.ts';
import type { FileType } from './file-type.ts';
import { mostOfParts } from './limits.ts';
import { StepLedger } from './step-ledger.ts';
import type { FileContent, IntakeServices } from './take-in.ts';

/** A file that a mail carried, as its bytes say; stored under `sha256` already. */
export type CarriedFile = Readonly<{ fileName: string; type: FileType; bytes: number; sha256: string }>;

/** The mail that a file came with: its artifact's name, null for the item's own; how deep it lies. */
export type Carrier = Readonly<{ artifact: string | null; depth: number }>;

type PagesOf = (
  type: FileType,
  path: string,
  ledger: StepLedger,
  parts: MailParts,
  carrier: Carrier,
) => Promise<FileContent>;

/**
 * The files that a mail carries, each made into pages as if it had come in alone, mails in mails included. Bounded in
 * depth, number and time; one that gives no pages says why, and is kept as it is.
 */
export class MailParts {
  readonly parts: FileParts[number][] = [];
  readonly artifacts: Artifact[] = [];
  readonly #pagesOf: PagesOf;
  readonly #services: IntakeServices;
  readonly #since: bigint;

  constructor(services: IntakeServices, pagesOf: PagesOf) {
    this.#services = services;
    this.#pagesOf = pagesOf;
    this.#since = services.surroundings.mono();
  }

  /** @returns why the file has no pages; null where it has */
  async take({ fileName, type, bytes, sha256 }: CarriedFile, carrier: Carrier): Promise<Reason | null> {
    const { kase, surroundings, signal } = this.#services;
    const stem = `attachment-${String(this.parts.length + 1).padStart(4, '0')}`;
    const artifact: Artifact = {
      role: 'attachment',
      name: `${stem}.${type.ending}`,
      mediaType: type.mediaType,
      bytes,
      sha256,
    };
    const at = this.parts.length;
    const part = {
      artifact: artifact.name,
      ...(carrier.artifact !== null && { within: carrier.artifact }),
      fileName,
      facts: [],
      warnings: [],
    };
    // Its place is taken before the files that it carries itself take theirs.
    this.parts.push({ ...part, pages: { as: 'none', reason: { code: 'attachment-too-deep' } } });
    this.artifacts.push(artifact);
    const own = this.artifacts.length - 1;
    const refused = this.#refused(type, carrier);
    const content =
      refused === null
        ? await this.#pagesOf(type, kase.objectPath(sha256), new StepLedger(surroundings), this, {
            artifact: artifact.name,
            depth: carrier.depth + 1,
          })
        : none(refused);
    signal.throwIfAborted();
    const shows = content.images.map((image) => ({ ...image, name: `${stem}-${image.name}` }));
    const film = content.film && {
      ...content.film,
      frames: content.film.frames.map((frame) => ({ ...frame, artifact: `${stem}-${frame.artifact}` })),
    };
    this.artifacts[own] = { ...artifact, ...content.size };
    this.artifacts.splice(own + 1, 0, ...shows);
    this.parts[at] = {
      ...part,
      pages: content.pages,
      ...(shows.length > 0 && { shows: shows.map(({ name }) => name) }),
      ...(film && { film }),
      facts: [...content.facts],
      warnings: [...content.warnings],
    };
    return content.pages.as === 'none' ? content.pages.reason : null;
  }

  /** Of the mail that comes in: what a person must know of its files. Not of kinds that are shown as a sheet by design. */
  failed(): Reason | null {
    const failed = this.parts.filter(({ pages }) => pages.as === 'none' && !byDesign.has(pages.reason.code));
    if (failed.length === 0) return null;
    const names = failed.slice(0, 10).map(({ fileName, artifact }) => visibleText(fileName) || artifact);
    return {
      code: 'attachments-without-pages',
      params: { count: failed.length, names: names.join(', ').slice(0, 1_000).toWellFormed() },
    };
  }

  #refused(type: FileType, { depth }: Carrier): Reason | null {
    const { depth: deepest, files, milliseconds } = mostOfParts;
    const isMail = type.treatment === 'mail' || type.treatment === 'outlook';
    if (isMail && depth >= deepest) return { code: 'attachment-too-deep', params: { depth: deepest } };
    if (this.parts.length > files) return { code: 'attachment-too-many', params: { count: files } };
    const ms = Number((this.#services.surroundings.mono() - this.#since) / 1_000_000n);
    return ms > milliseconds ? { code: 'attachment-out-of-time', params: { seconds: milliseconds / 1_000 } } : null;
  }
}

const byDesign = new Set(['pages-later', 'file-empty']);

const none = (reason: Reason): FileContent => ({
  facts: [],
  warnings: [],
  pages: { as: 'none', reason },
  images: [],
  size: null,
});
