// Verifies the case of the benchmark as `fascicle verify` does, or (argument `floor`) only reads and hashes its files.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readChunks } from '../../electron/casefile/files/read-chunks.ts';
import { verifyCase } from '../../electron/verify/verify-case.ts';

const [, , folder = '', what = ''] = process.argv;
const caseFile = join(folder, 'bench.fascicle');
const began = performance.now();
if (what === 'floor') {
  for (const entry of readdirSync(caseFile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const hash = createHash('sha256');
    for (const piece of readChunks(join(entry.parentPath, entry.name))) hash.update(piece);
    hash.digest('hex');
  }
} else if (verifyCase(caseFile, 'en').verdict !== 'PASSED') throw new Error('the case of the benchmark does not pass');
console.log(JSON.stringify({ ms: performance.now() - began }));
