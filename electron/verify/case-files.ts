import type { Cause } from '../../shared/text.ts';
import { createHash } from 'node:crypto';
import { because, causeOf } from '../../shared/cause.ts';
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Sha256 } from '../../shared/digest.ts';
import type { CaseFindingCode } from '../../shared/messages/verify/verify-messages.ts';
import { type Finding } from '../../shared/verify/findings.ts';
import { isLitterOfWork } from '../../shared/verify/package/litter.ts';
import { isGone } from '../../shared/verify/unreadable.ts';
import { hashFile } from '../casefile/files/hash-file.ts';
import { NotRegular } from '../casefile/files/regular-file.ts';
import { isThere } from '../casefile/files/unreadable.ts';

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

  const namesIn = (path: string): readonly string[] => {
    try {
      return readdirSync(join(folder, path)).sort();
    } catch (error) {
      findings.push({ rank: 'unknown', code: 'unreadable-file', params: { path: `${path}/`, why: causeOf(error) } });
      return [];
    }
  };
  const walk = (path: string): void => {
    for (const name of namesIn(path)) {
      const here = path === '' ? name : `${path}/${name}`;
      looked += 1;
      const stat = lstatSync(join(folder, here));
      const odd = stat.isDirectory() && namesIn(here).length === 0 && !/^(?:objects|bundles|tmp)(?:\/|$)/.test(here);
      if (odd || (isLitterOfWork(here) && (stat.isFile() || stat.isDirectory()))) {
        findings.push({ rank: 'note', code: 'system-litter', params: { path: here } });
        continue;
      }
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

const emptySha256 = createHash('sha256').digest('hex');

/** Whether iCloud left its note in the place of a file that is not on this computer. */
function liesInCloud(folder: string, path: string): boolean {
  return existsSync(join(folder, dirname(path), `.${basename(path)}.icloud`));
}

/** Whether an object is there by its name only: it lies in a cloud, or its copying broke off. */
export function isEmptied(folder: string, sha256: Sha256): boolean {
  return objectFinding(folder, sha256, null, because('use-unknown'))?.code === 'object-empty';
}

/**
 * What is wrong with one object, or null.
 * @param bytes size that the log states; null where it states none
 * @param use what names the object
 */
export function objectFinding(
  folder: string,
  sha256: Sha256,
  bytes: number | null,
  use: Cause,
): Finding<CaseFindingCode> | null {
  const path = `objects/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
  try {
    // The size first: nobody reads gigabytes to learn that they are not the three thousand bytes that were stored.
    const { size } = lstatSync(join(folder, path));
    if (size === 0 && sha256 !== emptySha256) return { rank: 'unknown', code: 'object-empty', params: { path, use } };
    if (bytes !== null && size !== bytes)
      return { rank: 'failed', code: 'object-size', params: { path, found: size, bytes, use } };
    const found = hashFile(join(folder, path));
    if (found.sha256 !== sha256)
      return { rank: 'failed', code: 'object-damaged', params: { path, found: found.sha256, use } };
    return null;
  } catch (error) {
    if (error instanceof NotRegular) return { rank: 'failed', code: 'not-regular', params: { path } };
    if (isGone(error) && liesInCloud(folder, path))
      return { rank: 'unknown', code: 'object-empty', params: { path, use } };
    if (isGone(error) && isThere(folder)) return { rank: 'failed', code: 'object-missing', params: { path, use } };
    return { rank: 'unknown', code: 'unreadable-file', params: { path, why: causeOf(error) } };
  }
}
