// Reads Outlook's mails in a process of its own: the bytes are hostile.
import { serveRequest } from '../../../casefile/processes/children.ts';
import type { TextRequest } from '../../text-words.ts';
import { readMail } from '../mail/read-mail.ts';
import { outlookMail } from './outlook-mail.ts';

serveRequest(async (message) => {
  const { path, outFolder } = message as TextRequest; // sent by intake only
  return readMail(path, outlookMail, outFolder);
});
