import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '../../shared/digest.ts';
import type { CaseFindingCode } from '../../shared/messages/verify-messages.ts';
import type { Finding } from '../../shared/verify/findings.ts';
import { hashFile } from '../casefile/hash-file.ts';

/** What lies in a case folder, sorted by what it should be. Paths are relative, with `/`. */
export type CaseFiles = Readonly<{
  /** Digest by name → its relative path. */
  objects: ReadonlyMap<Sha256, string>;
  bundles: readonly string[];
  /** Whether a session is open, or was killed: then unfinished things are no fault. */
  unfinished: boolean;
  findings: readonly Finding<CaseFindingCode>[];
  looked: number;
}>;

/** The database's own files; `writer.lock` is not evidence. */
const ownFiles = new Set(['case.db', 'case.db-wal', 'case.db-shm', 'writer.lock']);

/** Walks a case folder. Links are never followed. */
export function listCaseFiles(folder: string): CaseFiles {
  const objects = new Map<Sha256, string>();
  const bundles: string[] = [];
  const findings: Finding<CaseFindingCode>[] = [];
  let looked = 0;

  const walk = (path: string): void => {
    for (const name of readdirSync(join(folder, path)).sort()) {
      const here = path === '' ? name : `${path}/${name}`;
      looked += 1;
      const stat = lstatSync(join(folder, here));
      if (stat.isDirectory()) {
        if (path === '' && name === 'tmp') continue;
        if (/^(objects(\/[0-9a-f]{2})?|bundles(\/.*)?)$/.test(here)) walk(here);
        else findings.push({ rank: 'failed', code: 'unknown-file', params: { path: `${here}/` } });
      } else if (!stat.isFile()) {
        findings.push({ rank: 'failed', code: 'not-regular', params: { path: here } });
      } else if (here.startsWith('bundles/')) {
        bundles.push(here);
      } else if (/^objects\/[0-9a-f]{2}\/[0-9a-f]{62}$/.test(here)) {
        objects.set(here.slice('objects/'.length).replace('/', ''), here);
      } else if (path !== '' || !ownFiles.has(name)) {
        findings.push({ rank: 'failed', code: 'unknown-file', params: { path: here } });
      }
    }
  };
  walk('');
  return { objects, bundles, unfinished: hasSession(folder), findings, looked };
}

function hasSession(folder: string): boolean {
  try {
    return readdirSync(join(folder, 'tmp')).length > 0;
  } catch {
    return false;
  }
}

/**
 * What is wrong with one object, or null.
 * @param bytes size that the log states; null where it states none
 * @param use what names the object, in words
 */
export function objectFinding(
  folder: string,
  sha256: Sha256,
  bytes: number | null,
  use: string,
): Finding<CaseFindingCode> | null {
  const path = `objects/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
  try {
    const found = hashFile(join(folder, path));
    if (found.sha256 !== sha256)
      return { rank: 'failed', code: 'object-damaged', params: { path, found: found.sha256, use } };
    if (bytes === null || found.bytes === bytes) return null;
    return { rank: 'failed', code: 'object-size', params: { path, found: found.bytes, bytes, use } };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' // every error of node:fs has a code
      ? { rank: 'failed', code: 'object-missing', params: { path, use } }
      : { rank: 'failed', code: 'unreadable-file', params: { path, why: String(error) } };
  }
}
