import { PDFDict, PDFName, PDFRawStream, PDFStream, type PDFContext } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import type { Content } from '../content.ts';
import type { SoundStream } from './sound-stream.ts';

/** Stands where a picture cannot be drawn: a picture is a unit square (ISO 32000-1 §8.9.5), this one grey and crossed out. */
const crossedOut = '0.9 g 0 0 1 1 re f 0.6 G 0.01 w 0.005 0.005 0.99 0.99 re S 0 0 m 1 1 l S 0 1 m 1 0 l S';

/** The form that is drawn in a picture's place. */
export function lostPicture(context: PDFContext): readonly [dict: PDFDict, stream: SoundStream] {
  const dict = context.obj({ Type: 'XObject', Subtype: 'Form', FormType: 1, BBox: [0, 0, 1, 1], Resources: {} });
  return [dict, packedOnce(Buffer.from(crossedOut, 'latin1'))];
}

export function packedOnce(data: Uint8Array): SoundStream {
  return { contents: zlibSync(data, { level: 6 }), filters: [{ name: 'FlateDecode', parms: null }], damaged: false };
}

/**
 * What content draws and its resources do not have: a crossed-out field stands for it. Fonts that are missing are counted;
 * each viewer takes one of its own.
 */
export function withoutGaps(
  resources: PDFDict,
  { drawn, fonts }: Pick<Content, 'drawn' | 'fonts'>,
): Readonly<{ resources: PDFDict; missing: number }> {
  const within = (kind: string) => {
    const found = resources.lookup(PDFName.of(kind));
    return found instanceof PDFDict ? found : null;
  };
  const [forms, known] = [within('XObject'), within('Font')];
  const noForms = [...drawn].filter((name) => !(forms?.lookup(PDFName.of(name)) instanceof PDFStream));
  const noFonts = [...fonts].filter((name) => !(known?.lookup(PDFName.of(name)) instanceof PDFDict));
  const missing = noForms.length + noFonts.length;
  if (noForms.length === 0) return { resources, missing };
  const { context } = resources;
  const [dict, { contents }] = lostPicture(context);
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  const stands = PDFRawStream.of(dict, contents);
  const entries = [...(forms?.entries() ?? []), ...noForms.map((name) => [PDFName.of(name), stands] as const)];
  const own = PDFDict.fromMapWithContext(new Map(resources.entries()), context);
  own.set(PDFName.of('XObject'), PDFDict.fromMapWithContext(new Map(entries), context));
  return { resources: own, missing };
}
