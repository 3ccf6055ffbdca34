import type { ItemRecord } from '../case/record.ts';
import { readableInstant } from '../instant.ts';
import type { CaseLanguage } from '../language.ts';
import { attachmentName } from '../messages/names/attachment-names.ts';
import { eventName } from '../messages/names/event-names.ts';
import { fieldWord } from '../messages/names/field-messages.ts';
import { roleName } from '../messages/names/role-names.ts';
import { describeReason } from '../messages/reasons/reasons.ts';
import { orElse, type FieldRows } from './field.ts';

/** The files, where they are kept, what was done with them, and what the lawyer says they prove. */
export const custodyFields = {
  files: ({ record }, language) => [
    ...record.artifacts.map(
      ({ name, role, mediaType, bytes, sha256 }) =>
        `${name}, ${roleName(role, language)}, ${mediaType}, ${bytes} B, SHA-256 ${sha256}`,
    ),
    fieldWord('algorithm', language),
  ],
  manifest: ({ recordSha256 }) => [recordSha256],
  anchor: ({ attachments }, language) =>
    orElse(
      attachments.map(({ kind, number, file }) =>
        [attachmentName(kind, language), number, file.name, `SHA-256 ${file.sha256}`].filter(Boolean).join(', '),
      ),
      'none',
    ),
  storage: ({ folder }, language) =>
    folder === null ? 'left-out-of-bundle' : [fieldWord('casefolder', language, { value: folder })],
  'storage-copies': ({ caseFacts: { storage = {} } }) =>
    orElse([storage.medium, storage.copies, storage.access], 'not-stated'),
  custody: ({ custody, offsetMinutes }, language) =>
    orElse(
      custody.map(
        ({ seq, wall, act, person }) =>
          `#${seq}  ${readableInstant(wall, offsetMinutes)}  ${eventName(act, language)}  ${person ?? ''}`,
      ),
      'none',
    ),
  conversions: ({ record }, language) => {
    const images = record.artifacts.filter(({ role }) => role === 'page-image').length;
    const derived = record.artifacts.filter(({ role }) => derivedRoles.has(role));
    const { region, stitched, film } = record;
    const reasons = [...record.steps.flatMap(({ reason }) => (reason ? [reason] : [])), ...record.warnings];
    const lines = [
      ...(stitched ? [fieldWord('stitched', language, { count: stitched.parts.length })] : []),
      ...(film ? [fieldWord('frames', language)] : []),
      ...reasons.filter(({ code }) => code.startsWith('converted-')).map((reason) => describeReason(reason, language)),
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
    return lines.length > 0 || record.redaction
      ? [...lines, ...repainted(record, language)]
      : [fieldWord('unconverted', language)];
  },
  redactions: ({ record: { redaction } }, language) =>
    redaction
      ? [
          fieldWord('redactedFrom', language, {
            parent: redaction.parent,
            record: redaction.parentRecord,
            count: redaction.regions.length,
            reason: redaction.reason,
          }),
        ]
      : 'none',
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
  'later-check': ({ record }, language) =>
    record.kind === 'capture' && record.earlier !== undefined
      ? [fieldWord('laterLook', language, { earlier: record.earlier })]
      : 'elsewhere',
} as const satisfies FieldRows;

/** A redacted copy keeps no file as it was obtained. */
const repainted = ({ redaction, artifacts }: ItemRecord, language: CaseLanguage): readonly string[] =>
  redaction
    ? [
        fieldWord('repainted', language, { parent: redaction.parent }),
        ...(artifacts.some(({ role }) => role === 'redacted-words') ? [fieldWord('wordsMasked', language)] : []),
      ]
    : [];

/** Made from other files of the same item, which are kept beside them. */
const derivedRoles: ReadonlySet<string> = new Set(['screenshot', 'screenshot-expanded', 'screenshot-rolling']);
