import { closeSync, fstatSync, readSync } from 'node:fs';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { OpenCases } from './open-cases.ts';
import { pictureOf } from './rows-of.ts';
import { openRegular } from '../../casefile/files/regular-file.ts';

/** A file of a case on its way to the window. */
export type Served = Readonly<{
  status: 200 | 206;
  mediaType: string;
  bytes: Uint8Array;
  /** Value of Content-Range, where a part was asked for. */
  range: string | null;
  /** Size of the whole file. */
  size: number;
}>;

/** Longest piece that leaves at once: a call over the pipe carries it as base64. */
const longestPiece = 4 * 1024 * 1024;
/** A whole file longer than this is asked for in pieces, or not at all. */
const longestWhole = 64 * 1024 * 1024;

/** Stored bytes leave with a type of this list, whatever they claim to be; everything else is bytes. */
const shown: Readonly<Record<string, string>> = {
  'image/png': 'image/png',
  'image/jpeg': 'image/jpeg',
  'image/webp': 'image/webp',
  'image/gif': 'image/gif',
};

/**
 * Finds what an address of the window names: `/case/KEY/thumb/ITEM`, `/case/KEY/item/ITEM/NAME` (an artifact by its
 * name), `/case/KEY/replay/ITEM` (the stored document, for a frame that can do nothing), `/case/KEY/bundle/SEQ/N` (the
 * N-th of its files, from 0). Only of cases that are open, only what the case's own records and log name.
 */
export async function readForWindow(open: OpenCases, pathname: string, range: string | null): Promise<Served | null> {
  const [, kind, key = '', what = '', name = '', file = ''] = pathname.split('/');
  if (kind !== 'case') return null;
  try {
    const opened = open.byKey(key);
    const caseFile = opened.read();
    switch (what) {
      case 'thumb': {
        const picture = pictureOf(caseFile.item(name).record);
        const bytes = picture && (await open.thumbnails.of(caseFile.objectPath(picture.sha256)));
        return bytes && { status: 200, mediaType: 'image/webp', bytes, range: null, size: bytes.length };
      }
      case 'item': {
        const artifact = caseFile.item(name).record.artifacts.find((one) => one.name === decodeURIComponent(file));
        return artifact ? piece(caseFile.objectPath(artifact.sha256), typeOf(artifact.mediaType), range) : null;
      }
      case 'replay': {
        const dom = caseFile.item(name).record.artifacts.find(({ role }) => role === 'dom');
        return dom ? piece(caseFile.objectPath(dom.sha256), 'text/html; charset=utf-8', null) : null;
      }
      case 'bundle': {
        const bundle = opened.bundles().find(({ seq }) => String(seq) === name);
        const written = bundle?.files[Number(file)];
        return written ? piece(written.pdf, 'application/octet-stream', range) : null;
      }
      default:
        return null;
    }
  } catch (error) {
    if (error instanceof FascicleError) return null;
    throw error;
  }
}

function typeOf(mediaType: string): string {
  const [plain = ''] = mediaType.split(';');
  if (/^(text\/|application\/json$)/.test(plain)) return 'text/plain; charset=utf-8';
  return shown[plain] ?? 'application/octet-stream';
}

/** The whole file, or the part asked for; a part that is too long is cut, as RFC 9110 §15.3.7 lets a server do. */
function piece(path: string, mediaType: string, range: string | null): Served | null {
  let fd: number;
  try {
    fd = openRegular(path);
  } catch {
    return null; // verification names a missing object; here there is nothing to show
  }
  try {
    const { size } = fstatSync(fd);
    const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
    const from = asked ? Number(asked[1]) : 0;
    const last = asked?.[2] ? Number(asked[2]) : size - 1;
    const to = Math.min(last, size - 1, asked ? from + longestPiece - 1 : size - 1);
    if ((from > to && size > 0) || to - from >= longestWhole) return null;
    const bytes = new Uint8Array(Math.max(0, to - from + 1));
    for (let at = 0; at < bytes.length;) {
      const read = readSync(fd, bytes, at, bytes.length - at, from + at);
      if (read === 0) break;
      at += read;
    }
    return { status: asked ? 206 : 200, mediaType, bytes, range: asked ? `bytes ${from}-${to}/${size}` : null, size };
  } finally {
    closeSync(fd);
  }
}
