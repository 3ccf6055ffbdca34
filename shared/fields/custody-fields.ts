import { readableInstant } from '../instant.ts';
import { fieldWord } from '../messages/field-messages.ts';
import { orElse, type FieldRows } from './field.ts';

/** The files, where they are kept, what was done with them, and what the lawyer says they prove. */
export const custodyFields = {
  files: ({ record }, language) => [
    ...record.artifacts.map(
      ({ name, role, mediaType, bytes, sha256 }) => `${name}, ${role}, ${mediaType}, ${bytes} B, SHA-256 ${sha256}`,
    ),
    fieldWord('algorithm', language),
  ],
  manifest: ({ recordSha256 }) => [recordSha256],
  anchor: ({ attachments }) =>
    orElse(
      attachments.map(({ kind, number, file }) =>
        [kind, number, file.name, `SHA-256 ${file.sha256}`].filter(Boolean).join(', '),
      ),
      'none',
    ),
  storage: ({ folder }, language) =>
    folder === null ? 'left-out-of-bundle' : [fieldWord('casefolder', language, { value: folder })],
  'storage-copies': () => 'not-stated',
  custody: ({ custody, offsetMinutes }) =>
    orElse(
      custody.map(
        ({ seq, wall, act, person }) => `#${seq}  ${readableInstant(wall, offsetMinutes)}  ${act}  ${person ?? ''}`,
      ),
      'none',
    ),
  conversions: ({ record }, language) => {
    const images = record.artifacts.filter(({ role }) => role === 'page-image').length;
    const derived = record.artifacts.filter(({ role }) => derivedRoles.has(role));
    const { region } = record;
    const lines = [
      ...(region
        ? [
            fieldWord('regionOf', language, {
              parent: region.parent,
              record: region.parentRecord,
              x: region.x,
              y: region.y,
              width: region.width,
              height: region.height,
              reason: region.reason ?? fieldWord('notStated', language),
            }),
          ]
        : []),
      ...(images > 0 ? [fieldWord('pageImages', language, { count: images })] : []),
      ...derived.map(({ name }) => fieldWord('derived', language, { name })),
    ];
    return lines.length > 0 ? lines : [fieldWord('unconverted', language)];
  },
  redactions: () => 'none',
  'original-location': ({ record }, language) =>
    record.kind === 'capture'
      ? [fieldWord('native', language)]
      : [fieldWord('copyKept', language, { value: record.receivedOn ?? fieldWord('notStated', language) })],
  'court-compared': () => 'left-to-court',
  purpose: ({ exhibit }) => (exhibit ? orElse([exhibit.purpose], 'not-stated') : 'no-exhibit'),
  summary: ({ exhibit }) => (exhibit ? orElse([exhibit.summary], 'not-stated') : 'no-exhibit'),
  elements: ({ exhibit }) => (exhibit ? orElse(exhibit.elements ?? [], 'not-stated') : 'no-exhibit'),
  'exhibit-pages': ({ exhibit, pages }) => (exhibit ? orElse([pages, exhibit.pages], 'none') : 'no-exhibit'),
  'opponent-remarks': () => 'left-to-court',
  'later-check': () => 'none',
} as const satisfies FieldRows;

/** Made from other files of the same item, which are kept beside them. */
const derivedRoles: ReadonlySet<string> = new Set(['screenshot', 'screenshot-expanded']);
