import { comparablePublished } from '../../../../shared/spread/published.ts';
import { statedFact } from '../../../../shared/page/facts/stated-fact.ts';
import { publishedStretch, type Stretch } from '../../../../shared/window/spread-layout.ts';
import type { BundleExhibit } from '../../model.ts';

type Dated = Pick<BundleExhibit, 'exhibit' | 'record'>;

/** Minutes east of UTC of times that are written without a zone. */
export const beijingOffset = 480;

/** When a publication came out, as a person stated it or else as its page says; null where neither does. */
export function publishedOf({ exhibit, record }: Dated): string | null {
  return asPrinted(exhibit.media?.published ?? onPage(record));
}

/** The same as a stretch of time, and who says so: the page, where it says what a person stated. */
export type StatedPublication = Readonly<{
  said: string | null;
  stretch: Stretch | null;
  by: 'page' | 'party';
  /** What the page says, where that is another time. */
  differs: string | null;
}>;

export function publicationOf(one: Dated): StatedPublication {
  const said = publishedOf(one);
  const page = asPrinted(onPage(one.record));
  const stretch = publishedStretch(said, beijingOffset);
  const ofPage = publishedStretch(page, beijingOffset);
  const same = page === said || (stretch !== null && stretch.from === ofPage?.from && stretch.to === ofPage.to);
  const isByPage = page !== null && same;
  return { said, stretch, by: isByPage ? 'page' : 'party', differs: page === null || same ? null : page };
}

const onPage = (record: Dated['record']): string | null =>
  record.kind === 'capture' ? statedFact(record.pageFacts ?? [], 'Published') : null;

/** 2019-05-05T21:08:44+0800 as every other time of the paper is written; the zone stays the one that was said. */
const asPrinted = (text: string | null): string | null =>
  comparablePublished(text)
    ?.replace('T', ' ')
    .replace(/(\d\d:\d\d) ?([+-]\d\d):?(\d\d)$/, '$1 $2:$3') ?? null;
