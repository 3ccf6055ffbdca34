// Opens archives in a process of its own: the bytes are hostile.
import { serveRequest } from '../../../casefile/processes/children.ts';
import type { TextRequest } from '../../text-words.ts';
import { listArchive } from './list-archive.ts';
import { unpackArchive } from './unpack-archive.ts';
import type { UnpackRequest } from './unpack-words.ts';

serveRequest((message): Promise<unknown> => {
  const { task, path, outFolder } = message as TextRequest | UnpackRequest; // sent by intake only
  return task === 'unpack' ? unpackArchive(path, outFolder) : listArchive(path, outFolder);
});
