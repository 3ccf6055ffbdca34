import { type FileKind, format, type Format } from '../file-kind.ts';
import { latin } from '../heads.ts';
import { officePages } from './office-pages.ts';
import { officeWords } from '../../../../shared/messages/kinds/office.ts';

/** What word processors and their like save: no two programs lay it out alike, and its pages say who made them. */
export const officeKind: FileKind = {
  name: 'office',
  words: officeWords,
  signatures: [['{\\rtf', format('application/rtf', 'rtf', ['doc'])]],
  tells: (head, { zip, ole }) => (zip && zipped(zip, head)) ?? (ole && compound(ole)),
  ownEndings: ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx'],
  contradicts: false,
  carries: false,
  makePages: officePages,
};

const officeXml = 'application/vnd.openxmlformats-officedocument.';

/** Office and OpenDocument files are ZIPs: of what program is told by members that its format demands. */
function zipped(members: readonly string[], head: Uint8Array): Format | null {
  if (members.includes('[Content_Types].xml')) {
    const has = (folder: string) => members.some((name) => name.startsWith(folder));
    if (has('word/')) return format(`${officeXml}wordprocessingml.document`, 'docx', ['docm', 'dotx', 'dotm', 'wps']);
    if (has('xl/')) return format(`${officeXml}spreadsheetml.sheet`, 'xlsx', ['xlsm', 'xltx', 'xlsb', 'et']);
    if (has('ppt/')) return format(`${officeXml}presentationml.presentation`, 'pptx', ['pptm', 'ppsx', 'potx', 'dps']);
    return null; // of what program, nobody can tell
  }
  // Stored first and unpacked, so that its bytes tell (OpenDocument 1.3 part 2 §3.3; EPUB OCF §3.3).
  const declared = /^mimetype(application\/[a-z0-9.+-]{1,80}?)(?=PK)/.exec(latin(head, 30, 200))?.[1];
  if (declared?.includes('opendocument')) return format(declared, 'odf', ['odt', 'ods', 'odp', 'odg']);
  return declared === 'application/epub+zip' ? format(declared, 'epub') : null;
}

function compound(streams: ReadonlySet<string>): Format {
  if (streams.has('WordDocument')) return format('application/msword', 'doc', ['dot', 'wps']);
  if (streams.has('Workbook') || streams.has('Book')) return format('application/vnd.ms-excel', 'xls', ['xlt', 'et']);
  if (streams.has('PowerPoint Document')) return format('application/vnd.ms-powerpoint', 'ppt', ['pps', 'dps']);
  return format('application/x-ole-storage', 'ole', null);
}
