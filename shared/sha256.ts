import type { NewSha256 } from './digest.ts';

/**
 * SHA-256 (FIPS 180-4 §6.2) in plain TypeScript, incremental, for `verify.html`: WebCrypto cannot hash a stream, and the
 * page's security policy lets no WebAssembly run. Files of any length below 2^53 bytes.
 */
// prettier-ignore
const constants = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
);
// prettier-ignore
const initial = Int32Array.of(
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
);

const blockSize = 64;

export const newPureSha256: NewSha256 = () => {
  const state = initial.slice();
  const schedule = new Int32Array(64);
  const rest = new Uint8Array(blockSize);
  let kept = 0;
  let total = 0;
  return {
    update: (bytes) => {
      total += bytes.length;
      let at = 0;
      if (kept > 0) {
        at = Math.min(blockSize - kept, bytes.length);
        rest.set(bytes.subarray(0, at), kept);
        kept += at;
        if (kept < blockSize) return;
        compress(state, schedule, rest, 0, blockSize);
      }
      const whole = bytes.length - ((bytes.length - at) % blockSize);
      compress(state, schedule, bytes, at, whole);
      rest.set(bytes.subarray(whole));
      kept = bytes.length - whole;
    },
    digestHex: () => {
      // §5.1.1: one bit, zeros, and the length in bits as 64 bits.
      const last = new Uint8Array(kept < 56 ? blockSize : 2 * blockSize);
      last.set(rest.subarray(0, kept));
      last[kept] = 0x80;
      const end = new DataView(last.buffer);
      end.setUint32(last.length - 8, Math.floor(total / 0x2000_0000));
      end.setUint32(last.length - 4, (total << 3) >>> 0);
      compress(state, schedule, last, 0, last.length);
      return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
};

/**
 * §6.2.2 over the blocks from `from` to `to`, in local 32-bit integers: this is where the time goes. The indices lie inside
 * their arrays, so that each cast only says what a typed array holds (a default value would cost a third of the speed).
 */
function compress(state: Int32Array, w: Int32Array, bytes: Uint8Array, from: number, to: number): void {
  const word = (n: number) => state[n] as number;
  for (let at = from; at < to; at += blockSize) {
    for (let t = 0, i = at; t < 16; t++, i += 4) {
      w[t] =
        ((bytes[i] as number) << 24) |
        ((bytes[i + 1] as number) << 16) |
        ((bytes[i + 2] as number) << 8) |
        (bytes[i + 3] as number);
    }
    for (let t = 16; t < 64; t++) {
      const x = w[t - 15] as number;
      const y = w[t - 2] as number;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[t] = ((w[t - 16] as number) + s0 + (w[t - 7] as number) + s1) | 0;
    }
    let a = word(0);
    let b = word(1);
    let c = word(2);
    let d = word(3);
    let e = word(4);
    let f = word(5);
    let g = word(6);
    let h = word(7);
    for (let t = 0; t < 64; t++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (constants[t] as number) + (w[t] as number)) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    state[0] = word(0) + a;
    state[1] = word(1) + b;
    state[2] = word(2) + c;
    state[3] = word(3) + d;
    state[4] = word(4) + e;
    state[5] = word(5) + f;
    state[6] = word(6) + g;
    state[7] = word(7) + h;
  }
}
