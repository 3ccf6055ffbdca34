import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileTypeOf } from '../../../electron/intake/file-type.ts';
import { compound } from '../../fixtures/made/compound-file.ts';

// Made by other people's packers: their directories are the oracle.

const told = (bytes: Uint8Array) => {
  const { kind, mediaType } = fileTypeOf(bytes);
  return [kind.name, mediaType];
};

const zip = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));

describe('a container is told by its own directory', () => {
  it('an OLE file by the streams at its top, wherever its directory lies', () => {
    expect(told(compound('WordDocument'))).toEqual(['office', 'application/msword']);
    expect(told(compound('Workbook'))).toEqual(['office', 'application/vnd.ms-excel']);
    expect(told(compound('PowerPoint Document'))).toEqual(['office', 'application/vnd.ms-powerpoint']);
    expect(told(compound(['__properties_version1.0', 32]))).toEqual(['outlook', 'application/vnd.ms-outlook']);
    // Its directory lies behind 9 MB of an attachment: 18,000 sectors, more than the header's own table names.
    const far = compound(
      ['__properties_version1.0', 32],
      ['__attach_version1.0_#00000000/__substg1.0_37010102', 9_000_000],
    );
    expect(told(far)).toEqual(['outlook', 'application/vnd.ms-outlook']);
  });

  it('not by a document that is embedded in it, nor by a name in its bytes', () => {
    const embedded = compound(
      ['WordDocument', 5_000],
      ['ObjectPool/_1/Workbook', 5_000],
      ['Attached/__properties_version1.0', 32],
    );
    expect(told(embedded)).toEqual(['office', 'application/msword']);
    const named = Buffer.from(compound('Other'));
    Buffer.from('WordDocument', 'utf16le').copy(named, named.indexOf(Buffer.alloc(100, 7)));
    expect(told(named)).toEqual(['office', 'application/x-ole-storage']);
  });

  it('a ZIP by members that a format demands', () => {
    expect(told(zip('[Content_Types].xml', 'word/document.xml'))[1]).toContain('wordprocessingml');
    expect(told(zip('[Content_Types].xml', 'xl/workbook.xml'))[1]).toContain('spreadsheetml');
    expect(told(zip('[Content_Types].xml', 'ppt/presentation.xml'))[1]).toContain('presentationml');
    expect(told(zip('OFD.xml', 'Doc_0/Document.xml'))).toEqual(['ofd', 'application/ofd']);
  });

  it('not by folders that anybody may name so, nor by words in its data', () => {
    expect(told(zip('word/notes.txt'))).toEqual(['archive', 'application/zip']);
    expect(told(zip('keyword/a.txt', 'ppt/b.txt', 'xl/c.txt'))).toEqual(['archive', 'application/zip']);
    const data = zipSync({ 'a.bin': [strToU8('[Content_Types].xml word/ xl/ OFD.xml PK\x01\x02'), { level: 0 }] });
    expect(told(data)).toEqual(['archive', 'application/zip']);
  });

  it('cut off, or lying about itself, ends in a type and no error', () => {
    const whole = [zip('[Content_Types].xml', 'word/document.xml'), compound(['WordDocument', 90_000])];
    for (const file of whole)
      for (let length = 0; length < file.length; length += 37) expect(told(file.subarray(0, length))).toHaveLength(2);
    const looped = Buffer.from(compound('WordDocument'));
    for (let at = 512; at + 4 <= looped.length; at += 4) looped.writeUInt32LE(0, at); // every sector leads to the first
    expect(told(looped)).toEqual(['office', 'application/x-ole-storage']);
  });
});
