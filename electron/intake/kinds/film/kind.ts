import { filmWords } from '../../../../shared/messages/kinds/film.ts';
import { type FileKind, format, type Format } from '../file-kind.ts';
import { isoBrands, riffForm } from '../heads.ts';
import { filmPages } from './film-pages.ts';

/** A film or a sound recording, read by the computer's own tools. */
export const filmKind: FileKind = {
  name: 'film',
  words: filmWords,
  signatures: [
    ['\x1aE\xdf\xa3', format('video/x-matroska', 'mkv', ['webm', 'mka'])],
    ['OggS', format('application/ogg', 'ogg', ['oga', 'ogv', 'opus'])],
    ['fLaC', format('audio/flac', 'flac')],
    ['ID3', format('audio/mpeg', 'mp3')],
    ['\xff\xfb', format('audio/mpeg', 'mp3')],
    ['#!AMR', format('audio/amr', 'amr')],
    ['FLV\x01', format('video/x-flv', 'flv')],
  ],
  tells: (head) => isoFilm(isoBrands(head)) ?? riffs[riffForm(head) ?? ''] ?? null,
  ownEndings: ['mp4', 'mov', 'avi', 'mkv', 'webm', 'mp3', 'm4a', 'wav', 'flac', 'ogg'],
  contradicts: false, // one container goes by several types
  carries: false,
  makePages: ({ mediaType, path, ledger, services }) => filmPages(mediaType, path, ledger, services),
};

function isoFilm(brands: string | null): Format | null {
  if (brands === null) return null;
  if (brands.startsWith('qt  ')) return format('video/quicktime', 'mov', ['qt']);
  if (/^M4[AB] /.test(brands)) return format('audio/mp4', 'm4a', ['m4b']);
  if (/^3g/.test(brands)) return format('video/3gpp', '3gp', ['3g2']);
  return format('video/mp4', 'mp4', ['m4v', 'm4a', 'mov']);
}

const riffs: Readonly<Record<string, Format>> = {
  WAVE: format('audio/wav', 'wav'),
  'AVI ': format('video/x-msvideo', 'avi'),
};
