import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Reason } from '../../../../../shared/case/record.ts';
import { visibleText } from '../../../../../shared/visible-text.ts';
import { checkPdfSignature, type CheckedSignature, type SignedPart } from './check-pdf-signature.ts';
import { embeddedFiles, type FilesTakenOut } from './embedded-files.ts';
import { fontsNotEmbedded } from './fonts.ts';
import { hiddenLayers } from './hidden-layers.ts';
import { revisionsOf, updatesOf, type Update } from './revisions.ts';
import { signaturesIn, type WrittenSignature } from './signatures.ts';
import { factsOfMaking } from './stated.ts';
import type { Told, ToldFact } from './told.ts';
import { dictIn, statedDate } from './values.ts';
import { xfaOf, type Xfa } from './xfa.ts';

/** A document at hand, and what was found of it already. */
type AtHand = Readonly<{
  document: PDFDocument;
  /** The whole file. */
  bytes: Uint8Array;
  scripts: number;
  /** The table does not say what is in the file: its sections say nothing of revisions. */
  searched: boolean;
  filesFolder: string;
}>;

type Said = Readonly<{ facts: readonly ToldFact[]; notes: readonly Reason[] }>;

/** What stands beside a document's pages, and is not seen on them: read, and held against what can be held against it. */
export async function toldOf({ document, bytes, scripts, searched, filesFolder }: AtHand): Promise<Told> {
  const pages = document.getPageCount();
  const taken = embeddedFiles(document, filesFolder);
  const portfolio = dictIn(document.catalog, 'Collection') !== null;
  const revisions = searched ? null : revisionsOf(bytes);
  const updates = revisions === null ? null : await updatesOf(bytes, revisions);
  const signatures: Signature[] = [];
  for (const written of signaturesIn(document).slice(0, mostSignatures))
    signatures.push({ written, checked: await checkPdfSignature(bytes, written) });
  const xfa = xfaOf(document);
  const parts: readonly Said[] = [
    { facts: factsOfMaking(document), notes: [] },
    { facts: [fact(portfolio ? 'PdfCoverPages' : 'PdfPages', String(pages))], notes: [] },
    filesSaid(taken, portfolio, pages),
    revisionsSaid(revisions?.length ?? null, updates ?? []),
    signaturesSaid(signatures, bytes.length, updates),
    xfaSaid(xfa),
    { facts: scripts > 0 ? [fact('PdfScripts', String(scripts))] : [], notes: [] },
    namesSaid('PdfLayersHidden', 'pdf-layers-hidden', hiddenLayers(document)),
    // What placeholders are drawn with says nothing of the form.
    xfa?.is === 'dynamic'
      ? nothing
      : namesSaid('PdfFontsNotEmbedded', 'pdf-fonts-not-embedded', fontsNotEmbedded(document)),
  ];
  return {
    facts: parts.flatMap(({ facts }) => facts),
    notes: parts.flatMap(({ notes }) => notes),
    files: taken.files,
    notItsPages: xfa?.is === 'dynamic' ? { code: 'pdf-xfa-dynamic' } : null,
  };
}

/** More than any paper is signed by; how many there are is said. */
const mostSignatures = 64;
type Signature = Readonly<{ written: WrittenSignature; checked: CheckedSignature }>;

const fact = (name: string, value: string, source = 'PDF structure'): ToldFact => ({ name, value, source });

const nothing: Said = { facts: [], notes: [] };

/** Names as a reason holds them: the first of them, each of bounded length. */
function named(names: readonly string[], most = 8): string {
  const shown = names.slice(0, most).map((name) => visibleText(name).slice(0, 100).toWellFormed());
  return `${shown.join(', ')}${names.length > most ? ` … [+${names.length - most}]` : ''}`;
}

function namesSaid(name: string, code: string, names: readonly string[]): Said {
  if (names.length === 0) return nothing;
  return {
    facts: [fact(name, named(names, 40))],
    notes: [{ code, params: { count: names.length, names: named(names) } }],
  };
}

function filesSaid({ files, of, damaged }: FilesTakenOut, portfolio: boolean, pages: number): Said {
  const count = files.length;
  const notes: readonly (Reason | false)[] = [
    portfolio &&
      (count > 0
        ? { code: 'pdf-portfolio', params: { pages, count } }
        : { code: 'pdf-portfolio-empty', params: { pages } }),
    !portfolio && count > 0 && { code: 'pdf-files-inside', params: { count } },
    damaged.length > 0 && { code: 'pdf-files-damaged', params: { count: damaged.length, names: named(damaged) } },
    count + damaged.length < of && { code: 'pdf-files-cut', params: { of, count } },
  ];
  return { facts: [], notes: notes.filter((one) => one !== false) };
}

function xfaSaid(xfa: Xfa | null): Said {
  if (xfa === null) return nothing;
  const { is, version } = xfa;
  const value = version === null ? 'XFA' : `XFA ${version}`;
  if (is === 'dynamic') return { facts: [fact('PdfXfaDynamic', value)], notes: [] }; // said in the place of the pages
  return { facts: [fact('PdfXfa', value)], notes: [{ code: is === 'beside' ? 'pdf-xfa-beside' : 'pdf-xfa-unsure' }] };
}

function revisionsSaid(count: number | null, updates: readonly Update[]): Said {
  const list = (what: 'content' | 'notes') =>
    updates.flatMap(({ revision, ...one }) => {
      const pages = one[what] ?? [];
      return pages.length === 0 ? [] : [{ revision, pages: numbers(pages) }];
    });
  const [content, notes] = [list('content'), list('notes')];
  const unknown = updates.filter((one) => one.content === null).length;
  const lines = (some: typeof content) => some.map(({ revision, pages }) => `${revision}: ${pages}`).join('; ');
  return {
    facts: [
      count === null ? fact('PdfRevisionsUnknown', '–') : fact('PdfRevisions', String(count)),
      ...(content.length > 0 ? [fact('PdfRevisionContent', lines(content))] : []),
      ...(notes.length > 0 ? [fact('PdfRevisionNotes', lines(notes))] : []),
    ],
    notes: [
      ...content.map((params) => ({ code: 'pdf-revision-content', params })),
      ...notes.map((params) => ({ code: 'pdf-revision-notes', params })),
      ...(unknown > 0 ? [{ code: 'pdf-revisions-not-compared', params: { count: unknown } }] : []),
    ],
  };
}

/** Page numbers, the first of them where they are many. */
function numbers(pages: readonly number[]): string {
  return pages.length > 40 ? `${pages.slice(0, 40).join(', ')} … [+${pages.length - 40}]` : pages.join(', ');
}

const factNames = { intact: 'PdfSignatureIntact', broken: 'PdfSignatureBroken', unverified: 'PdfSignatureUnverified' };

function signaturesSaid(signatures: readonly Signature[], size: number, updates: readonly Update[] | null): Said {
  const facts = signatures.map(({ written, checked }, at) =>
    fact(factNames[checked.is], signatureValue(written, checked, at + 1, size), 'PDF signature check'),
  );
  const notes = signatures.flatMap(({ checked }, at): readonly Reason[] => {
    const { covered, certificate } = checked;
    const n = at + 1;
    const name = named([certificate ?? '–']);
    return [
      checked.is === 'intact'
        ? { code: 'pdf-signature-intact', params: { n, name, signed: covered?.signed ?? 0 } }
        : { code: `pdf-signature-${checked.is}`, params: { n, name, why: checked.why } },
      ...(covered && !covered.whole
        ? [{ code: 'pdf-signature-part', params: { n, end: covered.end, after: size - covered.end } }]
        : []),
      ...changedBehind(covered, updates, n),
    ];
  });
  return { facts, notes };
}

/** `1 · CN=… · /Name … · /M … · 0–3200 / 3200 B`: what the certificate says, what the file states, how much is signed. */
function signatureValue(written: WrittenSignature, checked: CheckedSignature, n: number, size: number): string {
  const { covered, certificate, stamped } = checked;
  return [
    String(n),
    ...(certificate === null ? [] : [certificate]),
    ...(stamped === null ? [] : [stamped]),
    ...(written.name === null ? [] : [`/Name ${written.name}`]),
    ...(written.at === null ? [] : [`/M ${statedDate(written.at)}`]),
    ...(covered === null ? [] : [`0–${covered.end} / ${size} B`]),
  ].join(' · ');
}

/** Updates that go on behind what a signature covers, but for the end of a line. */
const updatesBehind = (end: number, updates: readonly Update[]): readonly Update[] =>
  updates.filter((update) => update.end > end + 2);

function changedBehind(covered: SignedPart | null, updates: readonly Update[] | null, n: number): readonly Reason[] {
  if (covered === null || covered.whole) return [];
  const behind = updates === null ? null : updatesBehind(covered.end, updates);
  const pages = [...new Set(behind?.flatMap(({ content }) => content ?? []))].sort((a, b) => a - b);
  const unknown = behind === null || behind.some(({ content }) => content === null);
  return [
    ...(pages.length > 0 ? [{ code: 'pdf-changed-after-signature', params: { n, pages: numbers(pages) } }] : []),
    ...(unknown ? [{ code: 'pdf-after-signature-unknown', params: { n } }] : []),
  ];
}
