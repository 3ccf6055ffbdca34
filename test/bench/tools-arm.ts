// The other tools' arm: argument 1 the folder, 2 `pdf-lib` or `img2pdf`. The same pictures, each on a page of its own.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync, fsyncSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { openCaseToRead } from '../../electron/casefile/open-case.ts';

const [, , folder = '', tool = ''] = process.argv;
const caseFile = openCaseToRead(join(folder, 'bench.fascicle'));
const objects = caseFile
  .items()
  .flatMap(({ record }) =>
    record.artifacts.filter(({ role }) => role === 'screenshot-tile').map(({ sha256 }) => caseFile.objectPath(sha256)),
  );
caseFile.close();
const pictures = join(folder, 'pictures');
mkdirSync(pictures, { recursive: true });
const files = objects.map((object, at) => {
  const file = join(pictures, `${String(at).padStart(5, '0')}.png`);
  copyFileSync(object, file);
  return file;
});

const out = join(folder, `${tool}.pdf`);
const began = performance.now();
const megabytes = tool === 'img2pdf' ? byImg2pdf() : await byPdfLib();
const ms = performance.now() - began;
const bytes = statSync(out).size;
rmSync(out);
rmSync(pictures, { recursive: true });
console.log(JSON.stringify({ ms, bytes, megabytes, pages: files.length }));

/** With GNU time, which measures its memory, where there is one. */
function byImg2pdf(): number {
  const run = spawnSync('/usr/bin/time', ['-f', 'peak %M', 'img2pdf', '--output', out, ...files], { encoding: 'utf8' });
  if (run.status === 0) return Math.round(Number(/peak (\d+)/.exec(run.stderr)?.[1] ?? 0) / 1024);
  const plain = spawnSync('img2pdf', ['--output', out, ...files], { encoding: 'utf8' });
  if (plain.status !== 0) throw new Error(`img2pdf: ${plain.stderr}`);
  return 0;
}

async function byPdfLib(): Promise<number> {
  const document = await PDFDocument.create();
  for (const file of files) {
    const picture = await document.embedPng(readFileSync(file));
    document.addPage([595.28, 841.89]).drawImage(picture, { x: 40, y: 40, width: 515, height: 412 });
  }
  const fd = openSync(out, 'wx');
  writeSync(fd, await document.save());
  fsyncSync(fd);
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
