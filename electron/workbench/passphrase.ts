import type { Input } from '../../shared/contract.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';

type Passphrase = Input<'bundle.sign'>['passphrase'];

/**
 * A passphrase: as it was typed, from the environment as it is, from a file without the end of its line; empty where none
 * is given.
 * @throws {FascicleError} `key-unreadable`
 */
export function secretOf(passphrase: Passphrase, read: (path: string) => Buffer): string {
  if (passphrase === null) return '';
  if ('typed' in passphrase) return passphrase.typed;
  if ('file' in passphrase)
    return read(passphrase.file)
      .toString('utf8')
      .replace(/\r?\n$/, '');
  const value = process.env[passphrase.env];
  if (value === undefined)
    throw new FascicleError('key-unreadable', { path: passphrase.env, why: 'no such environment variable is set' });
  return value;
}
