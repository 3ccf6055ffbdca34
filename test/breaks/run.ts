// `npm run long breaks [-- --short] [-- NAME…]`: the real pages that lie beside the checkout are captured and bundled, each by
// itself. Where each printed page ends is read from the PDF, and held against the lines of text and the pictures of the page
// as a browser of the test's own finds them: none may be cut where, within a third of the printed page above, there is a row
// that cuts none of them.
import '../fixtures/runner/own-temporary-of-run.ts';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildIn } from '../fixtures/build-bundle.ts';
import { captured, captureRoom } from '../fixtures/capture-room.ts';
import { skippedExit } from '../fixtures/runner/skipped.ts';
import { serveSavedPages } from '../fixtures/site/saved-pages.ts';
import { InkBrowser, type InkBox } from '../text-layer/ink.ts';
import { rowsOnPages, tilesOfCapture, type RowsOnPage } from '../text-layer/layer.ts';

/** Pixels of a box that a cut may take: rows are whole, boxes are not. */
const tolerance = 1.5;
const folder = resolve(import.meta.dirname, '../../../shared/data/pages');
const short = process.argv.includes('--short');
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (!existsSync(folder)) {
  console.log(`no pages at ${folder}: skipped`);
  process.exit(skippedExit);
}
const all = readdirSync(folder).filter((name) => asked.length === 0 || asked.includes(name));
const names = short ? all.filter((_, at) => at % 21 === 0) : all;
const totals = { ends: 0, cut: 0, unavoidable: 0, nearlyEmpty: 0, moved: 0 };
const site = await serveSavedPages(folder, names);
try {
  for (const name of names)
    console.log(await judged(name).catch((error: unknown) => `${name}: NOT MEASURED, ${String(error)}`));
} finally {
  await site.close();
}
console.log(
  `\n${names.length} pages, ${totals.ends} page ends: ${totals.cut} cut a line or a picture where a gap is within a third of a page, ` +
    `${totals.unavoidable} where none is; ${totals.nearlyEmpty} printed pages less than a third full; ` +
    `${totals.moved} pages not measured: they look otherwise when they are opened again`,
);
process.exit(totals.cut === 0 && totals.ends > 0 ? 0 : 1);

async function judged(name: string): Promise<string> {
  const room = captureRoom();
  try {
    const done = await captured(site.urlOf(name), { timeout: 180, noSecondPath: true }, room);
    const exhibit = { item: done.record.item, group: 'g', title: 't', source: 's', purpose: 'p', marks: [] };
    room.caseFile.logEvent('exhibits-set', { exhibits: [exhibit] });
    const { pdf } = await buildIn(room.caseFile);
    const shown = await rowsOnPages(pdf, tilesOfCapture(done));
    const boxes = await boxesOf(site.urlOf(name));
    const height = shown.at(-1)?.to ?? 0;
    if (Math.abs(boxes.height - height) > 2) {
      totals.moved += 1;
      return `${name}: not measured, ${boxes.height} px high now and ${height} px in the capture`;
    }
    return `${name}: ${told(shown, boxes.lines, boxes.pictures)}`;
  } finally {
    room.caseFile.close();
    await room.services.sandboxes.close();
  }
}

async function boxesOf(url: string) {
  const browser = await InkBrowser.open();
  try {
    return await (await browser.visit(url)).boxes();
  } finally {
    await browser.close();
  }
}

function told(shown: readonly RowsOnPage[], lines: readonly InkBox[], pictures: readonly InkBox[]): string {
  const rows = Math.max(...shown.map(({ from, to }) => to - from));
  const whole = pictures.filter(({ top, bottom }) => bottom - top <= rows);
  const cutAt = (y: number) =>
    [...lines, ...whole].filter(({ top, bottom }) => y > top + tolerance && y < bottom - tolerance);
  const faults: string[] = [];
  shown.slice(0, -1).forEach(({ from, to }) => {
    totals.ends += 1;
    if (to - from < rows / 3) totals.nearlyEmpty += 1;
    const [cut] = cutAt(to);
    if (!cut) return;
    const last = Math.min(from + rows, to + Math.round(rows / 3)); // where the page could have ended at most
    let free: number | null = null;
    for (let y = last; y > last - rows / 3; y--) if (cutAt(y).length === 0) free ??= y;
    if (free === null) totals.unavoidable += 1;
    else {
      totals.cut += 1;
      faults.push(`the end at ${to} cuts ${cut.top.toFixed(1)}–${cut.bottom.toFixed(1)}, free is ${free}`);
    }
  });
  return [`${shown.length} printed pages`, ...faults].join('\n  ✕ ');
}
