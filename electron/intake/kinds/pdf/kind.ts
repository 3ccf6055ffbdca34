import { pdfWords } from '../../../../shared/messages/kinds/pdf.ts';
import { type FileKind, format } from '../file-kind.ts';
import { beginsAsMail, headBeforeBlank, latin } from '../heads.ts';
import { documentPages } from './pdf-pages.ts';

export const pdfKind: FileKind = {
  name: 'pdf',
  words: pdfWords,
  // Readers accept the header within the first 1,024 bytes (ISO 32000-1 Annex H, implementation note 13).
  tells: (head) => {
    const at = latin(head, 0, 1_024).indexOf('%PDF-');
    // A mail that carries a PDF without a coding says so itself before.
    const isMail = at > 0 && beginsAsMail(headBeforeBlank(head));
    return at >= 0 && !isMail ? format('application/pdf', 'pdf', ['ai']) : null;
  },
  ownEndings: ['pdf'],
  contradicts: true,
  carries: true,
  hasOwnPages: true,
  makePages: documentPages,
};
