import { mailWords } from '../../../../shared/messages/kinds/mail.ts';
import { textPages } from '../../text-pages.ts';
import { type FileKind, format } from '../file-kind.ts';
import { beginsAsMail, headBeforeBlank } from '../heads.ts';
import { dkimFacts } from './dkim/dkim-facts.ts';
import { mailFacts } from './mail-facts.ts';

/** A mail as it was saved: its head, its signatures, its words. Signatures of a mail within a mail are not checked. */
export const mailKind: FileKind = {
  name: 'mail',
  words: mailWords,
  tells: (head) => {
    const own = headBeforeBlank(head);
    // A NUL in a head is no mail's.
    const isMail = !own.includes('\0') && beginsAsMail(own);
    return isMail ? format('message/rfc822', 'eml', ['mht', 'mhtml', 'txt', 'emlx', 'mbox']) : null;
  },
  contradicts: true,
  carries: true,
  makePages: async (file) => {
    const { path, ledger, services, carrier } = file;
    const told = await mailFacts(path, ledger, services);
    const checked = carrier.artifact === null ? await dkimFacts(path, ledger, services) : null;
    const facts = [...told.facts, ...(checked?.facts ?? [])];
    const content = await textPages('intake/kinds/mail/mail-child', file, {
      ...told,
      facts,
      notes: checked?.notes ?? [],
    });
    return { ...content, images: [...content.images, ...(checked?.artifacts ?? [])] };
  },
};
