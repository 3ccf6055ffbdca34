import { strFromU8, unzipSync } from 'fflate';
import type { PrintedList } from '../../../../electron/bundle/lists/printed-lists.ts';

/** A list on A4, landscape, of one column for each name. */
export function listOf(
  names: readonly string[],
  rows: PrintedList['rows'],
  more: Partial<PrintedList> = {},
): PrintedList {
  return {
    name: 'catalogue',
    title: "Catalogue & 'list'",
    notes: ['a case', 'its state'],
    size: { width: 841.89, height: 595.28, margin: { left: 45, right: 45, top: 62, bottom: 54 } },
    columns: names.map((name) => ({ name, share: 10 })),
    rows,
    groupName: 'Group',
    pageOf: 'Page {page} of {pages}',
    toFillIn: [],
    ...more,
  };
}

/** The members of an Office file as texts. */
export function partsInside(bytes: Uint8Array): (name: string) => string {
  const members = unzipSync(bytes);
  return (name) => strFromU8(members[name] ?? new Uint8Array());
}

/** The start tags of a name, each with its attributes. */
export function startTags(xml: string, name: string): readonly Readonly<Record<string, string>>[] {
  return [...xml.matchAll(new RegExp(`<${name}((?:\\s[^>]*?)?)/?>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries([...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])),
  );
}

/** A cell of a sheet by its reference: the type and the stored value, its text, and the format that it is shown in. */
export function cellAt(members: (name: string) => string, reference: string) {
  const [, style = '', type = 'n', value = ''] =
    new RegExp(`<c r="${reference}" s="(\\d+)"(?: t="(\\w+)")?>(?:<v>([^<]*)</v>)?`).exec(
      members('xl/worksheets/sheet1.xml'),
    ) ?? [];
  const strings = [...members('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)];
  const plain = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const styles = members('xl/styles.xml');
  const own = Object.fromEntries(
    startTags(styles, 'numFmt').map(({ numFmtId = '', formatCode = '' }) => [numFmtId, plain(formatCode)]),
  );
  const builtIn: Readonly<Record<string, string>> = { 1: '0', 49: '@' }; // ECMA-376 part 1 §18.8.30
  const { numFmtId = '' } = startTags(styles.replace(/.*<cellXfs/s, '<cellXfs'), 'xf')[Number(style)] ?? {};
  const text = type === 's' ? plain(strings[Number(value)]?.[1] ?? '') : null;
  return { type, value, text, format: own[numFmtId] ?? builtIn[numFmtId] ?? null };
}
