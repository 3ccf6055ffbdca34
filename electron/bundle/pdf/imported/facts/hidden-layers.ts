import type { PDFDocument } from '@cantoo/pdf-lib';
import { dictIn, dictOf, listIn, nameIn, textIn } from './values.ts';

/** Names of the layers (optional content groups) that the document hides as it is opened (ISO 32000-1 §8.11.4). */
export function hiddenLayers({ catalog }: PDFDocument): readonly string[] {
  const properties = dictIn(catalog, 'OCProperties');
  const config = dictIn(properties, 'D');
  const [on, off] = [new Set(listIn(config, 'ON')), new Set(listIn(config, 'OFF'))];
  const base = nameIn(config, 'BaseState') === 'OFF';
  return listIn(properties, 'OCGs')
    .filter((group) => off.has(group) || (base && !on.has(group)))
    .map((group) => textIn(dictOf(group), 'Name') ?? '–');
}
