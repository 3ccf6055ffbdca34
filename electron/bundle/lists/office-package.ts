import { visibleText } from '../../../shared/visible-text.ts';
import { unzipSync, zipSync, type Zippable } from 'fflate';

/** What an Office file says of itself. */
type CoreProperties = Readonly<{ title: string; program: string; /** ISO 8601, UTC. */ date: string }>;

/** 1980-01-01, the first day that a ZIP can name, in local parts: that is how `fflate` writes it. */
const zipDate = new Date(1980, 0, 1);

/**
 * An Office Open XML package (ECMA-376 part 2) packed anew: no clock, no random name. What the libraries write of the
 * moment and of themselves is replaced by what the case says, so that the same case gives the same bytes.
 */
export function settledPackage(packed: Uint8Array, { title, program, date }: CoreProperties): Uint8Array {
  const core = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(visibleText(title))}</dc:title><dc:creator>${escaped(program)}</dc:creator><cp:lastModifiedBy>${escaped(program)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${toSecond(date)}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${toSecond(date)}</dcterms:modified></cp:coreProperties>`;
  const members: Zippable = {};
  for (const [name, bytes] of Object.entries(unzipSync(packed)))
    members[name] = name === 'docProps/core.xml' ? new TextEncoder().encode(core) : bytes;
  return zipSync(members, { level: 6, mtime: zipDate });
}

const toSecond = (date: string): string => `${new Date(date).toISOString().slice(0, 19)}Z`;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
