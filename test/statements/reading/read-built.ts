import { join } from 'node:path';
import type { Built } from '../kinds/kinds.ts';
import { drawnParts, pictureTop } from './framed-parts.ts';
import { printedLinks } from './printed-links.ts';
import { isKey, printedPieces, type PrintedPiece } from './printed-papers.ts';
import { drawnPictures, printedLines, wordsByPage } from './printed-words.ts';
import { runningLines } from './running-lines.ts';
import { storedAnswers } from './stored-archive.ts';
import { filedBefore, storedFacts, type Facts, type StoredExhibit } from './stored-facts.ts';
import { differingRows, marginsOf } from './stored-pictures.ts';

/** The pieces of a built bundle and what is stored of its case. */
export async function readBuilt({
  pdf,
  manifest,
  caseFolder,
  language,
  adds,
}: Built): Promise<Readonly<{ pieces: readonly PrintedPiece[]; facts: Facts }>> {
  const facts = storedFacts(caseFolder, manifest, language);
  const pages = facts.manifest.pages as { page: number; kind: string; exhibit: number | null }[];
  // A volume that adds to another counts on from its last page.
  const shift = (pages[0]?.page ?? 1) - 1;
  const lines = printedLines(pdf).map((line) => ({ ...line, page: line.page + shift }));
  const drawn = Object.fromEntries(
    Object.entries(drawnPictures(pdf)).map(([page, dots]) => [Number(page) + shift, dots]),
  );
  const first = facts.manifest.report === undefined ? pages.findIndex(({ kind }) => kind === 'summary') : -1;
  const pageWords = wordsByPage(lines);
  const narrowed = pages
    .map(({ page }) => page)
    .filter((page) => /此处为整页缩略图|Thewholepicture,small/u.test(pageWords[page - 1] ?? ''));
  const { links, labels } = printedLinks(pdf, lines, shift);
  const read = {
    ...{ pageWords, drawn, before: adds === null ? null : filedBefore(adds) },
    framed: first < 0 ? [] : drawnParts(pdf, first + 1).framed,
    leftOut: Object.fromEntries(narrowed.map((page) => [page, drawnParts(pdf, page - shift).leftOut])),
    ...{ leads: links, labels, ...runningLines(lines, labels.length, shift) },
  };
  const measured = await measuredOf(facts.exhibits, caseFolder);
  const tops = new Map(
    pages.filter(({ kind }) => isKey(kind)).map(({ page }) => [page, pictureTop(pdf, page - shift)]),
  );
  return { pieces: printedPieces(lines, pages, tops), facts: { ...facts, ...read, ...measured } };
}

/** What archives and pictures of the exhibits have, as far as papers speak of it. */
async function measuredOf(exhibits: readonly StoredExhibit[], caseFolder: string) {
  const filesOf = ({ record }: StoredExhibit, role: string): readonly string[] =>
    record.artifacts
      .filter((one) => one.role === role)
      .map(({ sha256 }) => join(caseFolder, 'objects', sha256.slice(0, 2), sha256.slice(2)));
  const tilesOf = (exhibit: StoredExhibit) => filesOf(exhibit, 'screenshot-tile');
  const tilesFrom = (exhibit: StoredExhibit) => {
    const tops = exhibit.record.artifacts.flatMap(({ role, y }) => (role === 'screenshot-tile' ? [y ?? 0] : []));
    return tilesOf(exhibit).map((file, at) => ({ file, y: tops[at] ?? 0 }));
  };
  const answers: Facts['answers'] = {};
  const margins: Facts['margins'] = {};
  const differing: Facts['differing'] = {};
  for (const exhibit of exhibits) {
    const { record, stated } = exhibit;
    const [archive] = filesOf(exhibit, 'wacz-disclosure');
    const isTraced =
      (stated?.traces ?? []).length > 0 || (stated?.marks ?? []).some(({ words }) => words !== undefined);
    if (archive !== undefined && isTraced) answers[record.item] = storedAnswers(archive);
    if (record.kind === 'capture' && tilesOf(exhibit).length > 0)
      margins[record.item] = await marginsOf(tilesFrom(exhibit));
    for (const item of stated?.comparedWith ?? []) {
      const other = exhibits.find((one) => one.record.item === item);
      if (!other) continue;
      const [before, after] = [other, exhibit].sort((a, b) => (a.record.startedAt < b.record.startedAt ? -1 : 1));
      if (before && after)
        differing[`${before.record.item} ${after.record.item}`] = await differingRows(tilesOf(before), tilesOf(after));
    }
  }
  return { answers, margins, differing };
}
