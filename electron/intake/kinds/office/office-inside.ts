import type { Reason } from '../../../../shared/case/record.ts';
import { local, NotOffice, officeFiles, officeTexts, readXml, type OfficeParts } from '../../office/office-parts.ts';

/** What a file says beside its pages. `notes`: what of it the pages do not show. */
export type OfficeInside = Readonly<{
  facts: readonly Readonly<{ name: string; value: string; source: string }>[];
  notes: readonly Reason[];
}>;

type Attributes = Readonly<Record<string, string>>;
type Seen = (name: string, attributes: Attributes) => void;

const mostNames = 10;

/**
 * Reads what Word, Excel and PowerPoint files (ECMA-376) and OpenDocument files (ISO/IEC 26300) hold beside what is drawn:
 * comments, tracked changes, hidden sheets and slides, parts outside the file, macros, and what they say of themselves.
 */
export function officeInside(path: string): OfficeInside {
  let parts: OfficeParts;
  let names: readonly string[];
  try {
    const files = officeFiles(path);
    names = [...files.keys()];
    parts = officeTexts(files);
  } catch (error) {
    if (error instanceof NotOffice) return { facts: [], notes: [{ code: 'office-inside-not-read' }] };
    throw error;
  }
  const counted = parts.has('content.xml') ? openDocument(parts) : officeOpenXml(parts);
  const { comments, changes, slides, links, sheets } = counted;
  const macros = [...parts.values()].some((text) => /vbaProject\.bin|script:library/.test(text));
  const count = (code: string, number: number): readonly Reason[] =>
    number > 0 ? [{ code, params: { count: number } }] : [];
  const named = `${sheets.slice(0, mostNames).join('、')}${sheets.length > mostNames ? '…' : ''}`;
  return {
    facts: names.length > 0 ? properties(parts) : [],
    notes: [
      ...count('office-comments', comments),
      ...count('office-changes', changes),
      ...(sheets.length > 0
        ? [
            {
              code: 'office-hidden-sheets',
              params: { count: sheets.length, names: named.slice(0, 500).toWellFormed() },
            },
          ]
        : []),
      ...count('office-hidden-slides', slides),
      ...count('office-links', links),
      ...(macros ? [{ code: 'office-macros' }] : []),
    ],
  };
}

type Counted = Readonly<{
  comments: number;
  changes: number;
  slides: number;
  links: number;
  sheets: readonly string[];
}>;

function officeOpenXml(parts: OfficeParts): Counted {
  const counted = { comments: 0, changes: 0, slides: 0, links: 0, sheets: [] as string[] };
  const change = /^(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange|tblPrChange|cellIns|cellDel)$/;
  for (const [part, text] of parts) {
    if (/(?:^|\/)comments[^/]*\.xml$/i.test(part) || /(?:^|\/)comments\/comment[^/]*\.xml$/i.test(part))
      each(text, (name) => {
        if (name === 'comment' || name === 'cm') counted.comments += 1;
      });
    else if (/^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(part))
      each(text, (name) => {
        if (change.test(name)) counted.changes += 1;
      });
    else if (part === 'xl/workbook.xml')
      each(text, (name, { state, name: called }) => {
        if (name === 'sheet' && (state === 'hidden' || state === 'veryHidden')) counted.sheets.push(called ?? '');
      });
    else if (/^ppt\/slides\/slide\d+\.xml$/.test(part))
      each(text, (name, { show }) => {
        if (name === 'sld' && (show === '0' || show === 'false')) counted.slides += 1;
      });
    else if (part.endsWith('.rels'))
      each(text, (name, { TargetMode: mode, Type: type = '' }) => {
        if (name === 'Relationship' && mode === 'External' && !type.endsWith('/hyperlink')) counted.links += 1;
      });
  }
  return counted;
}

function openDocument(parts: OfficeParts): Counted {
  const counted = { comments: 0, changes: 0, slides: 0, links: 0, sheets: [] as string[] };
  const hidden = new Set<string>();
  let style = '';
  each(parts.get('content.xml') ?? '', (name, attributes) => {
    if (name === 'annotation') counted.comments += 1;
    else if (name === 'changed-region') counted.changes += 1;
    else if (name === 'style') style = attributes['style:name'] ?? '';
    else if (name === 'table-properties' && attributes['table:display'] === 'false') hidden.add(style);
    else if (name === 'drawing-page-properties' && attributes['presentation:visibility'] === 'hidden')
      hidden.add(style);
    else if (name === 'table' && hidden.has(attributes['table:style-name'] ?? ''))
      counted.sheets.push(attributes['table:name'] ?? '');
    else if (name === 'page' && hidden.has(attributes['draw:style-name'] ?? '')) counted.slides += 1;
    if (name === 'image' && /^(?:https?|file|ftp):/i.test(attributes['xlink:href'] ?? '')) counted.links += 1;
  });
  return counted;
}

function each(text: string, seen: Seen): void {
  readXml(text, { onopentag: (name, attributes) => seen(local(name), attributes) });
}

/** Names in Dublin Core (ECMA-376 part 2 §11) and in OpenDocument's own. */
const nameOfProperty: Readonly<Record<string, string>> = {
  title: 'OfficeTitle',
  creator: 'OfficeAuthor',
  'initial-creator': 'OfficeAuthor',
  lastModifiedBy: 'OfficeLastAuthor',
  created: 'OfficeCreated',
  'creation-date': 'OfficeCreated',
  modified: 'OfficeModified',
  date: 'OfficeModified',
  Application: 'OfficeProgram',
  generator: 'OfficeProgram',
};

function properties(parts: OfficeParts): OfficeInside['facts'] {
  const found = new Map<string, string>();
  for (const part of ['docProps/core.xml', 'docProps/app.xml', 'meta.xml']) {
    const isOpenDocument = part === 'meta.xml';
    let open: string | null = null;
    readXml(parts.get(part) ?? '', {
      onopentag: (name) => {
        const own = local(name);
        // Of an OpenDocument file the creator is who changed it last, and who made it has a name of its own.
        open = isOpenDocument && own === 'creator' ? 'OfficeLastAuthor' : (nameOfProperty[own] ?? null);
      },
      ontext: (text) => {
        if (open !== null && text.trim() !== '') found.set(open, (found.get(open) ?? '') + text.trim());
      },
      onclosetag: () => (open = null),
    });
  }
  return [...found].map(([name, value]) => ({
    name,
    value: value.slice(0, 2_000).toWellFormed(),
    source: 'file properties',
  }));
}
