// Reads saved pages in a process of its own: the bytes are hostile.
import { serveRequest } from '../../../casefile/processes/children.ts';
import type { TextRequest } from '../../text-words.ts';
import { readSavedPage } from './read-saved-page.ts';

serveRequest((message) => {
  const { path, outFolder } = message as TextRequest; // sent by intake only
  return Promise.resolve(readSavedPage(path, outFolder));
});
