import { because } from '../cause.ts';
import type { Sha256 } from '../digest.ts';

/** The head of a custody log: how many entries, and the root of the Merkle tree over them. */
export type Checkpoint = Readonly<{ caseId: string; size: number; root: Sha256 }>;

/**
 * A checkpoint as text, by C2SP tlog-checkpoint: origin, size, root in Base64, each on a line. A signed note puts an
 * empty line and signature lines behind it; a time stamp is taken over the whole note, so that it is one or the other.
 */
export function checkpointText({ caseId, size, root }: Checkpoint): string {
  return `${originOf(caseId)}\n${size}\n${base64OfHex(root)}\n`;
}

/** The log's name: the program has no domain of its own, and the case's id is unique by itself. */
function originOf(caseId: string): string {
  return `fascicle/${caseId}`;
}

/** Reads a checkpoint, with signature lines or without. @throws {Error} where it is none of ours */
export function readCheckpoint(text: string): Checkpoint {
  const form = /^fascicle\/([0-9a-f]{32})\n([1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n(?:\n(?:— [^\n]+\n)+)?$/u;
  const [, caseId, size, root] = form.exec(text) ?? [];
  if (caseId === undefined || size === undefined || root === undefined) throw new Error(because('no-checkpoint'));
  return { caseId, size: Number(size), root: hexOfBase64(root) };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function base64OfHex(hex: Sha256): string {
  const bits = Array.from(hex, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  const sextets = bits.match(/.{1,6}/g) ?? [];
  const text = sextets.map((sextet) => alphabet[Number.parseInt(sextet.padEnd(6, '0'), 2)] ?? '').join('');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** 32 octets: 43 digits and one mark of padding, back as a digest. @throws {Error} where the last digit has bits to spare */
export function hexOfBase64(text: string): Sha256 {
  const digits = Array.from(text.replace(/=+$/, ''), (digit) => alphabet.indexOf(digit));
  const bits = digits.map((digit) => digit.toString(2).padStart(6, '0')).join('');
  if (bits.length !== 258 || !bits.endsWith('00')) throw new Error(because('no-hash-base64'));
  return (bits.slice(0, 256).match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join('');
}
