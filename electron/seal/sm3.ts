import { createSM3 } from 'hash-wasm';
import { openObject, pieces } from './packages/pieces.ts';

/**
 * SM3 (GB/T 32905-2016), for those who ask for it beside SHA-256. From WebAssembly: the OpenSSL inside Electron has none.
 * @returns 64 hexadecimal digits
 */
export async function sm3Of(
  source: Readonly<{ content: Uint8Array }> | Readonly<{ path: string; sha256: string }>,
  signal: AbortSignal,
): Promise<string> {
  const hash = await createSM3();
  hash.init();
  if ('content' in source) return hash.update(source.content).digest('hex');
  const file = await openObject(source);
  try {
    for await (const piece of pieces(file, signal)) hash.update(piece);
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}
