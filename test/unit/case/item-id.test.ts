import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { itemId } from '../../../shared/case/item-id.ts';

describe('an item id', () => {
  it('is the UUIDv7 that RFC 9562 gives as its example', () => {
    const random = Uint8Array.from([0xcc, 0x3d, 0x8c, 0x4d, 0xc0, 0xc0, 0xc0, 0x7a, 0x0c, 0x00]);
    expect(itemId(0x017f22e279b0, random).slice(0, 18)).toBe('017f22e2-79b0-7cc3');
  });

  it('is accepted by the record for every random value', () => {
    const schema = z.uuid({ version: 'v7' });
    for (const byte of [0, 0x3f, 0x7f, 0x80, 0xff]) {
      expect(schema.safeParse(itemId(1_557_106_200_000, new Uint8Array(10).fill(byte))).success).toBe(true);
    }
  });

  it('sorts by time', () => {
    const early = itemId(1_000, new Uint8Array(10).fill(255));
    expect(early < itemId(1_001, new Uint8Array(10))).toBe(true);
  });
});
