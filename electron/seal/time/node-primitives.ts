import { webcrypto } from 'node:crypto';
import { webCryptoPrimitives } from '../../../shared/timestamp/web-crypto.ts';

/** Node's WebCrypto for the verifier of time-stamp tokens. */
export const nodePrimitives = webCryptoPrimitives(webcrypto.subtle);
