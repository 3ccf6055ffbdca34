// Decodes Windows bitmaps in a process of its own: the bytes are hostile.
import { serveRequest } from '../../../casefile/processes/children.ts';
import { decodeBitmap, type BitmapRequest } from './decode-bitmap.ts';

// Sent by intake only.
serveRequest((message) => decodeBitmap(message as BitmapRequest));
