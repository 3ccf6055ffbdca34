import { latin1 } from './byte-source.ts';
import { savedText } from './saved-text.ts';

/** What a file is verified as. Null: a bundle, or something that is none of these. */
type KindOfFile = 'package' | 'proof' | null;

/** So many bytes of a file's beginning say what it is. */
export const kindHead = 64;

/**
 * What a file is, by its name, and where mail gateways and browsers gave it another one, by its first bytes.
 * @param head its first bytes, {@link kindHead} of them
 */
export function kindOfFile(name: string, head: Uint8Array): KindOfFile {
  if (/\.zip$/i.test(name)) return 'package';
  if (/\.proof\.json$/i.test(name)) return 'proof';
  if (/\.pdf$/i.test(name)) return null;
  if (latin1(head.subarray(0, 4)) === 'PK\x03\x04') return 'package';
  try {
    return savedText(head.subarray(0, kindHead)).text.startsWith('{"checkpoint":"') ? 'proof' : null;
  } catch {
    return null;
  }
}
