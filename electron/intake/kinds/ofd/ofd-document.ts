import { local, readXml } from '../../office/office-parts.ts';
import type { OfdPackage } from './ofd-package.ts';

/** What an OFD says of itself beside its pages; names and values as its maker wrote them. */
export type OfdDocument = Readonly<{
  /** Fields of the document's own description (§7.4 table 4), and its custom data. */
  fields: readonly Readonly<{ name: string; value: string }>[];
  /** Locations of its pages' contents in their order, as members of the package; null for one that is not there. */
  pages: readonly (string | null)[];
  /** Templates by id: what is drawn under or over a page; null for one that is not there. */
  templates: ReadonlyMap<string, string | null>;
  attachments: readonly Readonly<{ name: string; at: string }>[];
  /** Signatures and seals that it names. They are not checked here. */
  signatures: number;
  /** Documents in the package: a reader shows the first. */
  documents: number;
}>;

const described = new Set(['Title', 'Author', 'Subject', 'CreationDate', 'ModDate', 'Creator', 'CreatorVersion']);
const most = { fields: 100, characters: 500, pages: 5_000, attachments: 500 } as const;

/** Reads the entrance and the document's root (GB/T 33190-2016 §7.4, §7.5). Null where there is no entrance. */
export function ofdDocument(files: OfdPackage): OfdDocument | null {
  const entrance = files.text('OFD.xml');
  if (entrance === null) return null;
  const fields: { name: string; value: string }[] = [];
  const roots: string[] = [];
  const signatureLists: string[] = [];
  eachText(entrance, (name, value, attributes) => {
    if (name === 'DocRoot') roots.push(value);
    if (name === 'Signatures') signatureLists.push(value);
    const label = name === 'CustomData' ? (attributes['Name'] ?? '') : described.has(name) ? name : '';
    if (label !== '' && value !== '' && fields.length < most.fields)
      fields.push({ name: cut(label), value: cut(value) });
  });
  const root = files.resolved(roots[0] ?? '', 'OFD.xml');
  const { pages, templates, lists } = partsOf(files, root);
  return {
    fields,
    pages,
    templates,
    attachments: lists.flatMap((list) => attachmentsIn(files, list)).slice(0, most.attachments),
    signatures: signatureLists.reduce((sum, list) => sum + count(files.text(list, 'OFD.xml') ?? '', 'Signature'), 0),
    documents: roots.length,
  };
}

const cut = (text: string): string => text.slice(0, most.characters).toWellFormed();

function partsOf(files: OfdPackage, root: string) {
  const pages: (string | null)[] = [];
  const templates = new Map<string, string | null>();
  const member = (at: string) => (files.bytes(at, root) === null ? null : files.resolved(at, root));
  const lists: string[] = [];
  eachText(files.text(root) ?? '', (name, value, attributes) => {
    const at = attributes['BaseLoc'];
    if (name === 'Page' && at !== undefined && pages.length < most.pages) pages.push(member(at));
    if (name === 'TemplatePage' && at !== undefined) templates.set(attributes['ID'] ?? '', member(at));
    if (name === 'Attachments') lists.push(files.resolved(value, root));
  });
  return { pages, templates, lists };
}

/** The attachments that a list names (§16). */
function attachmentsIn(files: OfdPackage, list: string): readonly Readonly<{ name: string; at: string }>[] {
  const found: { name: string; at: string }[] = [];
  let name = '';
  readXml(files.text(list) ?? '', {
    onopentag: (tag, attributes) => {
      if (local(tag) === 'Attachment') name = attributes['Name'] ?? '';
    },
  });
  eachText(files.text(list) ?? '', (tag, value, _attributes, parent) => {
    if (tag === 'FileLoc' && value !== '')
      found.push({ name: parent['Name'] ?? name, at: files.resolved(value, list) });
  });
  return found;
}

function count(xml: string, wanted: string): number {
  let found = 0;
  readXml(xml, { onopentag: (tag) => void (found += local(tag) === wanted ? 1 : 0) });
  return found;
}

type Attributes = Readonly<Record<string, string>>;

/** Calls with each element as it ends: its name, its text, its attributes and those of the element that it stands in. */
function eachText(
  xml: string,
  told: (name: string, text: string, attributes: Attributes, parent: Attributes) => void,
): void {
  const open: { attributes: Attributes; text: string }[] = [];
  readXml(xml, {
    onopentag: (_tag, attributes) => void open.push({ attributes, text: '' }),
    ontext: (text) => {
      const inner = open.at(-1);
      if (inner && inner.text.length < 10_000) inner.text += text;
    },
    onclosetag: (tag) => {
      const ended = open.pop();
      if (ended) told(local(tag), ended.text.trim(), ended.attributes, open.at(-1)?.attributes ?? {});
    },
  });
}
