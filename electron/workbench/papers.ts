import { join } from 'node:path';
import type { Exhibit } from '../../shared/case/exhibit.ts';
import { say } from '../../shared/language.ts';
import { bundleTexts } from '../../shared/messages/bundle-messages.ts';
import { matchFiles } from '../intake/match-files.ts';
import type { IndexEntry, PapersIndex } from '../../shared/papers/read-index.ts';
import type { PapersReport } from '../../shared/papers/report.ts';
import { resolveArrangement } from '../../shared/plan/arrangement.ts';
import type { WritableCase } from '../casefile/case-handles.ts';
import { hashIfReadable } from '../casefile/hash-file.ts';

/** An index, and the files of the folder that it lists. */
type Papers = Readonly<{ index: PapersIndex; folder: string; files: readonly string[]; own: string | null }>;

/**
 * Other people's papers as exhibits: each row's file is taken in and stands where the index has it, with the number that
 * it has there. The same bytes are one item, however many rows name them. What was arranged before stands first.
 *
 * @param take takes one file in; null where it was refused, which has been said then
 */
export async function takePapers(
  kase: WritableCase,
  { index, folder, files, own }: Papers,
  take: (path: string, entry: IndexEntry) => Promise<string | null>,
): Promise<PapersReport> {
  const earlier = resolveArrangement(kase.arrangement(), kase.items(), kase.facts().language);
  const byHash = new Map(
    kase.items().flatMap(({ item, record }) => {
      const original = record.artifacts.find(({ role }) => role === 'original');
      return original ? [[original.sha256, item] as const] : [];
    }),
  );
  const papers = files.filter((file) => file !== own);
  const exhibits = new Map<string, Exhibit>();
  const again = new Map<string, string[]>();
  const named = new Set<string>();
  const report: PapersReport = {
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
  const { language } = kase.facts();
  const placed = [...exhibits.values()].map((exhibit): Exhibit => {
    const numbers = again.get(exhibit.item);
    if (!numbers) return exhibit;
    const also = say(bundleTexts.alsoListed, language, { numbers: numbers.join(', ') });
    return { ...exhibit, remarks: [exhibit.remarks, also].filter(Boolean).join('；') };
  });
  if (placed.length > 0) {
    const before = earlier.filter(({ item }) => !exhibits.has(item));
    kase.act('exhibits-set', { exhibits: [...before, ...placed].map((one) => ({ ...one })) });
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
