// Reads an index in a process of its own: the bytes are hostile.
import { serveRequest } from '../../casefile/processes/children.ts';
import { indexRows } from './index-rows.ts';
import type { IndexRequest } from './index-words.ts';

// Sent by read-document-index.ts only.
serveRequest((message) => Promise.resolve(message as IndexRequest).then(({ path }) => indexRows(path)));
