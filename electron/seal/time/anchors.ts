import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { causeOf } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { readCertificate, type Certificate } from '../../../shared/timestamp/certificate.ts';
import { certificatesIn } from '../../../shared/timestamp/pem.ts';
import { readRegular } from '../../casefile/files/regular-file.ts';

/**
 * The roots that time stamps are held against: those that came with the program and those that the person names. Never
 * one that came with what is verified.
 *
 * @param shipped folder of PEM files, @param chosen PEM or DER files of the person
 * @throws {FascicleError} `anchor-unreadable`
 */
export function readAnchors(shipped: string, chosen: readonly string[]): readonly Certificate[] {
  const files = readdirSync(shipped)
    .filter((name) => name.endsWith('.pem'))
    .sort()
    .map((name) => join(shipped, name));
  return [...files, ...chosen].flatMap((path) => {
    try {
      return certificatesIn(readRegular(path, 'followed')).map(readCertificate);
    } catch (error) {
      throw new FascicleError('anchor-unreadable', { path, why: causeOf(error) }, error);
    }
  });
}
