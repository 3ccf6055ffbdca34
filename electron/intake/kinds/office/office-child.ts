// Reads what an office file holds beside its pages, in a process of its own: the bytes are hostile.
import { serveRequest } from '../../../casefile/processes/children.ts';
import type { TextRequest } from '../../text-words.ts';
import { officeInside } from './office-inside.ts';

// Sent by intake only.
serveRequest((message) => Promise.resolve(message as TextRequest).then(({ path }) => officeInside(path)));
