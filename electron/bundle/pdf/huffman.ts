/** A prefix code for deflate: bits of each symbol (0: it has none), and its code, the first bit lowest. */
export type PrefixCode = Readonly<{ lengths: Uint8Array; codes: Uint16Array }>;

/**
 * The code that packs symbols of these counts shortest, or nearly so where one would be longer than `limit` bits
 * (RFC 1951 §3.2.2). At least two symbols get a code: some readers refuse a code of one.
 */
export function prefixCode(counts: Uint32Array, limit: number): PrefixCode {
  const lengths = new Uint8Array(counts.length);
  const used: number[] = [];
  for (let symbol = 0; symbol < counts.length; symbol++) if (counts[symbol] !== 0) used.push(symbol);
  for (let symbol = 0; used.length < 2; symbol++) if (!used.includes(symbol)) used.push(symbol);
  used.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b); // the same everywhere: no two are equal
  const ofLength = depthsOf(used.map((symbol) => counts[symbol] ?? 0));
  shorten(ofLength, limit);
  let at = used.length;
  for (let length = 1; length <= limit; length++)
    for (let n = ofLength[length] ?? 0; n > 0; n--) lengths[used[--at] ?? 0] = length;
  return { lengths, codes: codesOf(lengths, ofLength, limit) };
}

/** How many leaves of Huffman's tree lie how deep. @param counts ascending, two or more */
function depthsOf(counts: readonly number[]): number[] {
  const leaves = counts.length;
  const weights = [...counts];
  const parents = new Uint16Array(leaves * 2);
  let [leaf, node] = [0, leaves];
  const lightest = (end: number): number =>
    node >= end || (leaf < leaves && (weights[leaf] ?? 0) <= (weights[node] ?? 0)) ? leaf++ : node++;
  for (let made = leaves; made < leaves * 2 - 1; made++) {
    const [one, other] = [lightest(made), lightest(made)];
    weights.push((weights[one] ?? 0) + (weights[other] ?? 0));
    parents[one] = parents[other] = made;
  }
  const depths = new Uint16Array(leaves * 2);
  const ofLength: number[] = [];
  for (let at = leaves * 2 - 3; at >= 0; at--) {
    const depth = (depths[parents[at] ?? 0] ?? 0) + 1;
    depths[at] = depth;
    if (at < leaves) ofLength[depth] = (ofLength[depth] ?? 0) + 1;
  }
  return ofLength;
}

/** Lifts leaves that lie too deep, and lowers others for them: the code stays complete. */
function shorten(ofLength: number[], limit: number): void {
  let room = 1 << limit;
  for (let length = ofLength.length - 1; length > limit; length--) {
    ofLength[limit] = (ofLength[limit] ?? 0) + (ofLength[length] ?? 0);
    ofLength[length] = 0;
  }
  for (let length = 1; length <= limit; length++) room -= (ofLength[length] ?? 0) << (limit - length);
  for (; room < 0; room++) {
    ofLength[limit] = (ofLength[limit] ?? 0) - 1;
    let length = limit - 1;
    while ((ofLength[length] ?? 0) === 0) length--;
    ofLength[length] = (ofLength[length] ?? 0) - 1;
    ofLength[length + 1] = (ofLength[length + 1] ?? 0) + 2;
  }
}

function codesOf(lengths: Uint8Array, ofLength: readonly number[], limit: number): Uint16Array {
  const next = new Uint16Array(limit + 2);
  for (let length = 1; length <= limit; length++)
    next[length + 1] = ((next[length] ?? 0) + (ofLength[length] ?? 0)) << 1;
  return Uint16Array.from(lengths, (length) => {
    if (length === 0) return 0;
    let code = next[length] ?? 0;
    next[length] = code + 1;
    let turned = 0;
    for (let bit = 0; bit < length; bit++, code >>= 1) turned = (turned << 1) | (code & 1);
    return turned;
  });
}
