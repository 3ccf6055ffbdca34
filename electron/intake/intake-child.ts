import { serveRequest } from '../casefile/children.ts';
import type { ChildRequest } from './child-words.ts';

/** The process that reads hostile bytes for intake. It may die; the file is safe in the case before it starts. */
serveRequest(async (message) => {
  const request = message as ChildRequest; // sent by intake only
  switch (request.task) {
    case 'picture': {
      const { default: sharp } = await import('sharp');
      sharp.cache(false);
      sharp.concurrency(1);
      const { examinePicture } = await import('./picture/examine-picture.ts');
      return examinePicture(request);
    }
    case 'picture-facts': {
      const { pictureFacts } = await import('./picture/examine-picture.ts');
      return pictureFacts(request.path).catch(() => ({ size: null, facts: [] }));
    }
    case 'mail': {
      const { readMailHead } = await import('./mail/mail-head.ts');
      return readMailHead(request.path);
    }
    case 'dkim': {
      const { checkMail } = await import('./mail/dkim/check-mail.ts');
      return checkMail(request.path, request.answers);
    }
    case 'text': {
      if (request.as === 'txt') {
        const { readText } = await import('./read-text.ts');
        return readText(request.path);
      }
      const { readMail } = await import('./mail/read-mail.ts');
      return readMail(request.path, request.as, request.outFolder);
    }
    case 'index': {
      const { indexRows } = await import('./office/index-rows.ts');
      return indexRows(request.path);
    }
  }
});
