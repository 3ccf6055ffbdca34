import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reason } from '../../../../shared/case/record.ts';
import { readRegular } from '../../../casefile/files/regular-file.ts';
import { mostCharacters } from '../../limits.ts';
import type { TextAnswer } from '../../text-words.ts';
import { readHtml } from '../mail/html-text.ts';
import { mailShape, type MailPart } from '../mail/mail-shape.ts';
import { contentOfPart, partField, textOfPart } from '../mail/part-content.ts';
import { unwrapped } from '../mail/unwrapped.ts';

/** Bytes of a saved page that are read, and files in it that a browser is given. */
const mostOfPage = { bytes: 200 * 1024 * 1024, files: 5_000, html: 20_000_000 } as const;

/** Where a page is said to lie that does not say where it was: a name that nobody can have (RFC 2606 §2). */
const nowhere = 'http://saved.invalid/';

type SavedPage = Readonly<{
  html: string;
  /** Where the file says that the page was; null where it does not. */
  address: string | null;
  files: readonly Readonly<{ address: string; mediaType: string; content: Buffer }>[];
  notes: readonly Reason[];
}>;

/** Reads a page that somebody saved, as HTML or as MHTML: its words, and what a browser needs to draw it. */
export function readSavedPage(path: string, outFolder: string): TextAnswer {
  if (statSync(path).size > mostOfPage.bytes) return { as: 'none', reason: { code: 'saved-page-too-large' } };
  const bytes = readRegular(path, 'followed');
  const page = mhtmlOf(bytes) ?? htmlOf(bytes);
  const { words, bare } = readHtml(page.html);
  const cut = words.length > mostCharacters;
  const notes: Reason[] = [
    page.address === null
      ? { code: 'saved-page-of-nowhere' }
      : { code: 'saved-page-says-from', params: { address: page.address.slice(0, 1_000) } },
    ...page.notes,
    ...(cut ? [{ code: 'text-cut', params: { characters: mostCharacters } }] : []),
  ];
  const answer = {
    as: 'text',
    body: words.slice(0, mostCharacters).toWellFormed(),
    ...(words === '' && { absent: bare ? ('none' as const) : ('not-read' as const) }),
    fields: [],
    head: '',
    notes,
    attachments: [],
  } as const;
  if (page.html.length > mostOfPage.html) return { ...answer, fields: [], attachments: [] };
  writeFileSync(join(outFolder, 'to-draw.html'), page.html);
  const files = page.files.map(({ address, mediaType, content }, at) => {
    const file = `own-${String(at + 1).padStart(4, '0')}`;
    writeFileSync(join(outFolder, file), content);
    return { address, file, mediaType };
  });
  const address = page.address !== null && /^https?:/i.test(page.address) ? page.address : nowhere;
  return { ...answer, fields: [], attachments: [], toDraw: { file: 'to-draw.html', address, files } };
}

/** A page that lies alone; browsers write above it where they had it from. */
function htmlOf(bytes: Buffer): SavedPage {
  const part = { type: 'text/html', fields: [], from: 0, to: bytes.length, headFrom: 0 };
  const alone: MailPart = { ...part, smime: '', attached: false, namedSealed: false, blank: false };
  const { text, notes } = textOfPart(bytes, alone);
  const saved = /<!--\s*saved from url=\(\d{1,6}\)(\S{1,2000})\s*-->/i.exec(text.slice(0, 4_000))?.[1] ?? null;
  return { html: text, address: parsed(saved), files: [], notes };
}

/** A page with its files in one (RFC 2557); null where it is none, or has no page in it. */
function mhtmlOf(file: Buffer): SavedPage | null {
  const { message } = unwrapped(file);
  if (
    !/^(?:from|mime-version|content-type|snapshot-content-location|subject|date)[ \t]*:/i.test(
      message.toString('latin1', 0, 200),
    )
  )
    return null;
  const { parts } = mailShape(message);
  const root = parts.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  if (!root) return null;
  const { text, notes } = textOfPart(contentOfPart(message, root), root);
  const ids = new Map<string, string>();
  const files = parts
    .filter((one) => one !== root)
    .slice(0, mostOfPage.files)
    .flatMap((part, at) => {
      const where = partField(part, 'content-location').replace(/\s+/g, '');
      // Chromium names what has no address of its own by an id, in the field of the address.
      const id = partField(part, 'content-id').replace(/^<|>$/g, '') || /^cid:(.{1,500})$/i.exec(where)?.[1] || '';
      const own = id === '' ? null : `${nowhere}cid/${at}`;
      if (own !== null) ids.set(id.toLowerCase(), own);
      const given = parsed(where);
      const addresses = [own, given !== null && /^https?:/i.test(given) ? given : null];
      const content = contentOfPart(message, part);
      return addresses.flatMap((address) => (address === null ? [] : [{ address, mediaType: part.type, content }]));
    });
  const known = (html: string) =>
    html.replace(/cid:([^"'\\s)>]{1,500})/gi, (whole, id: string) => ids.get(id.toLowerCase()) ?? whole);
  const inside = files.map((one) =>
    /^text\/(?:html|css)/.test(one.mediaType)
      ? { ...one, content: Buffer.from(known(one.content.toString('latin1')), 'latin1') }
      : one,
  );
  const snapshot =
    /^snapshot-content-location:[ \t]*(\S{1,2000})/im.exec(message.toString('latin1', 0, 20_000))?.[1] ?? null;
  const address = parsed(partField(root, 'content-location').replace(/\s+/g, '')) ?? parsed(snapshot);
  return { html: known(text), address, files: inside, notes };
}

const parsed = (address: string | null): string | null =>
  address !== null && URL.canParse(address) ? new URL(address).href.replace(/#.*$/, '') : null;
