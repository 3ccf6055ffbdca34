import type { Sha256 } from '../digest.ts';

export type Stored = Readonly<{ sha256: Sha256; bytes: number }>;
