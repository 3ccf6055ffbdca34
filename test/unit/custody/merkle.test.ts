import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { newSha256 } from '../../../electron/casefile/files/node-sha256.ts';
import { base64OfHex, checkpointText, hexOfBase64, readCheckpoint } from '../../../shared/custody/checkpoint.ts';
import { readTlogProof, tlogProofText } from '../../../shared/custody/tlog-proof.ts';
import {
  consistencyProof,
  inclusionProof,
  isConsistent,
  rootOfProof,
  treeRoot,
} from '../../../shared/custody/merkle.ts';

const leaf = (data: string) => createHash('sha256').update(Buffer.of(0)).update(Buffer.from(data, 'hex')).digest('hex');
/** The inputs and roots that RFC 6962's own implementation is tested with. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('the root of a log is that of RFC 6962, for each size of its vectors', () => {
  roots.forEach((root, at) => {
    expect(treeRoot(inputs.slice(0, at + 1).map(leaf), newSha256)).toBe(root);
  });
});

test('a checkpoint reads back as it was written, and nothing else does', () => {
  const checkpoint = { caseId: 'ab'.repeat(16), size: 8, root: roots[7]! };
  const text = checkpointText(checkpoint);
  expect(text.split('\n')[2]).toBe(Buffer.from(checkpoint.root, 'hex').toString('base64'));
  expect(readCheckpoint(text)).toEqual(checkpoint);
  for (const wrong of [text.slice(0, -1), `${text}x`, text.replace('\n8\n', '\n08\n'), text.replace('=', '')])
    expect(() => readCheckpoint(wrong)).toThrow('no-checkpoint');
  expect(readCheckpoint(`${text}\n— name c2ln\n`)).toEqual(checkpoint);
});

test('a hash is 43 digits of Base64 and their padding, of which the last has no bits to spare', () => {
  const root = roots[7]!;
  const text = base64OfHex(root);
  expect(text).toBe(Buffer.from(root, 'hex').toString('base64'));
  expect(hexOfBase64(text)).toBe(root);
  expect([text.at(-2), text.length]).toEqual(['g', 44]);
  for (const wrong of [text.replace('g=', 'h='), text.slice(1), `A${text}`, ''])
    expect(() => hexOfBase64(wrong), wrong).toThrow('no-hash-base64');
  expect(base64OfHex('00')).toBe('AA==');
});

test('no proof is made of a leaf or an earlier log that is not there', () => {
  const leaves = inputs.map(leaf);
  for (const index of [-1, 8, 0.5, NaN].filter((one) => !(one >= 0 && one < 8)))
    expect(() => inclusionProof(leaves, index, newSha256)).toThrow('no-such-leaf');
  for (const size of [0, 9, NaN])
    expect(() => consistencyProof(leaves, size, newSha256)).toThrow('no-such-earlier-log');
  expect(consistencyProof(leaves, 8, newSha256)).toEqual([]);
});

test('a proof leads from every leaf to the root, and from no other leaf, place or size', () => {
  const leaves = Array.from({ length: 33 }, (_, n) => leaf(String(n).padStart(4, '0')));
  for (let size = 1; size <= leaves.length; size++) {
    const some = leaves.slice(0, size);
    const root = treeRoot(some, newSha256);
    some.forEach((one, at) => {
      const proof = inclusionProof(some, at, newSha256);
      expect(rootOfProof(one, at, size, proof, newSha256)).toBe(root);
      expect(rootOfProof(leaf('ffff'), at, size, proof, newSha256)).not.toBe(root);
      expect(rootOfProof(one, at, size, [...proof, root], newSha256)).not.toBe(root);
      if (size > 1) expect(rootOfProof(one, (at + 1) % size, size, proof, newSha256)).not.toBe(root);
    });
  }
  expect(rootOfProof(leaf('00'), 1, 1, [], newSha256)).toBeNull();
});

test('a consistency proof shows every log to begin with each shorter one, and with no other', () => {
  const leaves = Array.from({ length: 33 }, (_, n) => leaf(String(n).padStart(4, '0')));
  const forged = leaves.map((one, at) => (at === 0 ? leaf('ffff') : one));
  let shown = 0;
  for (let size = 1; size <= leaves.length; size++) {
    const later = { size, root: treeRoot(leaves.slice(0, size), newSha256) };
    for (let first = 1; first <= size; first++) {
      const earlier = { size: first, root: treeRoot(leaves.slice(0, first), newSha256) };
      const other = { size: first, root: treeRoot(forged.slice(0, first), newSha256) };
      const proof = consistencyProof(leaves.slice(0, size), first, newSha256);
      expect(isConsistent(earlier, later, proof, newSha256)).toBe(true);
      expect(isConsistent(other, later, proof, newSha256)).toBe(false);
      expect(isConsistent(earlier, { size, root: leaf('00') }, proof, newSha256)).toBe(false);
      expect(isConsistent(earlier, later, [...proof, later.root], newSha256)).toBe(false);
      if (first < size) expect(isConsistent(later, earlier, proof, newSha256)).toBe(false);
      shown += 1;
    }
  }
  expect(shown).toBe(561);
});

test('the consistency proofs of RFC 6962 §2.1.3 are those of its example with seven leaves', () => {
  const leaves = Array.from({ length: 7 }, (_, n) => leaf(String(n).padStart(2, '0')));
  const root = (from: number, to: number) => treeRoot(leaves.slice(from, to), newSha256);
  const [, , c, d] = leaves;
  expect(consistencyProof(leaves, 3, newSha256)).toEqual([c, d, root(0, 2), root(4, 7)]);
  expect(consistencyProof(leaves, 4, newSha256)).toEqual([root(4, 7)]);
  expect(consistencyProof(leaves, 6, newSha256)).toEqual([root(4, 6), leaves[6], root(0, 4)]);
});

test('an inclusion proof is text of C2SP tlog-proof, and reads back as it was written', () => {
  const leaves = inputs.map(leaf);
  const checkpoint = { caseId: 'ab'.repeat(16), size: 8, root: roots[7]! };
  const written = { index: 5, proof: inclusionProof(leaves, 5, newSha256), checkpoint };
  const text = tlogProofText(written);
  expect(text.split('\n').slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 5']);
  expect(readTlogProof(text)).toEqual(written);
  const signed = `${text}\n— name c2ln\n`;
  expect(readTlogProof(signed)).toEqual(written);
  const long = { ...written, proof: Array<string>(64).fill(roots[0]!) };
  expect(readTlogProof(tlogProofText(long))).toEqual(long);
  const tooLong = tlogProofText({ ...written, proof: Array<string>(65).fill(roots[0]!) });
  expect(() => readTlogProof(tooLong)).toThrow('no-inclusion-proof');
  for (const wrong of [text.replace('v1', 'v2'), text.replace('index 5', 'index 05'), text.replace('\n\n', '\n')])
    expect(() => readTlogProof(wrong)).toThrow();
});

test('an empty log has no root, and none is made up', () => {
  expect(() => treeRoot([], newSha256)).toThrow('cause:log-without-root');
});
