import type { Exhibit } from '../case/exhibit.ts';
import type { ItemRecord } from '../case/record.ts';

/** Where an item comes from, as far as it is stated or recorded. */
export type ItemSource = Readonly<{
  item: string;
  host: string | null;
  publisher: string | null;
  channel: string | null;
}>;

/** All support of an element is one item, or comes from one host, publisher or channel. */
export type SingleSource = Readonly<{ by: 'item' | 'host' | 'publisher' | 'channel'; value: string }>;

/**
 * Host: of the address that answered. Publisher: as the schedule of media states it, else as the page names its site.
 * Channel: the account that published, or how an imported file came here, in the words of who imported it.
 */
export function sourceOf(record: ItemRecord, exhibit: Pick<Exhibit, 'media'> | undefined): ItemSource {
  const facts = record.kind === 'capture' ? (record.pageFacts ?? []) : record.facts;
  const fact = (name: string) => facts.find((one) => one.name === name)?.value ?? null;
  return {
    item: record.item,
    host: record.kind === 'capture' ? siteHost(record.finalUrl ?? record.url) : null,
    publisher: exhibit?.media?.outlet ?? fact('SiteName'),
    channel: fact('Channel') ?? fact('From') ?? (record.kind === 'import' ? record.source : null),
  };
}

/**
 * The one source of all support, or null where there are several or it cannot be told. A doubtful thing that stands alone
 * carries nothing (民事证据规定 2019 art. 90); whether this one is doubtful is not for a program to say.
 */
export function singleSource(sources: readonly ItemSource[]): SingleSource | null {
  const [first] = sources;
  if (!first) return null;
  if (sources.every(({ item }) => item === first.item)) return { by: 'item', value: first.item };
  for (const by of ['publisher', 'host', 'channel'] as const) {
    const value = first[by];
    if (value !== null && sources.every((source) => source[by] === value)) return { by, value };
  }
  return null;
}

/** `https://www.News.example:8443/a` → `news.example`: the desktop's and the phone's name of a site are one host. */
export function siteHost(address: string): string | null {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/:?#]+)/i.exec(address)?.[1];
  return host === undefined ? null : host.toLowerCase().replace(/^(www|m)\./, '');
}
