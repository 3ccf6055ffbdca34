import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalBytes, canonicalJson, utf8, type Json } from '../../../shared/canonical-json.ts';

const text = fc.string({ unit: 'binary' });
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.boolean(),
    fc.constant(null),
    fc.maxSafeInteger(),
    fc.array(tie('value')),
    fc.dictionary(text, tie('value')),
  ),
})).value;

describe('canonical JSON (RFC 8785)', () => {
  test('sorts members by UTF-16 code unit, as the standard’s own example does', () => {
    const members = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(members)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}');
  });

  test('says the same whatever the order in which a value was built', () => {
    fc.assert(
      fc.property(fc.dictionary(text, json), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
    );
  });

  test('reads back as the value that went in', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('its bytes are UTF-8, as the platform would encode them', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(Buffer.from(utf8(value)).equals(Buffer.from(value, 'utf8'))).toBe(true);
      }),
    );
    expect(
      createHash('sha256')
        .update(canonicalBytes({ b: [1, null], a: '一' }))
        .digest('hex'),
    ).toBe(createHash('sha256').update('{"a":"一","b":[1,null]}').digest('hex'));
  });

  test.for([[0.5], [2 ** 53], [Number.NaN], [Infinity], ['\ud800']])(
    'refuses %s, which two programs may print differently',
    ([value]) => {
      expect(() => canonicalJson(value as Json)).toThrow(TypeError);
    },
  );

  test('leaves out what is undefined, and prints minus zero as zero', () => {
    expect(canonicalJson({ a: undefined, b: -0 })).toBe('{"b":0}');
  });
});
