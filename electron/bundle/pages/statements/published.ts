import { comparablePublished } from '../../../../shared/spread/published.ts';
import { statedFact } from '../../../../shared/page/facts/stated-fact.ts';
import type { BundleExhibit } from '../../model.ts';

/** When a publication came out, as a person stated it or else as its page says; null where neither does. */
export function publishedOf({ exhibit, record }: Pick<BundleExhibit, 'exhibit' | 'record'>): string | null {
  const onPage = record.kind === 'capture' ? statedFact(record.pageFacts ?? [], 'Published') : null;
  return comparablePublished(exhibit.media?.published ?? onPage ?? null)?.replace('T', ' ') ?? null;
}
