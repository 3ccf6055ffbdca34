import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOfUtf8 } from '../../../shared/utf8.ts';

describe('text from UTF-8 bytes', () => {
  test('is what the platform reads, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const bytes = new TextEncoder().encode(text);
        expect(textOfUtf8(bytes)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      }),
    );
    const long = '青禾小贷𠮷'.repeat(20_000);
    expect(textOfUtf8(new TextEncoder().encode(long))).toBe(long);
  });

  test('is refused where the platform refuses the bytes', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const platform = (bytes: Uint8Array) => {
      try {
        return strict.decode(bytes);
      } catch {
        return null;
      }
    };
    const own = (bytes: Uint8Array) => {
      try {
        return textOfUtf8(bytes);
      } catch {
        return null;
      }
    };
    const lead = fc.constantFrom(0x41, 0x80, 0xc0, 0xc1, 0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0xf5, 0xff, 0xa0, 0x9f, 0xbf);
    fc.assert(
      fc.property(fc.array(lead, { maxLength: 6 }), (octets) => {
        const bytes = Uint8Array.from(octets);
        expect(own(bytes)).toBe(platform(bytes));
      }),
      { numRuns: 2_000 },
    );
  });
});
