import type { Artifact, Reason } from '../../shared/case/record.ts';
import type { FilePath } from '../casefile/files/regular-file.ts';
import { fact } from './facts.ts';
import { fileTypeAt, type FileType } from './file-type.ts';
import { nameWarnings } from './name-signs.ts';
import type { FileAtHand } from './kinds/file-kind.ts';
import { noPages } from './kinds/no-pages.ts';
import { MailParts } from './mail-parts.ts';
import { StepLedger } from './step-ledger.ts';
import type { FileIntake } from '../../shared/case/file-intake.ts';
import type { IntakeServices, FileContent } from './intake-types.ts';

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
  bytesPath: FilePath,
  fileName: string,
  declaredMediaType: string | null,
  services: IntakeServices,
): Promise<FileIntake> {
  const { caseFile, clockAndRandom, signal } = services;
  const ledger = new StepLedger(clockAndRandom);
  signal.throwIfAborted();

  const stored = caseFile.objects.putFile(bytesPath);
  ledger.note('store-original', 'ok');
  const path = caseFile.objectPath(stored.sha256); // from here on only the stored bytes are read

  const type = fileTypeAt(path);
  ledger.note('identify', 'ok');
  const named = [...nameWarnings(fileName, type), ...declaredWarnings(declaredMediaType, type)];
  const parts = new MailParts(services, contentOf);
  const content = await contentOf(type, { path, ledger, services, parts, carrier: { artifact: null, depth: 0 } });
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

/** What a file of some type gives; of a kind that has no pages, by design and not by a failure, that it is kept whole. */
function contentOf({ kind, mediaType }: FileType, file: Omit<FileAtHand, 'mediaType'>): Promise<FileContent> {
  const withType = { ...file, mediaType };
  return kind.makePages ? kind.makePages(withType) : noPages(withType);
}

function declaredWarnings(declared: string | null, found: FileType): readonly Reason[] {
  const plain = declared?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (plain === '' || plain === found.mediaType || plain === 'application/octet-stream') return [];
  if (!found.kind.contradicts) return [];
  return [
    { code: 'type-differs-from-declared', params: { declared: fact('', plain, '').value, type: found.mediaType } },
  ];
}
