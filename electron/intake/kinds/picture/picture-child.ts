// Reads pictures in a process of its own: the bytes are hostile. It may die; the file is safe in the case before it starts.
import sharp from 'sharp';
import { serveRequest } from '../../../casefile/processes/children.ts';
import { examinePicture, pictureFacts } from './examine-picture.ts';
import type { PictureRequest } from './picture-words.ts';

serveRequest(async (message) => {
  const request = message as PictureRequest; // sent by intake only
  if (request.task === 'facts') return pictureFacts(request.path);
  sharp.cache(false);
  sharp.concurrency(1);
  return examinePicture(request);
});
