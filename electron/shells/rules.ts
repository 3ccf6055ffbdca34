import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Workbench } from '../workbench/workbench.ts';

/** Where the renderer lives in the Chromium shell: a name that never resolves, served from memory. */
export const rendererOrigin = 'https://workbench.invalid';

/**
 * What the window may do: its own files, nothing else, nothing inline. The nonce is for the few styles that the
 * component library writes; it is another one at every load.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What captured bytes may do when they are looked at: nothing. */
const evidencePolicy = "sandbox; default-src 'none'";

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.mjs': 'text/javascript; charset=utf-8',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

/**
 * The renderer file that a path asks for, relative to the renderer's folder, or null: nothing outside it, no type that
 * is not listed, whatever dots, backslashes, escapes or NULs are in the path.
 */
export function rendererFile(pathname: string): Readonly<{ file: string; mediaType: string }> | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (/[\\\0%]/.test(path) || path.split('/').includes('..')) return null;
  const file = path === '/' ? 'index.html' : posix.normalize(path).replace(/^\/+/, '');
  const mediaType = mediaTypes[posix.extname(file)];
  return mediaType === undefined || file.startsWith('..') ? null : { file, mediaType };
}

/** An answer to a request of the window, for either shell. */
export type ServedAnswer = Readonly<{
  status: number;
  headers: readonly Readonly<{ name: string; value: string }>[];
  body: Uint8Array;
}>;

/**
 * Answers a request of the window: its own files, and pictures, texts and bundles of the cases it has open.
 * @returns null where the request is refused: another place, another verb, nothing of that name
 */
export async function respond(
  workbench: Workbench,
  rendererFolder: string,
  request: Readonly<{ method: string; pathname: string; range: string | null }>,
): Promise<ServedAnswer | null> {
  if (request.method !== 'GET') return null;
  if (request.pathname.startsWith('/case/')) return evidence(workbench, request.pathname, request.range);
  const wanted = rendererFile(request.pathname);
  if (!wanted) return null;
  const nonce = randomBytes(16).toString('base64');
  let body: Buffer;
  try {
    body = readFileSync(join(rendererFolder, wanted.file));
  } catch {
    return null;
  }
  if (wanted.file === 'index.html') body = Buffer.from(body.toString('utf8').replace('NONCE-OF-THIS-LOAD', nonce));
  return { status: 200, headers: headers(wanted.mediaType, contentSecurityPolicy(nonce)), body };
}

async function evidence(workbench: Workbench, pathname: string, range: string | null): Promise<ServedAnswer | null> {
  const found = await workbench.read(pathname, range);
  if (!found) return null;
  return {
    status: found.status,
    headers: [
      ...headers(found.mediaType, evidencePolicy),
      { name: 'accept-ranges', value: 'bytes' },
      { name: 'content-length', value: String(found.bytes.length) },
      { name: 'cache-control', value: pathname.includes('/thumb/') ? 'no-store' : 'private, max-age=3600' },
      ...(found.range === null ? [] : [{ name: 'content-range', value: found.range }]),
    ],
    body: found.bytes,
  };
}

function headers(mediaType: string, policy: string) {
  return [
    { name: 'content-type', value: mediaType },
    { name: 'content-security-policy', value: policy },
    { name: 'x-content-type-options', value: 'nosniff' },
    { name: 'cross-origin-resource-policy', value: 'same-origin' },
    { name: 'referrer-policy', value: 'no-referrer' },
  ];
}
