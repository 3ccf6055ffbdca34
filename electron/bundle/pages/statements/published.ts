import { comparablePublished } from '../../../../shared/spread/published.ts';
import { statedFact } from '../../../../shared/page/facts/stated-fact.ts';
import type { BundleExhibit } from '../../model.ts';

/** When a publication came out, as a person stated it or else as its page says; null where neither does. */
export function publishedOf({ exhibit, record }: Pick<BundleExhibit, 'exhibit' | 'record'>): string | null {
  const onPage = record.kind === 'capture' ? statedFact(record.pageFacts ?? [], 'Published') : null;
  const said = comparablePublished(exhibit.media?.published ?? onPage ?? null);
  // 2019-05-05T21:08:44+0800 as every other time of the paper is written; the zone stays the one that was said.
  return said?.replace('T', ' ').replace(/(\d\d:\d\d) ?([+-]\d\d):?(\d\d)$/, '$1 $2:$3') ?? null;
}
