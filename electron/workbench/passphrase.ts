import type { Input } from '../../shared/contract.ts';
import { because, causeOf } from '../../shared/cause.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { readRegular } from '../casefile/files/regular-file.ts';

/** The bytes of a file with a key or a passphrase. @throws {FascicleError} `key-unreadable` */
export function keyFile(path: string): Buffer {
  try {
    return readRegular(path, 'followed');
  } catch (error) {
    throw new FascicleError('key-unreadable', { path, why: causeOf(error) });
  }
}

type Passphrase = Input<'bundle.sign'>['passphrase'];

/**
 * A passphrase: as it was typed, from the environment as it is, from a file without the end of its line; empty where none
 * is given.
 * @throws {FascicleError} `key-unreadable`
 */
export function secretOf(passphrase: Passphrase): string {
  if (passphrase === null) return '';
  if ('typed' in passphrase) return passphrase.typed;
  if ('file' in passphrase)
    return keyFile(passphrase.file)
      .toString('utf8')
      .replace(/\r?\n$/, '');
  const value = process.env[passphrase.env];
  if (value === undefined)
    throw new FascicleError('key-unreadable', { path: passphrase.env, why: because('variable-unset') });
  return value;
}
