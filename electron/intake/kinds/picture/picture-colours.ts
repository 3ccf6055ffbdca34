import { because } from '../../../../shared/cause.ts';
import type { Reason } from '../../../../shared/case/record.ts';
import { pngToSrgb, type ToSrgb } from './png-colour.ts';
import type { PngScan } from './png-scan.ts';
import { scanTiff } from './tiff-scan.ts';

/** How a file's colours come to the page: as the decoder gives them, turned, or not at all. */
type Colours =
  | Readonly<{ as: 'read'; toSrgb: ToSrgb | null; causes: readonly Reason[]; warnings: readonly Reason[] }>
  | Readonly<{ as: 'unread'; reason: Reason }>;

/** What a file says of its colours beside a profile, and of its being only a stand-in for another picture. */
export async function coloursOf(png: PngScan | null, path: string, format: string): Promise<Colours> {
  const read = { as: 'read', toSrgb: null, causes: [], warnings: [] } as const;
  if (png !== null) {
    const { colour, film } = png;
    const toSrgb = pngToSrgb(colour);
    return {
      as: 'read',
      toSrgb,
      causes: toSrgb ? [{ code: 'converted-png-colour', params: { gamma: String(colour.gamma ?? '') } }] : [],
      warnings: [
        ...(colour.cicp ? [{ code: 'png-cicp-not-applied' }] : []),
        ...(film
          ? [{ code: film.stillInIt ? 'first-frame-only' : 'still-beside-film', params: { frames: film.frames } }]
          : []),
      ],
    };
  }
  const tiff = format === 'tiff' ? await scanTiff(path) : null;
  if (tiff?.unread) {
    const coding = because('in-format', { words: tiff.unread });
    return { as: 'unread', reason: { code: 'tiff-colours-unread', params: { what: coding } } };
  }
  return tiff?.preview ? { ...read, warnings: [{ code: 'preview-only' }] } : read;
}
