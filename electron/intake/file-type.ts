/**
 * What a file is, told by its bytes. Names and declared types are claims of others; they are only compared with this.
 */

/** How intake treats it. `picture`: one that is normalised; `mail`: its head is read; `sheet`: facts and original. */
type Treatment = 'png' | 'jpeg' | 'picture' | 'pdf' | 'mail' | 'outlook' | 'text' | 'sheet' | 'empty';

export type FileType = Readonly<{
  treatment: Treatment;
  mediaType: string;
  /** Lower-case ASCII ending for exports, without the dot. */
  ending: string;
  /** Endings under which such a file goes by, beside its own; `null` where any may be right. */
  alsoEndings: readonly string[] | null;
}>;

/** As much of the file's beginning as detection reads. */
export const headLength = 65_536;

const type = (
  treatment: Treatment,
  mediaType: string,
  ending: string,
  alsoEndings: readonly string[] | null = [],
): FileType => ({ treatment, mediaType, ending, alsoEndings });

const latin = (head: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...head.subarray(from, from + length));

/** @param head the first `headLength` bytes, or all where the file is shorter */
export function fileTypeOf(head: Uint8Array): FileType {
  if (head.length === 0) return type('empty', 'application/octet-stream', 'bin', null);
  return (
    bySignature(head) ??
    isoMedia(head) ??
    riff(head) ??
    zip(head) ??
    ole(head) ??
    pdf(head) ??
    textual(head) ??
    type('sheet', 'application/octet-stream', 'bin', null)
  );
}

/** Signature at offset 0 → type. Latin-1 text of the bytes. */
const signatures: readonly (readonly [string, FileType])[] = [
  ['\x89PNG\r\n\x1a\n', type('png', 'image/png', 'png')],
  ['\xff\xd8\xff', type('jpeg', 'image/jpeg', 'jpg', ['jpeg', 'jpe', 'jfif', 'mpo'])],
  ['GIF87a', type('picture', 'image/gif', 'gif')],
  ['GIF89a', type('picture', 'image/gif', 'gif')],
  ['II*\0', type('picture', 'image/tiff', 'tiff', ['tif', 'dng', 'nef', 'arw'])],
  ['MM\0*', type('picture', 'image/tiff', 'tiff', ['tif', 'dng', 'nef'])],
  ['II+\0', type('picture', 'image/tiff', 'tiff', ['tif'])],
  ['MM\0+', type('picture', 'image/tiff', 'tiff', ['tif'])],
  ['\x1aE\xdf\xa3', type('sheet', 'video/x-matroska', 'mkv', ['webm', 'mka'])],
  ['OggS', type('sheet', 'application/ogg', 'ogg', ['oga', 'ogv', 'opus'])],
  ['fLaC', type('sheet', 'audio/flac', 'flac')],
  ['ID3', type('sheet', 'audio/mpeg', 'mp3')],
  ['\xff\xfb', type('sheet', 'audio/mpeg', 'mp3')],
  ['#!AMR', type('sheet', 'audio/amr', 'amr')],
  ['\x02#!SILK', type('sheet', 'audio/x-silk', 'silk', ['amr', 'slk', 'aud'])],
  ['FLV\x01', type('sheet', 'video/x-flv', 'flv')],
  ['7z\xbc\xaf\x27\x1c', type('sheet', 'application/x-7z-compressed', '7z')],
  ['Rar!\x1a\x07', type('sheet', 'application/vnd.rar', 'rar')],
  ['\x1f\x8b', type('sheet', 'application/gzip', 'gz', ['tgz', 'warc.gz'])],
  ['SQLite format 3\0', type('sheet', 'application/vnd.sqlite3', 'sqlite', null)],
  ['{\\rtf', type('sheet', 'application/rtf', 'rtf', ['doc'])],
  ['MZ', type('sheet', 'application/vnd.microsoft.portable-executable', 'exe', ['dll'])],
];

function bySignature(head: Uint8Array): FileType | null {
  const start = latin(head, 0, 16);
  const found = signatures.find(([signature]) => start.startsWith(signature));
  if (found) return found[1];
  // BMP: two letters are too few to tell; the size in the header must not be smaller than its own headers.
  if (start.startsWith('BM') && head.length > 26 && (head[14] ?? 0) >= 12 && (head[15] ?? 1) === 0) {
    return type('sheet', 'image/bmp', 'bmp', ['dib']);
  }
  return null;
}

/** ISO base media (ISO/IEC 14496-12 §4.3): the brand in `ftyp` tells pictures from films. */
function isoMedia(head: Uint8Array): FileType | null {
  if (latin(head, 4, 4) !== 'ftyp') return null;
  const brands = latin(head, 8, 56);
  const major = brands.slice(0, 4);
  if (/^(?:avif|avis)/.test(brands) || (major === 'mif1' && brands.includes('avif'))) {
    return type('picture', 'image/avif', 'avif');
  }
  if (/^(?:heic|heix|hevc|hevx|heim|heis|mif1|msf1)/.test(brands)) {
    return type('sheet', 'image/heic', 'heic', ['heif', 'hif']);
  }
  if (major === 'qt  ') return type('sheet', 'video/quicktime', 'mov', ['qt']);
  if (/^M4[AB] /.test(brands)) return type('sheet', 'audio/mp4', 'm4a', ['m4b']);
  if (/^3g/.test(brands)) return type('sheet', 'video/3gpp', '3gp', ['3g2']);
  return type('sheet', 'video/mp4', 'mp4', ['m4v', 'm4a', 'mov']);
}

function riff(head: Uint8Array): FileType | null {
  if (latin(head, 0, 4) !== 'RIFF') return null;
  const form = latin(head, 8, 4);
  if (form === 'WEBP') return type('picture', 'image/webp', 'webp');
  if (form === 'WAVE') return type('sheet', 'audio/wav', 'wav');
  if (form === 'AVI ') return type('sheet', 'video/x-msvideo', 'avi');
  return null;
}

const officeXml = 'application/vnd.openxmlformats-officedocument.';

/** Office and OpenDocument files are ZIPs; the names of their first members tell which. */
function zip(head: Uint8Array): FileType | null {
  if (latin(head, 0, 4) !== 'PK\x03\x04' && latin(head, 0, 4) !== 'PK\x05\x06') return null;
  const names = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  if (names.includes('word/')) return type('sheet', `${officeXml}wordprocessingml.document`, 'docx', ['docm', 'dotx']);
  if (names.includes('xl/')) return type('sheet', `${officeXml}spreadsheetml.sheet`, 'xlsx', ['xlsm', 'xltx']);
  if (names.includes('ppt/')) return type('sheet', `${officeXml}presentationml.presentation`, 'pptx', ['pptm', 'ppsx']);
  if (names.includes('[Content_Types].xml')) return type('sheet', 'application/zip', 'zip', null);
  const declared = /^mimetype(application\/[a-z0-9.+-]{1,80}?)(?=PK)/.exec(names.slice(30));
  if (declared?.[1]?.includes('opendocument')) return type('sheet', declared[1], 'odf', ['odt', 'ods', 'odp', 'odg']);
  if (declared?.[1] === 'application/epub+zip') return type('sheet', declared[1], 'epub');
  return type('sheet', 'application/zip', 'zip', null);
}

/** OLE compound file (MS-CFB): Outlook's message or old Office. Stream names are UTF-16. */
function ole(head: Uint8Array): FileType | null {
  if (latin(head, 0, 8) !== '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return null;
  const names = Buffer.from(head.buffer, head.byteOffset, head.length);
  const has = (name: string) => names.includes(Buffer.from(name, 'utf16le'));
  if (has('__properties_version') || has('__substg1.0_')) {
    return type('outlook', 'application/vnd.ms-outlook', 'msg', ['oft']);
  }
  if (has('WordDocument')) return type('sheet', 'application/msword', 'doc', ['dot', 'wps']);
  if (has('Workbook')) return type('sheet', 'application/vnd.ms-excel', 'xls', ['xlt', 'et']);
  if (has('PowerPoint Document')) return type('sheet', 'application/vnd.ms-powerpoint', 'ppt', ['pps', 'dps']);
  return type('sheet', 'application/x-ole-storage', 'ole', null);
}

/** Readers accept a PDF header within the first 1,024 bytes (ISO 32000-1 Annex H, implementation note 13). */
function pdf(head: Uint8Array): FileType | null {
  return latin(head, 0, 1_024).includes('%PDF-') ? type('pdf', 'application/pdf', 'pdf', ['ai']) : null;
}

const mailFields = /^(?:from|to|cc|subject|date|message-id|received|return-path|delivered-to|mime-version):/i;

function textual(head: Uint8Array): FileType | null {
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!wide && head.subarray(0, 8_192).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return null;
  const text = latin(head, 0, 8_192).replace(/^\xef\xbb\xbf/, '');
  const lines = text.replace(/^From [^\n]*\n/, '').split(/\r?\n/, 60);
  if (mailHead(lines)) {
    return /^snapshot-content-location:/im.test(text)
      ? type('sheet', 'multipart/related', 'mhtml', ['mht'])
      : type('mail', 'message/rfc822', 'eml', ['mht', 'mhtml', 'txt']);
  }
  const start = text.trimStart().slice(0, 200).toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) {
    return type('sheet', 'text/html', 'html', ['htm', 'xhtml', 'xls', 'doc']);
  }
  if (start.startsWith('<svg') || (start.startsWith('<?xml') && text.includes('<svg'))) {
    return type('sheet', 'image/svg+xml', 'svg');
  }
  if (start.startsWith('warc/1.')) return type('sheet', 'application/warc', 'warc');
  return type('text', 'text/plain', 'txt', null);
}

/** Two or more known fields before the first empty line, and nothing there that is no field (RFC 5322 §2.2). */
function mailHead(lines: readonly string[]): boolean {
  const end = lines.indexOf('');
  const head = lines.slice(0, end === -1 ? lines.length - 1 : end);
  const fields = head.filter((line) => !/^[ \t]/.test(line));
  if (!fields.every((line) => /^[!-9;-~]{1,76}[ \t]*:/.test(line))) return false;
  return fields.filter((line) => mailFields.test(line)).length >= 2;
}
