import { mailStoreWords } from '../../../../shared/messages/kinds/mail-store.ts';
import { type FileKind, format } from '../file-kind.ts';

/** Many mails in one file of a mail program: kept whole and not opened, which is said with what to do. */
export const mailStoreKind: FileKind = {
  name: 'mail-store',
  words: mailStoreWords,
  signatures: [
    ['!BDN', format('application/vnd.ms-outlook-pst', 'pst', ['ost', 'pab'])], // [MS-PST] §2.2.2.6
    ['\xcf\xad\x12\xfe', format('application/x-outlook-express', 'dbx')],
  ],
  ownEndings: ['pst', 'ost', 'dbx'],
  contradicts: true,
  carries: false,
  makePages: ({ mediaType, ledger }) => {
    const reason = { code: 'mail-store-not-opened', params: { type: mediaType } };
    ledger.note('make-pages', 'skipped', reason);
    return Promise.resolve({ facts: [], warnings: [reason], pages: { as: 'none', reason }, images: [], size: null });
  },
};
