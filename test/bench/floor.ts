// The floor: one process, 1 MiB reads, SHA-256, writes, one fsync, over the same pictures.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFully } from '../../electron/casefile/files/durable.ts';
import { openCaseToRead } from '../../electron/casefile/open-case.ts';
import { readChunks } from '../../electron/casefile/files/read-chunks.ts';

const [, , folder = ''] = process.argv;
const caseFile = openCaseToRead(join(folder, 'bench.fascicle'));
const files = caseFile
  .items()
  .flatMap(({ record }) => record.artifacts.map(({ sha256 }) => caseFile.objectPath(sha256)));
caseFile.close();

const began = performance.now();
const out = join(folder, 'floor.bin');
const fd = openSync(out, 'wx');
let bytes = 0;
for (const file of files) {
  const hash = createHash('sha256');
  for (const piece of readChunks(file)) {
    hash.update(piece);
    writeFully(fd, piece);
    bytes += piece.length;
  }
  hash.digest('hex');
}
fsyncSync(fd);
closeSync(fd);
const ms = performance.now() - began;
rmSync(out);
console.log(JSON.stringify({ ms, bytes, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
