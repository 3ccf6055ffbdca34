import { statSync } from 'node:fs';
import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { readRegular } from '../../../casefile/files/regular-file.ts';

/** Bounds of an OFD of others: its own bytes, and what its members may unfold into, all together. */
const most = { packed: 200 * 1024 * 1024, unfolded: 400 * 1024 * 1024, members: 20_000 } as const;

/** An OFD that goes beyond the bounds, or is none after all. */
export class NotOfd extends Error {}

/** The members of an OFD package (GB/T 33190-2016 §5): a ZIP whose entrance is `OFD.xml`. */
export class OfdPackage {
  readonly #members: ReadonlyMap<string, Uint8Array>;
  /** Names by how a system reads them that does not tell capitals apart: makers there write `TPLS/` for `Tpls/`. */
  readonly #folded: ReadonlyMap<string, string>;

  /** @throws {NotOfd} */
  constructor(path: string) {
    this.#members = unpacked(path);
    this.#folded = new Map([...this.#members.keys()].map((name) => [name.toLowerCase(), name]));
  }

  /** @param at as a file of the package names it: from the root where it begins with `/`, else from the naming file */
  bytes(at: string, namedIn = ''): Uint8Array | null {
    return this.#members.get(this.resolved(at, namedIn)) ?? null;
  }

  text(at: string, namedIn = ''): string | null {
    const bytes = this.bytes(at, namedIn);
    return bytes && new TextDecoder().decode(bytes);
  }

  /** The member's own name; as it was asked for where there is none. */
  resolved(at: string, namedIn: string): string {
    const names = candidates(at, namedIn);
    const found = names.find((one) => this.#members.has(one)) ?? names.map(folded).find((one) => this.#folded.has(one));
    return (found && (this.#members.has(found) ? found : this.#folded.get(found))) ?? at;
  }
}

const folded = (name: string): string => name.toLowerCase();

/** Makers disagree where a relative location begins: beside the naming file, as the standard says, or at the root. */
function candidates(at: string, namedIn: string): readonly string[] {
  const plain = at.trim().replaceAll('\\', '/');
  const root = posix.normalize(plain.replace(/^\/+/, ''));
  return plain.startsWith('/') ? [root] : [posix.normalize(posix.join(posix.dirname(namedIn || '.'), plain)), root];
}

function unpacked(path: string): ReadonlyMap<string, Uint8Array> {
  if (statSync(path).size > most.packed) throw new NotOfd();
  let unfolded = 0;
  let count = 0;
  const wanted = ({ originalSize }: Readonly<{ originalSize: number }>): boolean => {
    count += 1;
    unfolded += originalSize; // a lie makes `unzipSync` stop at this many bytes
    if (unfolded > most.unfolded || count > most.members) throw new NotOfd();
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(readRegular(path, 'followed'), { filter: wanted })));
  } catch {
    throw new NotOfd();
  }
}
