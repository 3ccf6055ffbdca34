import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { withoutFragment } from '../../shared/without-fragment.ts';
import { utf8, type Json } from '../../shared/canonical-json.ts';
import type { ArchivedExchange, ArchivedMetadata, ArchivedResource, Header } from './archived.ts';
import { cdxj, type CdxjEntry } from './cdxj.ts';
import { writeExchange } from './exchange-records.ts';
import { WarcFile } from './warc-file.ts';
import { writeZipFile } from './zip-file.ts';

/** One page's archive, before it is written. */
export type Archive = Readonly<{
  software: string;
  created: string;
  page: Readonly<{ url: string; title: string; text: string; startedAt: string }>;
  exchanges: Iterable<ArchivedExchange>;
  resources: readonly ArchivedResource[];
  metadata: readonly ArchivedMetadata[];
  /** Of a disclosure copy: the sealed archive that it was made from, and what was replaced. */
  disclosure: Readonly<{ sealedSha256: string; replaced: Json }> | null;
}>;

const warcName = 'data.warc.gz';

/**
 * Writes a page's archive as WACZ 1.1.1 (specs.webrecorder.net/wacz/1.1.1): one WARC 1.1 file, a CDXJ index of it, the
 * list of pages with the page's text, and `datapackage.json` with the SHA-256 of each, whose own hash stands beside it.
 *
 * @param path of the file, not there yet @param scratch a folder for the WARC until it is packed
 * @returns the file's length in bytes
 */
export async function writeWacz(path: string, archive: Archive, scratch: string): Promise<number> {
  const warcPath = join(scratch, `${archive.disclosure ? 'disclosure' : 'sealed'}.warc.gz`);
  const { index, warc } = await writeWarc(warcPath, archive);
  const files = [
    { name: `archive/${warcName}`, content: warcPath, ...warc },
    ...[['indexes/index.cdx', cdxj(index, warcName)] as const, ['pages/pages.jsonl', pagesOf(archive)] as const].map(
      ([name, text]) => ({ name, content: utf8(text), ...hashOf(utf8(text)) }),
    ),
  ];
  const datapackage = utf8(
    JSON.stringify(
      {
        profile: 'data-package',
        wacz_version: '1.1.1',
        title: archive.page.title,
        created: archive.created,
        software: archive.software,
        mainPageUrl: withoutFragment(archive.page.url),
        mainPageDate: archive.page.startedAt,
        ...(archive.disclosure && {
          description: disclosureWords,
          disclosureOf: `sha256:${archive.disclosure.sealedSha256}`,
        }),
        resources: files.map(({ name, bytes, sha256 }) => ({
          name: name.slice(name.indexOf('/') + 1),
          path: name,
          hash: `sha256:${sha256}`,
          bytes,
        })),
      },
      null,
      2,
    ),
  );
  const digest = { path: 'datapackage.json', hash: `sha256:${hashOf(datapackage).sha256}` };
  const bytes = await writeZipFile(path, [
    ...files.map(({ name, content }) => ({ name, content })),
    { name: 'datapackage.json', content: datapackage },
    { name: 'datapackage-digest.json', content: utf8(JSON.stringify(digest, null, 2)) },
  ]);
  rmSync(warcPath);
  return bytes;
}

const disclosureWords =
  'Disclosure copy: cookies, credentials and tokens are replaced; everything else is as in the sealed archive whose SHA-256 is given in disclosureOf. 披露副本：Cookie、认证信息与令牌已替换，其余与封存原件一致，原件哈希值见 disclosureOf。';

async function writeWarc(path: string, archive: Archive) {
  const warc = new WarcFile(path);
  const index: CdxjEntry[] = [];
  const info: Record<string, string> = {
    software: archive.software,
    format: 'WARC File Format 1.1',
    conformsTo: 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
    ...(archive.disclosure && {
      description: disclosureWords,
      disclosureOf: `sha256:${archive.disclosure.sealedSha256}`,
    }),
  };
  const infoBody = utf8(
    Object.entries(info)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join(''),
  );
  const fields: Header[] = [
    ['WARC-Filename', warcName],
    ['Content-Type', 'application/warc-fields'],
  ];
  await warc.append({ type: 'warcinfo', url: null, date: archive.created, fields, http: null, body: infoBody });
  for (const exchange of archive.exchanges) {
    const entry = await writeExchange(warc, exchange);
    if (entry) index.push(entry);
  }
  for (const { uri, mediaType, date, body } of archive.resources) {
    const span = await warc.append({
      type: 'resource',
      url: uri,
      date,
      fields: [['Content-Type', mediaType]],
      http: null,
      body,
    });
    index.push({ url: uri, date, mediaType: mediaType.split(';')[0] ?? '', status: 200, span, method: 'GET' });
  }
  const replaced = archive.disclosure && {
    url: 'urn:fascicle:disclosure',
    mediaType: 'application/json',
    date: archive.created,
    body: utf8(JSON.stringify(archive.disclosure)),
  };
  for (const { url, mediaType, date, body } of [...archive.metadata, ...(replaced ? [replaced] : [])]) {
    await warc.append({ type: 'metadata', url, date, fields: [['Content-Type', mediaType]], http: null, body });
  }
  return { index, warc: warc.close() };
}

function pagesOf({ page }: Archive): string {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText: true };
  const line = {
    id: hashOf(utf8(`${page.url} ${page.startedAt}`)).sha256.slice(0, 20),
    url: withoutFragment(page.url), // the address that the index has
    ts: page.startedAt,
    title: page.title,
    text: page.text,
  };
  return `${JSON.stringify(head)}\n${JSON.stringify(line)}\n`;
}

function hashOf(bytes: Uint8Array): { bytes: number; sha256: string } {
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
