// Reads mails in a process of its own: the bytes are hostile.
import { serveRequest } from '../../../casefile/processes/children.ts';
import { checkMail } from './dkim/check-mail.ts';
import { readRegular } from '../../../casefile/files/regular-file.ts';
import { messagesOf } from './mailbox.ts';
import { readMailHead } from './mail-head.ts';
import type { MailRequest } from './mail-words.ts';
import { mimeMail } from './mime-mail.ts';
import { readMail } from './read-mail.ts';

serveRequest(async (message) => {
  const request = message as MailRequest; // sent by intake only
  switch (request.task) {
    case 'head':
      return readMailHead(request.path);
    case 'dkim':
      // Signatures are of one mail; those of a mailbox are carried, and not checked.
      if (messagesOf(readRegular(request.path, 'followed')))
        return Promise.resolve({ mended: false, fromDomain: null, signatures: [] });
      return checkMail(request.path, request.answers);
    case 'text':
      return readMail(request.path, mimeMail, request.outFolder);
  }
});
