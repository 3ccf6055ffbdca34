import { because } from '../cause.ts';
import type { Cause } from '../text.ts';
import type { EventType, CustodyPayload } from './event-types.ts';
import type { Stored } from './stored.ts';

/** An object that an entry's payload names, with what it is there for. */
type NamedObject = Stored & Readonly<{ use: Cause }>;

/** For each act that names objects beside an item's record: which they are. */
const naming: { readonly [A in EventType]?: (value: CustodyPayload<A>) => readonly NamedObject[] } = {
  'attachment-added': ({ file, item }) => [named(file, because('use-attachment', { item, name: file.name }))],
  'package-received': ({ files, package: sha256 }) =>
    files.map((file) => named(file, because('use-received', { package: sha256.slice(0, 12), path: file.path }))),
  'stamp-requested': ({ checkpoint, size }) => [named(checkpoint, because('use-checkpoint', { size }))],
  'stamp-answered': ({ request, token, answers }) => {
    return [
      ...(token ? [named(token, because('use-stamp', { request }))] : []),
      ...answers.map((one) => named(one, because('use-stamp-answer', { request, kind: one.kind }))),
    ];
  },
};

/** The objects that a payload names: kept with the case, and accounted for by `verify`. */
export function namedObjects<A extends EventType>(act: A, value: CustodyPayload<A>): readonly NamedObject[] {
  return naming[act]?.(value) ?? [];
}

function named({ sha256, bytes }: Stored, use: Cause): NamedObject {
  return { sha256, bytes, use };
}
