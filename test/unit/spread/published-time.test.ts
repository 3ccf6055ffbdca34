import { expect, test } from 'vitest';
import { publishedOf } from '../../../electron/bundle/pages/statements/published.ts';

const printed = (published: string | undefined, onPage?: string): string | null =>
  publishedOf({
    exhibit: { media: published === undefined ? undefined : { published } },
    record: {
      kind: 'capture',
      pageFacts: onPage === undefined ? [] : [{ name: 'Published', value: onPage, source: 'meta', standing: 'chosen' }],
    },
  } as unknown as Parameters<typeof publishedOf>[0]);

test('a time of publication is written as every other time of the paper, in the zone that was said', () => {
  expect(printed('2019-05-05T21:08:44+0800')).toBe('2019-05-05 21:08:44 +08:00');
  expect(printed('2019-05-05 21:08:44 -03:30')).toBe('2019-05-05 21:08:44 -03:30');
  expect(printed('2019-05-05 21:06')).toBe('2019-05-05 21:06');
  expect(printed(undefined, '2019年5月6日 [2019-05-06]')).toBe('2019-05-06');
  expect(printed('五月六日晚')).toBe('五月六日晚');
  expect(printed(undefined)).toBeNull();
});
