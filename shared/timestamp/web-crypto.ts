import { ecdsaPair, type Primitives } from './primitives.ts';

/** An algorithm with its parameters. */
type Named<T> = Readonly<Record<string, T>> & Readonly<{ name: string }>;

/** What is used of `crypto.subtle`: the same object in Node and in every browser, described without either's types. */
interface Subtle {
  digest(hash: string, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  importKey(
    format: 'spki',
    key: Uint8Array<ArrayBuffer>,
    algorithm: Named<string>,
    extractable: boolean,
    usages: ['verify'],
  ): Promise<unknown>;
  verify(
    algorithm: Named<string | number>,
    key: never,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}

/** The verifier's two operations by WebCrypto. A key or signature that WebCrypto refuses counts as not fitting. */
export function webCryptoPrimitives(subtle: Subtle): Primitives {
  return {
    digest: async (hash, bytes) => new Uint8Array(await subtle.digest(hash, owned(bytes))),
    verify: async (scheme, spki, signature, data) => {
      const { name } = scheme;
      const key: Named<string> =
        name === 'ECDSA'
          ? { name, namedCurve: scheme.namedCurve }
          : name === 'Ed25519'
            ? { name }
            : { name, hash: scheme.hash };
      const how: Named<string | number> =
        name === 'ECDSA'
          ? { name, hash: scheme.hash }
          : name === 'RSA-PSS'
            ? { name, saltLength: scheme.saltLength }
            : { name };
      try {
        const raw =
          name === 'ECDSA'
            ? ecdsaPair(signature, { 'P-256': 32, 'P-384': 48, 'P-521': 66 }[scheme.namedCurve])
            : signature;
        const imported = await subtle.importKey('spki', owned(spki), key, false, ['verify']);
        return await subtle.verify(how, imported as never, owned(raw), owned(data)); // the key just imported, opaque here
      } catch {
        return false;
      }
    },
  };
}

/** WebCrypto takes no view of shared memory; a copy is one that it does. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
