import { open } from 'node:fs/promises';
import type { Artifact, FileFacts, FilePages, FileParts, Reason, Step } from '../../shared/case/record.ts';
import type { Surroundings, WritableCase } from '../casefile/case-handles.ts';
import type { SpawnChild } from '../casefile/children.ts';
import type { Film } from '../../shared/case/film.ts';
import { filmPages } from './film/film-pages.ts';
import { isFilmType } from './film/read-film.ts';
import { fact, type FileFact } from './facts.ts';
import { fileTypeOf, headLength, type FileType } from './file-type.ts';
import { nameWarnings } from './name-signs.ts';
import { documentPages, type InspectPdf } from './pdf-pages.ts';
import { dkimFacts } from './dkim-facts.ts';
import type { AskDns } from './mail/dkim/ask-dns.ts';
import { mailFacts } from './mail-facts.ts';
import { MailParts, type Carrier } from './mail-parts.ts';
import { heicPages } from './heic-pages.ts';
import { picturePages } from './picture-pages.ts';
import { textPages } from './text-pages.ts';
import { StepLedger } from './step-ledger.ts';

/** A file taken into a case: what its item's record says of it. Everything named is stored, nothing committed yet. */
export type FileIntake = Readonly<{
  /** `original` first, then `page-image` tiles where the picture was converted, or `page-text` and the files that a mail carried. */
  artifacts: readonly Artifact[];
  facts: FileFacts;
  pages: FilePages;
  /** Files that a mail carried. */
  parts: FileParts;
  /** Frames of a film; null for anything else. */
  film: Film | null;
  steps: readonly Step[];
  warnings: readonly Reason[];
}>;

export type IntakeServices = Readonly<{
  kase: Pick<WritableCase, 'objects' | 'objectPath' | 'scratch'>;
  surroundings: Surroundings;
  spawnChild: SpawnChild;
  inspectPdf: InspectPdf;
  /** Asks for the keys of a mail's signatures; null: nobody is to be asked. */
  askDns: AskDns | null;
  signal: AbortSignal;
}>;

/**
 * Stores a file byte for byte and finds out what it is, what it says of itself, and which pages it gives a bundle. The
 * same for an imported file and for an address that gave a file. What goes wrong after the bytes are stored is a step's
 * outcome: the file is never lost because it cannot be shown.
 *
 * @param bytesPath where its bytes lie now; left as it is
 * @param declaredMediaType what a server called it, else null
 * @throws {FascicleError} when the bytes cannot be stored; the signal's reason when cancelled
 */
export async function takeIn(
  bytesPath: string,
  fileName: string,
  declaredMediaType: string | null,
  services: IntakeServices,
): Promise<FileIntake> {
  const { kase, surroundings, signal } = services;
  const ledger = new StepLedger(surroundings);
  signal.throwIfAborted();

  const stored = kase.objects.putFile(bytesPath);
  ledger.note('store-original', 'ok');
  const path = kase.objectPath(stored.sha256); // from here on only the stored bytes are read

  const type = fileTypeOf(await readHead(path));
  ledger.note('identify', 'ok');
  const named = [...nameWarnings(fileName, type), ...declaredWarnings(declaredMediaType, type)];
  const parts = new MailParts(services, (of, at, steps, carried, carrier) =>
    contentOf(of, at, steps, services, carried, carrier),
  );
  const content = await contentOf(type, path, ledger, services, parts, { artifact: null, depth: 0 });
  const short = parts.failed();
  if (parts.parts.length > 0) ledger.note('attachments', short === null ? 'ok' : 'partial', short ?? undefined);

  const original: Artifact = {
    role: 'original',
    name: `original.${type.ending}`,
    mediaType: type.mediaType,
    ...stored,
    ...content.size,
  };
  return {
    artifacts: [original, ...content.images, ...parts.artifacts],
    facts: [fact('Format', type.mediaType, 'file content'), ...content.facts],
    pages: content.pages,
    parts: parts.parts,
    film: content.film ?? null,
    steps: ledger.steps,
    warnings: [...named, ...content.warnings],
  };
}

/** What a file's own content gives. */
export type FileContent = Readonly<{
  facts: readonly FileFact[];
  pages: FilePages;
  warnings: readonly Reason[];
  /** Tiles of a converted picture; the text of a mail. */
  images: readonly Artifact[];
  /** Of a film: its frames. */
  film?: Film | null;
  /** A picture's size in pixels. */
  size: Readonly<{ width: number; height: number }> | null;
}>;

async function contentOf(
  type: FileType,
  path: string,
  ledger: StepLedger,
  services: IntakeServices,
  parts: MailParts,
  carrier: Carrier,
): Promise<FileContent> {
  const untold = { facts: [], warnings: [], notes: [] };
  switch (type.treatment) {
    case 'png':
    case 'jpeg':
    case 'picture':
      return picturePages(type.treatment, path, ledger, services);
    case 'pdf':
      return documentPages(path, ledger, services);
    case 'mail':
      return mailPages(path, ledger, services, parts, carrier);
    case 'outlook':
      return textPages('msg', path, untold, ledger, services, parts, carrier);
    case 'text':
      return textPages('txt', path, untold, ledger, services, parts, carrier);
    case 'sheet':
      if (type.mediaType === 'image/heic') return heicPages(type, path, ledger, services);
      if (isFilmType(type.mediaType)) return filmPages(type, path, ledger, services);
      return withSheet(type, ledger, { facts: [], warnings: [] });
    case 'empty': {
      const reason = { code: 'file-empty' };
      ledger.note('make-pages', 'skipped', reason);
      return { facts: [], warnings: [reason], pages: { as: 'none', reason }, images: [], size: null };
    }
  }
}

/** A mail as it was saved: its head, its signatures, its words. Signatures of a mail within a mail are not checked. */
async function mailPages(
  path: string,
  ledger: StepLedger,
  services: IntakeServices,
  parts: MailParts,
  carrier: Carrier,
): Promise<FileContent> {
  const told = await mailFacts(path, ledger, services);
  const checked = carrier.artifact === null ? await dkimFacts(path, ledger, services) : null;
  const facts = [...told.facts, ...(checked?.facts ?? [])];
  const notes = checked?.notes ?? [];
  const content = await textPages('eml', path, { ...told, facts, notes }, ledger, services, parts, carrier);
  return { ...content, images: [...content.images, ...(checked?.artifacts ?? [])] };
}

/** A kind of file that this version shows as a sheet: by design, not by a failure. */
function withSheet(
  { mediaType }: FileType,
  ledger: StepLedger,
  told: Readonly<{ facts: readonly FileFact[]; warnings: readonly Reason[] }>,
): FileContent {
  const reason = { code: 'pages-later', params: { type: mediaType } };
  ledger.note('make-pages', 'skipped', reason);
  return { ...told, pages: { as: 'none', reason }, images: [], size: null };
}

function declaredWarnings(declared: string | null, found: FileType): readonly Reason[] {
  const plain = declared?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (plain === '' || plain === found.mediaType || plain === 'application/octet-stream') return [];
  if (['sheet', 'text', 'empty'].includes(found.treatment)) return []; // detection is too coarse to contradict
  return [
    { code: 'type-differs-from-declared', params: { declared: fact('', plain, '').value, type: found.mediaType } },
  ];
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(headLength);
    const { bytesRead } = await file.read(head, 0, headLength, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
