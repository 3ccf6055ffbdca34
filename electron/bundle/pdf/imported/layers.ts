import { PDFArray, PDFDict, PDFName, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import type { Layers } from './child-words.ts';
import type { ObjectCopier } from './object-copier.ts';

const noLayers: Layers = { all: [], off: [] };

/**
 * The layers (optional content groups) that the copied pages use, and which of them the document hides as it is opened
 * (ISO 32000-1 §8.11.4). Without them a copy would show what its maker had switched off.
 */
export function layersOf(document: PDFDocument, copier: ObjectCopier): Layers {
  const properties = dict(document.catalog.lookup(PDFName.of('OCProperties')));
  const groups = list(properties?.lookup(PDFName.of('OCGs')));
  const config = dict(properties?.lookup(PDFName.of('D')));
  const named = (name: string) => new Set(list(config?.lookup(PDFName.of(name))));
  const [on, off] = [named('ON'), named('OFF')];
  const base = config?.lookup(PDFName.of('BaseState')) === PDFName.of('OFF');
  const used = groups.flatMap((group) => {
    const number = copier.numberOf(group);
    return number === undefined ? [] : [{ number, hidden: off.has(group) || (base && !on.has(group)) }];
  });
  if (used.length === 0) return noLayers;
  return {
    all: used.map(({ number }) => number),
    off: used.filter(({ hidden }) => hidden).map(({ number }) => number),
  };
}

const dict = (object: PDFObject | undefined): PDFDict | null => (object instanceof PDFDict ? object : null);

/** What the references of a list lead to. */
function list(object: PDFObject | undefined): readonly PDFObject[] {
  if (!(object instanceof PDFArray)) return [];
  return object.asArray().flatMap((_, at) => object.lookup(at) ?? []);
}
