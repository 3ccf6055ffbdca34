// `npm run long breaks [-- --short] [-- NAME…]`: the real pages that lie beside the checkout are captured and bundled, each by
// itself. Where each printed page ends is read from the PDF, and held against the lines of text and the pictures of the page
// as a browser of the test's own finds them: none may be cut where, within a third of the printed page above, there is a row
// that cuts none of them. Where the stored picture shows a line or picture further down or up than that browser, it is held
// against there; an end near one that it shows nowhere so, or at several places, is not measured.
import '../fixtures/runner/own-temporary-of-run.ts';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildIn } from '../fixtures/build-bundle.ts';
import { captured, captureRoom } from '../fixtures/capture-room.ts';
import { skippedExit } from '../fixtures/runner/skipped.ts';
import { serveSavedPages } from '../fixtures/site/saved-pages.ts';
import { InkBrowser, rowsFurther, type InkBox, type InkPicture } from '../text-layer/ink.ts';
import { rasterOf, rowsOnPages, tilesOfCapture, type RowsOnPage } from '../text-layer/layer.ts';

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
const totals = { ends: 0, cut: 0, unavoidable: 0, nearlyEmpty: 0, unlike: 0, notMeasured: 0 };
const site = await serveSavedPages(folder, names);
try {
  for (const name of names)
    console.log(
      await judged(name).catch((error: unknown) => {
        totals.notMeasured += 1;
        return `${name}: NOT MEASURED, ${String(error)}`;
      }),
    );
} finally {
  await site.close();
}
console.log(
  `\n${names.length} pages, ${totals.ends} page ends: ${totals.cut} cut a line or a picture where a gap is within a third of a page, ` +
    `${totals.unavoidable} where none is; ${totals.nearlyEmpty} printed pages less than a third full; ` +
    `${totals.unlike} ends not measured: the page looks otherwise there when it is opened again; ` +
    `${totals.notMeasured} pages not measured`,
);
process.exit(totals.cut === 0 && totals.ends > 0 && totals.notMeasured === 0 ? 0 : 1);

async function judged(name: string): Promise<string> {
  const room = captureRoom();
  try {
    const done = await captured(site.urlOf(name), { timeout: 180, noSecondPath: true }, room);
    const exhibit = { item: done.record.item, group: 'g', title: 't', source: 's', purpose: 'p', marks: [] };
    room.caseFile.logEvent('exhibits-set', { exhibits: [exhibit] });
    const { pdf } = await buildIn(room.caseFile);
    const tiles = tilesOfCapture(done);
    return `${name}: ${told(await rowsOnPages(pdf, tiles), await rasterOf(tiles), await boxesOf(site.urlOf(name)))}`;
  } finally {
    room.caseFile.close();
    await room.services.sandboxes.close();
  }
}

type Opened = Readonly<{ lines: readonly InkBox[]; pictures: readonly InkBox[]; whole: InkPicture }>;

async function boxesOf(url: string): Promise<Opened> {
  const browser = await InkBrowser.open();
  try {
    const page = await browser.visit(url);
    const { lines, pictures } = await page.boxes();
    return { lines, pictures, whole: await page.picture() };
  } finally {
    await browser.close();
  }
}

function told(shown: readonly RowsOnPage[], stored: InkPicture, { lines, pictures, whole }: Opened): string {
  const rows = Math.max(...shown.map(({ from, to }) => to - from));
  const boxes = [...lines, ...pictures.filter(({ top, bottom }) => bottom - top <= rows)];
  const further = new Map<InkBox, number | null>();
  const faults: string[] = [];
  for (const { from, to } of shown.slice(0, -1)) {
    const last = Math.min(from + rows, to + Math.round(rows / 3)); // where the page could have ended at most
    const near = boxes.filter(({ top, bottom }) => bottom > last - rows && top < last + rows / 3);
    const inStored = near.flatMap((box) => {
      const down = further.get(box) ?? rowsFurther(whole, wholePixels(box, whole), stored);
      further.set(box, down);
      return down === null ? [] : [{ top: box.top + down, bottom: box.bottom + down }];
    });
    const unlike = near.filter((box) => further.get(box) === null);
    const cutAt = (y: number, of: readonly Span[] = inStored) =>
      of.filter(({ top, bottom }) => y > top + tolerance && y < bottom - tolerance);
    if (cutAt(to, unlike).length > 0) {
      totals.unlike += 1;
      continue;
    }
    totals.ends += 1;
    if (to - from < rows / 3) totals.nearlyEmpty += 1;
    const [cut] = cutAt(to);
    if (!cut) continue;
    let free: number | null = null;
    for (let y = last; y > last - rows / 3; y--) if (cutAt(y).length + cutAt(y, unlike).length === 0) free ??= y;
    if (free === null) totals.unavoidable += 1;
    else {
      totals.cut += 1;
      faults.push(`the end at ${to} cuts ${cut.top.toFixed(1)}–${cut.bottom.toFixed(1)}, free is ${free}`);
    }
  }
  return [`${shown.length} printed pages`, ...faults].join('\n  ✕ ');
}

type Span = Pick<InkBox, 'top' | 'bottom'>;

function wholePixels({ left, top, right, bottom }: InkBox, { width, height }: InkPicture): InkBox {
  const [x, y] = [Math.max(0, Math.floor(left)), Math.max(0, Math.floor(top))];
  return { left: x, top: y, right: Math.min(width, Math.ceil(right)), bottom: Math.min(height, Math.ceil(bottom)) };
}
