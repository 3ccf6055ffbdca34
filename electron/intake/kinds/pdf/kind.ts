import { pdfWords } from '../../../../shared/messages/kinds/pdf.ts';
import { type FileKind, format } from '../file-kind.ts';
import { latin } from '../heads.ts';
import { documentPages } from './pdf-pages.ts';

export const pdfKind: FileKind = {
  name: 'pdf',
  words: pdfWords,
  // Readers accept the header within the first 1,024 bytes (ISO 32000-1 Annex H, implementation note 13).
  tells: (head) => (latin(head, 0, 1_024).includes('%PDF-') ? format('application/pdf', 'pdf', ['ai']) : null),
  ownEndings: ['pdf'],
  contradicts: true,
  carries: true,
  hasOwnPages: true,
  makePages: documentPages,
};
