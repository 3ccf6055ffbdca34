/** Values of strings, numbers, binary data and objects by the number of their property; longer numbers are skipped. */
export type Properties = ReadonlyMap<number, Readonly<{ bytes: Buffer; unicode: boolean }>>;

/** Bytes of a value of a fixed size, by its type, filled up to four ([MS-OXTNEF] §2.1.3.4.3). */
const sizes: Readonly<Record<number, number>> = {
  0x02: 4,
  0x03: 4,
  0x04: 4,
  0x05: 8,
  0x06: 8,
  0x07: 8,
  0x0a: 4,
  0x0b: 4,
  0x14: 8,
  0x40: 8,
  0x48: 16,
};
const string8 = 0x1e;
const unicodeString = 0x1f;
const object = 0x0d;
const binary = 0x102;
const severalValues = 0x1000;
const firstNamed = 0x8000;
const mostProperties = 20_000;
/** Before an object stands the identifier of its interface. */
const interfaceBytes = 16;

/** Reads a list of properties; what lies behind one that cannot be read is left. */
export function readProperties(data: Buffer): Properties {
  const found = new Map<number, Readonly<{ bytes: Buffer; unicode: boolean }>>();
  let at = 4;
  const word = (): number => {
    at += 4;
    return at <= data.length ? data.readUInt32LE(at - 4) : Number.NaN;
  };
  const filled = (length: number) => Math.ceil(length / 4) * 4;
  const count = data.length < 4 ? 0 : Math.min(data.readUInt32LE(0), mostProperties);
  for (let n = 0; n < count && at < data.length; n += 1) {
    const tag = word();
    const [id, declared] = [tag >>> 16, tag & 0xffff];
    if (id >= firstNamed) {
      at += interfaceBytes;
      const kind = word();
      const named = word();
      if (kind === 1) at += filled(named);
    }
    const type = declared & ~severalValues;
    const size = sizes[type];
    if (size !== undefined) {
      const values = (declared & severalValues) === 0 ? 1 : word();
      if (values === 1 && size === 4 && at + 4 <= data.length)
        found.set(id, { bytes: data.subarray(at, at + 4), unicode: false });
      at += size * values;
    } else if ([string8, unicodeString, object, binary].includes(type)) {
      const values = word();
      for (let value = 0; value < values && at <= data.length; value += 1) {
        const length = word();
        if (!(at + length <= data.length)) return found;
        const bytes = data.subarray(at + (type === object ? Math.min(interfaceBytes, length) : 0), at + length);
        if (value === 0 && !found.has(id)) found.set(id, { bytes, unicode: type === unicodeString });
        at += filled(length);
      }
      if (!Number.isFinite(values)) return found;
    } else return found;
    if (!Number.isFinite(at)) return found;
  }
  return found;
}
