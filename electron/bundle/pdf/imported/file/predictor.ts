/** How rows were made easier to pack (ISO 32000-1 Table 8). */
export type Predictor = Readonly<{ predictor: number; columns: number; colours: number; bits: number }>;

/**
 * Undoes a PNG or TIFF predictor (ISO 32000-1 §7.4.4.4). A last row that breaks off is kept as far as it goes.
 * @throws {Error} where the predictor is unknown
 */
export function withoutPredictor(data: Uint8Array, { predictor, columns, colours, bits }: Predictor): Uint8Array {
  if (predictor <= 1) return data;
  const step = Math.max(1, Math.ceil((colours * bits) / 8));
  const row = Math.ceil((columns * colours * bits) / 8);
  if (!(row > 0 && row < 1 << 28)) throw new Error('a predictor that cannot be undone');
  if (predictor === 2 && bits === 8) return withoutDifferences(data, row, step);
  if (predictor < 10) throw new Error('a predictor that cannot be undone');
  const out = Buffer.alloc(Math.max(0, data.length - Math.ceil(data.length / (row + 1))));
  for (let from = 0, to = 0; from < data.length; from += row + 1, to += row) {
    const kind = data[from];
    const length = Math.min(row, data.length - from - 1);
    for (let n = 0; n < length; n++) {
      const left = n < step ? 0 : (out[to + n - step] ?? 0);
      const above = to === 0 ? 0 : (out[to + n - row] ?? 0);
      const corner = n < step || to === 0 ? 0 : (out[to + n - row - step] ?? 0);
      out[to + n] = (data[from + 1 + n] ?? 0) + predicted(kind, left, above, corner);
    }
  }
  return out;
}

function predicted(kind: number | undefined, left: number, above: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return above;
  if (kind === 3) return (left + above) >> 1;
  if (kind !== 4) return 0;
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

function withoutDifferences(data: Uint8Array, row: number, step: number): Uint8Array {
  const out = Buffer.from(data);
  for (let at = 0; at < out.length; at++) if (at % row >= step) out[at] = (out[at] ?? 0) + (out[at - step] ?? 0);
  return out;
}
