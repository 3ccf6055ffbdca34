import { join } from 'node:path';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import { say } from '../../../shared/language.ts';
import { bundleTexts } from '../../../shared/messages/papers/bundle-messages.ts';
import { matchFiles } from '../../intake/index/match-files.ts';
import type { IndexEntry, DocumentIndex } from '../../../shared/document-index/read-index.ts';
import type { DocumentIndexReport } from '../../../shared/document-index/report.ts';
import { resolveArrangement } from '../../../shared/plan/arrangement.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import { hashIfReadable } from '../../casefile/files/hash-file.ts';

/** An index, and the files of the folder that it lists. */
type IndexedFolder = Readonly<{ index: DocumentIndex; folder: string; files: readonly string[]; own: string | null }>;

/**
 * Other people's papers as exhibits: each row's file is taken in and stands where the index has it, with the number that
 * it has there. The same bytes are one item, however many rows name them. What was arranged before stands first.
 *
 * @param take takes one file in; null where it was refused, which has been said then
 */
export async function importIndex(
  caseFile: WritableCase,
  { index, folder, files, own }: IndexedFolder,
  take: (path: string, entry: IndexEntry) => Promise<string | null>,
): Promise<DocumentIndexReport> {
  const earlier = resolveArrangement(caseFile.arrangement(), caseFile.items(), caseFile.facts().language);
  const byHash = new Map(
    caseFile.items().flatMap(({ item, record }) => {
      const original = record.artifacts.find(({ role }) => role === 'original');
      return original ? [[original.sha256, item] as const] : [];
    }),
  );
  const papers = files.filter((file) => file !== own);
  const exhibits = new Map<string, Exhibit>();
  const again = new Map<string, string[]>();
  const named = new Set<string>();
  const report: DocumentIndexReport = {
    columns: index.columns.map((one) => ({ ...one })),
    ignored: [...index.ignored],
    exhibits: 0,
    missing: [],
    unclear: [],
    duplicates: [],
    unlisted: [],
  };
  for (const match of matchFiles(index.entries, papers)) {
    const { entry } = match;
    const { row, number, title } = entry;
    if (match.found === 'nothing') report.missing.push({ row, number, title, file: entry.file });
    else if (match.found === 'several') {
      report.unclear.push({ row, number, title, files: [...match.files] });
      for (const file of match.files) named.add(file);
    } else {
      const { file } = match;
      named.add(file);
      const hash = hashIfReadable(join(folder, file));
      const known = hash === null ? undefined : byHash.get(hash);
      const item = known ?? (await take(join(folder, file), entry));
      if (item === null) continue;
      if (hash !== null) byHash.set(hash, item);
      const first = exhibits.get(item);
      if (known !== undefined) report.duplicates.push({ row, number, title, file, sameAs: first?.number ?? known });
      if (first) again.set(item, [...(again.get(item) ?? []), number || title]);
      else exhibits.set(item, exhibitOf(item, entry, file));
    }
  }
  report.unlisted.push(...papers.filter((file) => !named.has(file)));
  report.exhibits = exhibits.size;
  const { language } = caseFile.facts();
  const listed = [...exhibits.values()].map((exhibit): Exhibit => {
    const numbers = again.get(exhibit.item);
    if (!numbers) return exhibit;
    const also = say(bundleTexts.alsoListed, language, { numbers: numbers.join(', ') });
    return { ...exhibit, remarks: [exhibit.remarks, also].filter(Boolean).join('；') };
  });
  if (listed.length > 0) {
    const before = earlier.filter(({ item }) => !exhibits.has(item));
    caseFile.logEvent('exhibits-set', { exhibits: [...before, ...listed].map((one) => ({ ...one })) });
  }
  return report;
}

/** A row as an exhibit. What the row does not say stays empty: nothing is invented for it. */
function exhibitOf(item: string, entry: IndexEntry, file: string): Exhibit {
  const { number, group, title, source, purpose, date, summary, remarks } = entry;
  return {
    item,
    group,
    ...(number !== '' && { number }),
    title: title || file.slice(file.lastIndexOf('/') + 1),
    source,
    purpose,
    ...(date !== '' && { date }),
    ...(summary !== '' && { summary }),
    ...(remarks !== '' && { remarks }),
  };
}
