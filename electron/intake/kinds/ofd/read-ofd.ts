import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reason } from '../../../../shared/case/record.ts';
import { mostCharacters } from '../../limits.ts';
import type { TextAnswer, TextRequest } from '../../text-words.ts';
import { ofdDocument, type OfdDocument } from './ofd-document.ts';
import { NotOfd, OfdPackage } from './ofd-package.ts';
import { ofdPageWords, type OfdDrawn } from './ofd-words.ts';

/**
 * Reads an OFD (GB/T 33190-2016): the fields that describe it, the words of its pages, its attachments. Its drawing is not
 * repeated: what stands beside its words is counted and said, and its signatures are named as not checked.
 */
export function readOfd({ path, outFolder }: TextRequest): TextAnswer {
  try {
    const files = new OfdPackage(path);
    const document = ofdDocument(files);
    if (!document) return { as: 'none', reason: { code: 'ofd-not-read' } };
    return answer(files, document, outFolder);
  } catch (error) {
    if (error instanceof NotOfd) return { as: 'none', reason: { code: 'ofd-not-read' } };
    throw error;
  }
}

function answer(files: OfdPackage, document: OfdDocument, outFolder: string): TextAnswer {
  const drawn: OfdDrawn = { pictures: 0, paths: 0 };
  const pages = document.pages.map((at) => (at === null ? '' : ofdPageWords(files, at, document.templates, drawn)));
  const body = pages.map((words, at) => `— ${at + 1} —\n${words}`).join('\n\n');
  const missing = [...document.pages, ...document.templates.values()].filter((at) => at === null).length;
  const attachments = document.attachments.flatMap(({ name, at }, index) => {
    const bytes = files.bytes(at);
    if (!bytes) return [];
    const file = `part-${String(index + 1).padStart(4, '0')}`;
    writeFileSync(join(outFolder, file), bytes);
    return [{ file, name: name === '' ? at : name, mediaType: 'application/octet-stream' }];
  });
  const notes: Reason[] = [
    { code: 'ofd-words-only', params: { pages: pages.length } },
    ...(drawn.pictures > 0 ? [{ code: 'ofd-pictures', params: { count: drawn.pictures } }] : []),
    ...(document.signatures > 0 ? [{ code: 'ofd-signatures', params: { count: document.signatures } }] : []),
    ...(document.documents > 1 ? [{ code: 'ofd-documents', params: { count: document.documents } }] : []),
    ...(missing > 0 ? [{ code: 'ofd-pages-missing', params: { count: missing } }] : []),
    ...(attachments.length < document.attachments.length
      ? [{ code: 'ofd-attachments-missing', params: { count: document.attachments.length - attachments.length } }]
      : []),
    ...(body.length > mostCharacters ? [{ code: 'text-cut', params: { characters: mostCharacters } }] : []),
  ];
  const cut = body.slice(0, mostCharacters).toWellFormed();
  return { as: 'text', body: cut, fields: [...document.fields], head: '', notes, attachments };
}
