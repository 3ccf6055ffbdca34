import { type FileKind, format, type Format } from '../file-kind.ts';
import { oleStreams, zipNames } from '../heads.ts';

/** What word processors and their like save: no two programs lay it out alike, so it has no pages here. */
export const officeKind: FileKind = {
  name: 'office',
  words: null,
  signatures: [['{\\rtf', format('application/rtf', 'rtf', ['doc'])]],
  tells: (head) => zipped(zipNames(head)) ?? compound(oleStreams(head)),
  ownEndings: ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx'],
  contradicts: false,
  carries: false,
  makePages: null,
};

const officeXml = 'application/vnd.openxmlformats-officedocument.';

/** Office and OpenDocument files are ZIPs. */
function zipped(names: string | null): Format | null {
  if (names === null) return null;
  if (names.includes('word/')) return format(`${officeXml}wordprocessingml.document`, 'docx', ['docm', 'dotx']);
  if (names.includes('xl/')) return format(`${officeXml}spreadsheetml.sheet`, 'xlsx', ['xlsm', 'xltx']);
  if (names.includes('ppt/')) return format(`${officeXml}presentationml.presentation`, 'pptx', ['pptm', 'ppsx']);
  if (names.includes('[Content_Types].xml')) return null; // of what program, nobody can tell
  const declared = /^mimetype(application\/[a-z0-9.+-]{1,80}?)(?=PK)/.exec(names.slice(30))?.[1];
  if (declared?.includes('opendocument')) return format(declared, 'odf', ['odt', 'ods', 'odp', 'odg']);
  return declared === 'application/epub+zip' ? format(declared, 'epub') : null;
}

function compound(has: ReturnType<typeof oleStreams>): Format | null {
  if (!has) return null;
  if (has('WordDocument')) return format('application/msword', 'doc', ['dot', 'wps']);
  if (has('Workbook')) return format('application/vnd.ms-excel', 'xls', ['xlt', 'et']);
  if (has('PowerPoint Document')) return format('application/vnd.ms-powerpoint', 'ppt', ['pps', 'dps']);
  return format('application/x-ole-storage', 'ole', null);
}
