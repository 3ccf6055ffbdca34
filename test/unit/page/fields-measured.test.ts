import { describe, expect, test } from 'vitest';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import { fieldsOf } from '../../../shared/fields/fields-of.ts';
import { noFacts, nothingElse } from '../../fixtures/made/field-sources.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';

/* A field that says that something was not lacking says so of what was looked at, and of nothing else. */

const plain = someCapture(freshCase(), 'x');
const step = (name: string, outcome: 'ok' | 'failed' | 'partial' = 'ok') => ({ step: name, outcome, ms: 1 });
/** Every step that has to do with the picture, in their order. */
const looked = [
  ...['load', 'scroll', 'pictures-and-fonts', 'hold-still', 'bring-in', 'inner-scroll', 'picture', 'text-in-picture'],
  ...['seen-in-picture', 'one-document'],
].map((name) => step(name));
const without = (name: string) => looked.filter((one) => one.step !== name);
const pictured = { picture: { width: 1280, height: 4_000, overlap: 32 } };
const tiles = (count: number): CaptureRecord['artifacts'] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ role: 'screenshot-tile' as const, name: `tile-000${at + 1}.png`, mediaType: 'image/png', bytes: 1 },
    ...{ sha256: 'ab'.repeat(32), x: 0, y: at * 2_000, width: 1_280, height: 2_032 },
  }));

function said(id: string, change: Partial<CaptureRecord>): string {
  const record = { ...plain, ...change };
  const found = fieldsOf({ ...nothingElse, record, caseFacts: noFacts }, 'en').find((one) => one.id === id);
  return found === undefined ? '' : 'notRecorded' in found ? found.notRecorded : found.values.join('\n');
}

describe('whether a picture is cut', () => {
  const cut = (change: Partial<CaptureRecord>) =>
    said('picture-truncated', { ...pictured, artifacts: tiles(2), steps: looked, ...change });

  test('“not truncated” stands only where inner scrolling was looked for too, and nothing is lacking', () => {
    expect(cut({})).toBe('not truncated');
    // Of an older record that areas were not looked at is said.
    expect(cut({ steps: without('inner-scroll') })).toBe(
      'not found truncated (inner scrolling areas were not checked)',
    );
  });

  test.for<readonly [what: string, change: Partial<CaptureRecord>]>([
    ['pictures that did not load', { warnings: [{ code: 'pictures-missing', params: { count: 4 } }] }],
    ['pictures that were not received', { warnings: [{ code: 'images-not-received', params: { count: 4 } }] }],
    [
      'a picture that ends before the page',
      { warnings: [{ code: 'picture-cut-height', params: { height: 9, shown: 8 } }] },
    ],
    [
      'a page without end',
      {
        steps: [
          ...looked,
          {
            ...step('scroll', 'partial'),
            reason: { code: 'scroll-ended-by-time', params: { seconds: 60, pixels: 9 } },
          },
        ],
      },
    ],
    [
      'an area that scrolls inside',
      {
        innerScroll: {
          parts: [
            {
              selector: 'div',
              kind: 'scrolls',
              x: 0,
              y: 0,
              width: 300,
              height: 200,
              hiddenHeight: 700,
              hiddenWidth: 0,
            },
          ],
          expanded: null,
        },
      },
    ],
  ])('%s: it is said, and not “not truncated”', ([, change]) => {
    expect(cut(change)).not.toMatch(/^not (?:found )?truncated/m);
    expect(cut(change).length).toBeGreaterThan(10);
  });

  test.for(['scroll', 'pictures-and-fonts', 'hold-still', 'bring-in', 'picture', 'text-in-picture', 'seen-in-picture'])(
    'a log without %s leaves it open: that is said, and not “not truncated”',
    (name) => {
      expect(cut({ steps: without(name) })).toMatch(/: not in the operation log$/);
      expect(cut({ steps: without(name) })).not.toMatch(/truncated/);
    },
  );

  test('of no picture nothing is said', () => {
    expect(said('picture-truncated', { picture: null })).not.toMatch(/truncated/);
  });
});

test('one tile has no neighbours: that rows are shared is said of several alone', () => {
  expect(said('picture-strategy', { ...pictured, artifacts: tiles(1) })).toMatch(/^1 tile$/m);
  expect(said('picture-strategy', { ...pictured, artifacts: tiles(1) })).not.toMatch(/share|adjacent/);
  expect(said('picture-strategy', { ...pictured, artifacts: tiles(2) })).toMatch(
    /^2 tiles; adjacent tiles share 32 rows$/m,
  );
});

test('that nobody looked later is never said: other captures are items of their own', () => {
  expect(said('later-check', {})).toBe(
    'not listed here; any other capture of the same address is a separate item in the case',
  );
  const earlier = '0198c7d2-0000-7000-8000-000000000009';
  expect(said('later-check', { earlier })).toContain(earlier);
});
