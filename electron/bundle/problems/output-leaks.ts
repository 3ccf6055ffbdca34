import { join } from 'node:path';
import { problem, type Problem } from '../../../shared/plan/problem.ts';
import { judged } from '../../../shared/plan/problems.ts';
import { pageObjects } from '../../../shared/verify/pdf/printed-pages.ts';
import { PdfReader } from '../../../shared/verify/pdf/pdf-reader.ts';
import { PdfReference, type PdfDict } from '../../../shared/verify/pdf/pdf-value.ts';
import { fileSource } from '../../casefile/files/file-source.ts';
import { findLeaks, type LeakSpot, type OutgoingFile } from '../../casefile/leaks/find-leaks.ts';
import type { ListFile } from '../lists/list-files.ts';
import type { FixedState } from '../state/fix-state.ts';
import type { VolumePlan } from '../volume-plan.ts';
import { leftWords, wordsSaid } from './redaction-problems.ts';

/** The finished files of a bundle, none of which has its final name yet. */
type Output = Readonly<{ plans: readonly VolumePlan[]; lists: readonly ListFile[]; scratch: string }>;

/** Whose place in a file something is: an exhibit's number and page, or nobody's. */
type Owner = Readonly<{ where: string; item: string | null; field: string }>;

/**
 * Where the finished files of a bundle hold words that a redaction took out, in any of their bytes: what the pages of an
 * imported PDF say for instance, which nothing else reads. Marked with the answer, where somebody gave one.
 *
 * @throws the signal's reason when cancelled
 */
export async function leftInOutput(
  { plans, lists, scratch }: Output,
  state: FixedState,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const files = plans.flatMap(({ stem }): OutgoingFile[] =>
    [`${stem}.pdf`, `${stem}.manifest.json`].map((name) => ({ name, path: join(scratch, name) })),
  );
  const planOf = new Map(plans.map((plan) => [`${plan.stem}.pdf`, plan]));
  const own = (spot: LeakSpot, file: OutgoingFile | undefined) =>
    ownerOf(spot, file, planOf.get(file?.name ?? ''), state.model);
  return search([...files, ...lists.flatMap(asOutgoing)], state, own, signal);
}

/** The same of papers that are no pages. */
export async function leftInFiles(
  files: readonly ListFile[],
  state: FixedState,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  return search(files.flatMap(asOutgoing), state, (spot) => Promise.resolve(nobodys(spot)), signal);
}

const asOutgoing = ({ name, bytes, shownOnly = [] }: ListFile): readonly OutgoingFile[] => [
  { name, content: bytes },
  ...(shownOnly.length > 0 ? [{ name, content: Buffer.from(shownOnly.join('\n')) }] : []),
];
const nobodys = ({ file, part }: LeakSpot): Owner => ({ where: 'case', item: null, field: `${file}${part}` });

async function search(
  files: readonly OutgoingFile[],
  { model, takenOut, accepted }: FixedState,
  ownerAt: (spot: LeakSpot, file: OutgoingFile | undefined) => Promise<Owner>,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const { words, ofCopy } = takenOut;
  const { language } = model;
  if (words.length === 0) return [];
  const leaks = await findLeaks(files, words, signal);
  const fileOf = (spot: LeakSpot) => files[spot.index];
  const problems: Problem[] = [
    ...(leaks.short > 0 ? [problem('redacted-words-short', 'case', language, { count: leaks.short })] : []),
    ...leaks.unsearched.map((spot) =>
      problem('redacted-words-unsearched', 'case', language, { field: nobodys(spot).field }),
    ),
  ];
  /** Whether some of the words alone are found at the same place. */
  const isSaidThere = async (spot: LeakSpot, some: readonly string[]) => {
    const file = fileOf(spot);
    if (some.length === 0 || !file) return false;
    const { found } = await findLeaks([file], some, signal);
    return found.some(({ part }) => part === spot.part);
  };
  const open = openWords(model, takenOut, accepted);
  const answer = accepted.find(({ code }) => code === 'redacted-words-left')?.reason ?? null;
  for (const spot of leaks.found) {
    const { where, item, field } = await ownerAt(spot, fileOf(spot));
    const inVain = item !== null && (await isSaidThere(spot, ofCopy.get(item) ?? []));
    const said = wordsSaid(inVain ? 'redacted-copy-says' : 'redacted-words-left', where, language, 'written', field);
    // What somebody answered for in an exhibit is in the catalogue, too.
    const rest = words.filter((one) => !open.has(one));
    const isOpen = where === 'case' && open.size > 0 && !(await isSaidThere(spot, rest));
    problems.push(isOpen ? { ...said, accepted: answer } : said);
  }
  return problems.map((one) => (one.accepted === null ? (judged([one], accepted)[0] ?? one) : one));
}

/** The words for which somebody answered, wherever it was. */
function openWords(
  model: FixedState['model'],
  { words, ofCopy }: FixedState['takenOut'],
  accepted: FixedState['accepted'],
): ReadonlySet<string> {
  if (!accepted.some(({ code }) => code === 'redacted-words-left')) return new Set();
  return new Set(
    words.filter((one) =>
      judged(leftWords(model, { words: [one], ofCopy }), accepted).some((said) => said.accepted !== null),
    ),
  );
}

/** The page and exhibit of an object of a PDF of ours: its content, a form that it shows, or an element of its structure. */
async function ownerOf(
  spot: LeakSpot,
  file: OutgoingFile | undefined,
  plan: VolumePlan | undefined,
  { exhibits }: FixedState['model'],
): Promise<Owner> {
  if (spot.pdfObject === null || !plan || !file || !('path' in file)) return nobodys(spot);
  const source = fileSource(file.path);
  try {
    const reader = await PdfReader.open(source);
    const root = (await reader.dict(reader.trailer.get('Root'))).get('Pages');
    const { value: said } = await reader.object(spot.pdfObject);
    const tagged = said instanceof Map ? (said as PdfDict).get('Pg') : null; // Map only stands for a dictionary
    for (const [at, object] of (await pageObjects(reader, root)).entries()) {
      const page = await reader.dict(new PdfReference(object));
      const forms = (await reader.dict(page.get('Resources'))).get('XObject');
      const shown = forms === undefined ? [] : [...(await reader.dict(forms)).values()];
      // What is said of a picture to those who do not see it stands in the structure, and names its page.
      const isTagged = tagged instanceof PdfReference && tagged.object === object;
      const isHere = [new PdfReference(object), page.get('Contents'), ...shown].some(
        (value) => isTagged || (value instanceof PdfReference && value.object === spot.pdfObject),
      );
      if (!isHere) continue;
      const exhibit = exhibits.find(({ index }) => index === plan.sheets[at]?.exhibit?.index);
      const field = `${spot.file}#page=${at + 1}`;
      return { where: exhibit?.number ?? 'case', item: exhibit?.record.item ?? null, field };
    }
    return nobodys(spot);
  } finally {
    source.close();
  }
}
