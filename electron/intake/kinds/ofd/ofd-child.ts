// Reads OFD documents in a process of its own: the bytes are hostile.
import { serveRequest } from '../../../casefile/processes/children.ts';
import type { TextRequest } from '../../text-words.ts';
import { readOfd } from './read-ofd.ts';

// Sent by intake only.
serveRequest((message) => Promise.resolve(message as TextRequest).then(readOfd));
