import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What qpdf finds wrong with a file's syntax. */
export function checkWithQpdf(pdf: string): readonly string[] {
  const { status, stdout, stderr } = spawnSync('qpdf', ['--check', pdf], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return status === 0 ? [] : [`qpdf --check: ${(stdout + stderr).slice(-600)}`];
}

/** Draws every page small; a page that poppler cannot draw is a fault. */
export function openInPoppler(pdf: string, pages: number): readonly string[] {
  const info = spawnSync('pdfinfo', [pdf], { encoding: 'utf8' });
  const told = Number(/^Pages:\s+(\d+)$/m.exec(info.stdout)?.[1]);
  if (told !== pages) return [`poppler counts ${told} pages, the bundle has ${pages}`];
  const faults: string[] = [];
  const step = 50;
  for (let first = 1; first <= pages; first += step) {
    const last = Math.min(pages, first + step - 1);
    const { status, stdout, stderr } = spawnSync(
      'pdftoppm',
      ['-r', '20', '-gray', '-f', String(first), '-l', String(last), pdf],
      { maxBuffer: 1 << 28 },
    );
    const drawn = stdout.toString('latin1').match(/P5\n\d+ \d+\n255\n/g)?.length ?? 0;
    if (status !== 0 || drawn < last - first + 1)
      faults.push(`poppler drew ${drawn} of pages ${first}–${last}: ${stderr.toString().slice(-300)}`);
  }
  return faults;
}

/** Opens every page in pdf.js and reads all that it draws. */
export async function openInPdfJs(pdf: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const task = getDocument({ data: new Uint8Array(readFileSync(pdf)), verbosity: 0 });
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number++) {
      try {
        const page = await document.getPage(number);
        const { fnArray } = await page.getOperatorList();
        if (fnArray.length === 0) faults.push(`pdf.js draws nothing on page ${number}`);
        page.cleanup();
      } catch (error) {
        faults.push(`pdf.js, page ${number}: ${String(error).slice(0, 300)}`);
      }
    }
  } catch (error) {
    faults.push(`pdf.js: ${String(error).slice(0, 300)}`);
  } finally {
    await task.destroy();
  }
  return faults;
}
