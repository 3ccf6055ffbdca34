import type { Artifact, FileParts, Reason } from '../../shared/case/record.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { fileTypeAt, type FileType } from './file-type.ts';
import type { CarriedFiles, FileCarrier, FileAtHand } from './kinds/file-kind.ts';
import { StepLedger } from './step-ledger.ts';
import type { FileContent, IntakeServices } from './intake-types.ts';

/** Files that a mail carries: how deep mails lie in mails, and how long all of them may take to become pages. */
const mostOfParts = { depth: 4, files: 500, milliseconds: 600_000 } as const;

type ContentOf = (type: FileType, file: Omit<FileAtHand, 'mediaType'>) => Promise<FileContent>;

/**
 * The files that a mail carries, each made into pages as if it had come in alone, mails in mails included. Bounded in
 * depth, number and time; one that gives no pages says why, and is kept as it is.
 */
export class MailParts implements CarriedFiles {
  readonly parts: FileParts[number][] = [];
  readonly artifacts: Artifact[] = [];
  readonly #contentOf: ContentOf;
  readonly #services: IntakeServices;
  readonly #since: bigint;

  constructor(services: IntakeServices, contentOf: ContentOf) {
    this.#services = services;
    this.#contentOf = contentOf;
    this.#since = services.clockAndRandom.mono();
  }

  async take(
    { fileName, bytes, sha256 }: Parameters<CarriedFiles['take']>[0],
    carrier: FileCarrier,
  ): Promise<Reason | null> {
    const { caseFile, clockAndRandom, signal } = this.#services;
    const path = caseFile.objectPath(sha256);
    const type = fileTypeAt(path);
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
        ? await this.#contentOf(type, {
            path,
            ledger: new StepLedger(clockAndRandom),
            services: this.#services,
            parts: this,
            carrier: { artifact: artifact.name, depth: carrier.depth + 1 },
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
    const names = failed.slice(0, 10).map(({ fileName, artifact }) => shortened(visibleText(fileName) || artifact));
    const more = failed.length > names.length ? ` … [+${failed.length - names.length}]` : '';
    return {
      code: 'attachments-without-pages',
      params: { count: failed.length, names: names.join(', ') + more },
    };
  }

  #refused(type: FileType, { depth }: FileCarrier): Reason | null {
    const { depth: deepest, files, milliseconds } = mostOfParts;
    const deep = type.kind.carries && type.kind.hasOwnPages !== true ? depth >= deepest : depth > deepest;
    if (deep) return { code: 'attachment-too-deep', params: { depth: deepest } };
    if (this.parts.length > files) return { code: 'attachment-too-many', params: { count: files } };
    const ms = Number((this.#services.clockAndRandom.mono() - this.#since) / 1_000_000n);
    return ms > milliseconds ? { code: 'attachment-out-of-time', params: { seconds: milliseconds / 1_000 } } : null;
  }
}

const shortened = (name: string): string => (name.length > 100 ? `${name.slice(0, 100).toWellFormed()}…` : name);

const byDesign = new Set(['pages-later', 'file-empty']);

const none = (reason: Reason): FileContent => ({
  facts: [],
  warnings: [],
  pages: { as: 'none', reason },
  images: [],
  size: null,
});
