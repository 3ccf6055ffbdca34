// Reads text files in a process of its own: the bytes are hostile.
import { serveRequest } from '../../../casefile/processes/children.ts';
import type { TextRequest } from '../../text-words.ts';
import { readText } from './read-text.ts';

// Sent by intake only.
serveRequest((message) => Promise.resolve(message as TextRequest).then(({ path }) => readText(path)));
