import { pictureWords } from '../../../../shared/messages/kinds/picture.ts';
import { type FileKind, format } from '../file-kind.ts';
import { isoBrands, riffForm } from '../heads.ts';
import { picturePages } from './picture-pages.ts';

const treatments: Readonly<Record<string, 'png' | 'jpeg'>> = { 'image/png': 'png', 'image/jpeg': 'jpeg' };

/** A picture that is decoded here. PNG and JPEG can stand in a PDF as they are; any other is converted. */
export const pictureKind: FileKind = {
  name: 'picture',
  words: pictureWords,
  signatures: [
    ['\x89PNG\r\n\x1a\n', format('image/png', 'png')],
    ['\xff\xd8\xff', format('image/jpeg', 'jpg', ['jpeg', 'jpe', 'jfif', 'mpo'])],
    ['GIF87a', format('image/gif', 'gif')],
    ['GIF89a', format('image/gif', 'gif')],
    ['II*\0', format('image/tiff', 'tiff', ['tif', 'dng', 'nef', 'arw'])],
    ['MM\0*', format('image/tiff', 'tiff', ['tif', 'dng', 'nef'])],
    ['II+\0', format('image/tiff', 'tiff', ['tif'])],
    ['MM\0+', format('image/tiff', 'tiff', ['tif'])],
  ],
  tells: (head) => {
    if (riffForm(head) === 'WEBP') return format('image/webp', 'webp');
    const brands = isoBrands(head) ?? '';
    const avif = /^(?:avif|avis)/.test(brands) || (brands.startsWith('mif1') && brands.includes('avif'));
    return avif ? format('image/avif', 'avif') : null;
  },
  ownEndings: ['png', 'jpg', 'jpeg', 'jfif', 'gif', 'webp', 'tif', 'tiff', 'avif'],
  contradicts: true,
  carries: false,
  makePages: ({ mediaType, path, ledger, services }) =>
    picturePages(treatments[mediaType] ?? 'picture', path, ledger, services),
};
