import { causeOfPart, type PdfPart } from '../pdf-part.ts';
import type { Cause } from '../../text.ts';
import { because } from '../../cause.ts';
import type { BundleFindingCode } from '../../messages/verify/bundle-verify-messages.ts';
import type { CheckFindings, Finding } from '../findings.ts';
import type { PdfReader } from './pdf-reader.ts';
import { PdfName, PdfReference, type PdfDict, type PdfValue } from './pdf-value.ts';

type BundleFinding = Finding<BundleFindingCode>;

/** What no bundle may hold, anywhere: programs, forms, sounds, and what hides content (ISO 19005-3 §6.6.1, §6.5). */
const forbiddenKeys = ['AA', 'JS', 'JavaScript', 'Encrypt', 'XFA', 'NeedAppearances', 'RichMediaContent'];
const forbiddenActions = [
  'JavaScript',
  'Launch',
  'Sound',
  'Movie',
  'ImportData',
  'ResetForm',
  'SubmitForm',
  'Rendition',
];
const allowedFilters = ['FlateDecode', 'DCTDecode'];

/**
 * Looks through every object of a bundle: no script, no encryption, nothing that acts by itself. Where the file claims
 * PDF/A-3b, what that claim needs of a file of this program (ISO 19005-3): identifier, XMP with the claim, an output
 * intent with its profile, every font embedded with its map, links that print, pictures in device colours that the output
 * intent defines, filters that the standard allows, embedded files with their relation.
 *
 * @param claimed whether the file must prove PDF/A-3b
 */
export function checkArchival(reader: PdfReader, claimed: boolean): Promise<CheckFindings<BundleFindingCode>> {
  return watchArchival(reader, claimed)();
}

/**
 * The same beside other checks: from now on each object is looked at when one of them reads it, once; those that none has
 * read are read at the end.
 *
 * @returns what is to be called when they are done
 */
export function watchArchival(reader: PdfReader, claimed: boolean): () => Promise<CheckFindings<BundleFindingCode>> {
  const findings: Readonly<{ object: number; finding: BundleFinding }>[] = [];
  const add = (code: 'pdf-active' | 'pdf-archival', object: number, what: PdfPart | Cause) =>
    findings.push({ object, finding: { rank: 'failed', code, params: { object, what: causeOfPart(what) } } });
  const seen = new Uint8Array(reader.count);
  const look = (object: number, value: PdfValue) => {
    if (seen[object] === 1) return;
    seen[object] = 1;
    eachDict(value, (dict) => {
      for (const key of forbiddenKeys) if (dict.has(key)) add('pdf-active', object, `/${key}`);
      const action = nameOf(dict.get('S'));
      if (action !== null && forbiddenActions.includes(action)) add('pdf-active', object, `/S /${action}`);
      if (claimed) for (const what of faultsOf(dict)) add('pdf-archival', object, what);
    });
  };
  reader.eachRead(look);
  return async () => {
    for (let object = 1; object < reader.count; object++)
      if (seen[object] !== 1) look(object, (await reader.object(object)).value); // known from before, or told just now
    findings.sort((a, b) => a.object - b.object);
    if (claimed) for (const what of await documentFaults(reader)) add('pdf-archival', 0, what);
    return { check: 'archival', looked: reader.count - 1, findings: findings.map(({ finding }) => finding) };
  };
}

/** All dictionaries that stand in one object. */
function eachDict(value: PdfValue, take: (dict: PdfDict) => void): void {
  if (value instanceof Map) {
    const dict = value as PdfDict; // Map only stands for a dictionary
    take(dict);
    for (const inner of dict.values()) if (typeof inner === 'object') eachDict(inner, take);
  } else if (Array.isArray(value)) for (const inner of value as readonly PdfValue[]) eachDict(inner, take); // a list holds values
}

const nameOf = (value: PdfValue | undefined): string | null => (value instanceof PdfName ? value.name : null);

/** What one dictionary lacks, as this program writes it. */
function faultsOf(dict: PdfDict): readonly (PdfPart | Cause)[] {
  const faults: (PdfPart | Cause)[] = [];
  const need = (holds: boolean, what: PdfPart | Cause) => {
    if (!holds) faults.push(what);
  };
  const filter = nameOf(dict.get('Filter'));
  if (dict.has('Filter')) need(filter !== null && allowedFilters.includes(filter), '/Filter');
  switch (nameOf(dict.get('Type')) ?? '') {
    case 'Annot':
      need(nameOf(dict.get('Subtype')) === 'Link' && dict.get('F') === 4 && !dict.has('A'), because('pdf-annotation'));
      break;
    case 'Font': {
      const subtype = nameOf(dict.get('Subtype'));
      need(subtype === 'Type0' || subtype === 'CIDFontType2', '/Font /Subtype');
      if (subtype === 'Type0') need(dict.get('ToUnicode') instanceof PdfReference, '/ToUnicode');
      else need(dict.get('CIDToGIDMap') instanceof PdfReference && Array.isArray(dict.get('W')), '/CIDToGIDMap');
      break;
    }
    case 'FontDescriptor':
      need(dict.get('FontFile2') instanceof PdfReference, '/FontFile2');
      break;
    case 'XObject': {
      const space = nameOf(dict.get('ColorSpace'));
      need(nameOf(dict.get('Subtype')) === 'Image', because('pdf-form'));
      need(space === 'DeviceRGB' || space === 'DeviceGray', '/ColorSpace');
      need(
        !dict.has('Interpolate') && !dict.has('Alternates') && !dict.has('OPI') && !dict.has('SMask'),
        because('pdf-picture'),
      );
      break;
    }
    case 'Filespec':
      need(dict.has('AFRelationship') && dict.has('UF') && dict.has('F'), '/Filespec');
      break;
  }
  return faults;
}

async function documentFaults(reader: PdfReader): Promise<readonly PdfPart[]> {
  const faults: PdfPart[] = [];
  const id = reader.trailer.get('ID');
  if (!Array.isArray(id) || id.length !== 2) faults.push('/ID');
  const catalog = await reader.dict(reader.trailer.get('Root'));
  const metadata = catalog.get('Metadata');
  const xmp = metadata instanceof PdfReference ? await reader.unpackedText(metadata.object) : '';
  if (!xmp.includes('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>')) faults.push('/XMP');
  const intents = catalog.get('OutputIntents');
  const [intent] = Array.isArray(intents) ? (intents as readonly PdfValue[]) : []; // a list holds values
  const profile = intent === undefined ? undefined : (await reader.dict(intent)).get('DestOutputProfile');
  if (!(profile instanceof PdfReference) || (await reader.dict(profile)).get('N') !== 3) faults.push('/OutputIntents');
  const names = catalog.get('Names');
  if (names instanceof Map && (names as PdfDict).has('EmbeddedFiles') && !catalog.has('AF')) faults.push('/AF'); // Map only stands for a dictionary
  return faults;
}
