import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedFacts, type FactRow } from '../../../../electron/bundle/pages/annex/shared-facts.ts';

const row = (label: string, ...values: string[]): FactRow => ({ label, values });

describe('what exhibits share in the technical annex', () => {
  test('is what more than half of them say, where each says just one thing', () => {
    const { shared, own } = sharedFacts([
      [row('status', '200'), row('address', 'a')],
      [row('status', '200'), row('address', 'b')],
      [row('status', '404'), row('address', 'c')],
    ]);
    expect(shared).toEqual([row('status', '200')]);
    expect(own).toEqual([[row('address', 'a')], [row('address', 'b')], [row('status', '404'), row('address', 'c')]]);
  });

  test('is nothing that one of them does not say, says twice, or that only half agree on', () => {
    const two = [row('step', 'failed'), row('step', 'failed')];
    expect(sharedFacts([[row('warning', 'w')], [row('warning', 'w')], []]).shared).toEqual([]);
    expect(sharedFacts([two, [row('step', 'failed')], [row('step', 'failed')]]).shared).toEqual([]);
    expect(sharedFacts([[row('a', '1')], [row('a', '2')]]).shared).toEqual([]);
    expect(sharedFacts([[row('a', '1')]]).shared).toEqual([]);
  });

  test('read back with what each has of its own is what each said, no more and no less', () => {
    const label = fc.constantFrom('a', 'b', 'c');
    const said = fc.array(
      fc.record({ label, values: fc.array(fc.constantFrom('1', '2'), { minLength: 1, maxLength: 2 }) }),
      {
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(fc.array(said, { maxLength: 6 }), (all) => {
        const { shared, own } = sharedFacts(all);
        all.forEach((rows, at) => {
          const mine = own[at] ?? [];
          const taken = shared.filter((one) => !mine.some((other) => other.label === one.label));
          const read = [...mine, ...taken].map((one) => JSON.stringify(one)).sort();
          expect(read).toEqual(rows.map((one) => JSON.stringify(one)).sort());
        });
      }),
    );
  });
});
