import type { Facts, StoredExhibit } from '../../reading/stored-facts.ts';
import { numbersIn, type Keys, type Statement } from '../statement.ts';

/** Papers of which a bundle that adds to another leaves out what stands in that one. */
type Paper =
  'time-axis' | 'custody' | 'matrix' | 'chronology' | 'media' | 'spread' | 'certificate' | 'hash-list' | 'catalogue';

/** The bundle before, where it has this paper and where only a filing leaves rows out. */
const beforeWith = ({ before, manifest }: Facts, paper: Paper): Facts['before'] =>
  manifest.adds && manifest.edition === 'filing' && before?.kinds.includes(paper) === true ? before : null;

/** The case as the bundle before was built from it: what was stated by its last entry, and the exhibits that it has. */
function asFiledBefore(facts: Facts, seq: number): Facts {
  const entries = facts.entries.filter((entry) => entry.seq <= seq);
  const last = (act: string) => entries.findLast((entry) => entry.act === act)?.value;
  const filed = new Set((facts.manifest.earlier ?? []).map(({ number }) => number));
  const arranged = last('exhibits-set')?.exhibits ?? [];
  const claims = last('claims-set');
  const stated = entries.findLast(({ act }) => act === 'facts-edited' || act === 'case-created')?.value;
  return {
    ...facts,
    entries,
    stated: stated ?? {},
    submitted: stated?.submitted ?? null,
    plan: { chronology: [], elements: [], accepted: [], notes: [], drafts: [], ...last('plan-set') },
    claims: claims?.template && claims.stated ? { template: claims.template, stated: claims.stated } : null,
    links: last('spread-set')?.links ?? [],
    exhibits: facts.exhibits
      .filter(({ number }) => filed.has(number))
      .map((one) => ({ ...one, stated: arranged.find(({ item }) => item === one.record.item) ?? null })),
  };
}

/** Rows that the bundle before does not have as this one would: of late exhibits, or changed since. */
export function toldRows<T>(
  facts: Facts,
  paper: Paper,
  rows: (facts: Facts) => readonly T[],
  says: (row: T, facts: Facts) => unknown,
): readonly T[] {
  const before = beforeWith(facts, paper);
  if (!before) return rows(facts);
  const then = asFiledBefore(facts, before.custody.seq);
  const said = new Set(rows(then).map((row) => JSON.stringify(says(row, then))));
  return rows(facts).filter((row) => !said.has(JSON.stringify(says(row, facts))));
}

/** Whether such a paper must be there although no page of it is. */
export const isTold = (facts: Facts, paper: Paper): boolean => beforeWith(facts, paper) !== null;

/** The exhibits of which a certificate or list speaks: not those of the bundle before to which nothing happened since. */
export function speakingOf(facts: Facts, paper: Paper): Facts {
  const before = beforeWith(facts, paper);
  if (!before) return facts;
  const filed = new Set((facts.manifest.earlier ?? []).map(({ number }) => number));
  const later = facts.entries.filter(({ seq }) => seq > before.custody.seq);
  const isLeft = ({ number, record }: StoredExhibit) =>
    !filed.has(number) || later.some(({ subject }) => subject === record.item);
  const exhibits = facts.exhibits.filter(isLeft);
  if (exhibits.length === 0) return facts;
  const numbers = new Set(exhibits.map(({ number }) => number));
  const manifest = { ...facts.manifest, exhibits: facts.manifest.exhibits.filter(({ number }) => numbers.has(number)) };
  return { ...facts, exhibits, manifest };
}

/** What a row of the catalogue follows from, beside the record. */
const catalogueRow = ({ record, stated }: StoredExhibit, { stated: ofCase }: Facts): unknown => {
  const row = { ...stated, notes: null };
  return [record.item, row, ofCase.respondents?.length];
};

/** Exhibits that the reissued catalogue has as the one before: it says number, title and pages of them. */
export function cataloguedBefore(facts: Facts): readonly StoredExhibit[] {
  const before = beforeWith(facts, 'catalogue');
  if (!before) return [];
  const changed = new Set(
    toldRows(facts, 'catalogue', ({ exhibits }) => exhibits, catalogueRow).map(({ number }) => number),
  );
  const same = facts.exhibits.filter(({ number }) => !changed.has(number));
  return same.length < facts.exhibits.length ? same : [];
}

/** `hash|day` of the bundle before: the day that was stated then, else when the log had come so far. */
export function beforeNamed({ before, entries }: Facts): Keys {
  if (!before) return [];
  const until = entries.filter(({ seq }) => seq <= before.custody.seq);
  const stated = until.findLast(({ act }) => act === 'facts-edited' || act === 'case-created')?.value.submitted;
  return stated ? [`${before.sha256}|${stated}`] : [];
}

/** That a list leaves out what the bundle before has. */
export const standingStatement = (paper: Paper): Statement => ({
  id: 'standing',
  zh: '本表只列涉及本册新增证据的行，以及此前提交后有改动的行；其余各行见此前提交的证据册（清单 SHA-256 {sha}，提交日期 {date}）。',
  en: 'Only rows about the exhibits added here, and rows changed since, are listed; for the others see the bundle filed before (manifest SHA-256 {sha}, filing date {date}).',
  rests: 'manifest of the bundle before, facts.submitted',
  says: ({ sha, date }) => [`${sha}|${date}`],
  holds: (facts) => (beforeWith(facts, paper) === null ? [] : beforeNamed(facts)),
});

/** What a certificate says of the exhibits of the bundle before; of these it says nothing else. */
export const certifiedBefore: Statement = {
  id: 'certified-before',
  zh: '证据 {numbers} 的取证说明见此前提交的证据册（清单 SHA-256 {sha}，提交日期 {date}），本说明不重复。',
  en: 'Of exhibit(s) {numbers} the certificate of the bundle filed before speaks (manifest SHA-256 {sha}, filing date {date}); this one does not repeat it.',
  rests: 'manifest.earlier, manifest of the bundle before, custody log, facts.submitted',
  says: ({ numbers, sha, date }) => numbersIn(numbers).map((number) => `${number}|${sha}|${date}`),
  holds: (facts) => {
    const { before, manifest, exhibits } = facts;
    if (!before || beforeWith(facts, 'certificate') === null) return [];
    const spoken = new Set(exhibits.map(({ number }) => number));
    const left = (manifest.earlier ?? []).filter(({ number }) => !spoken.has(number));
    return left.flatMap(({ number }) => beforeNamed(facts).map((named) => `${number}|${named}`));
  },
};
