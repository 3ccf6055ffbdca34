import type { EventType, CustodyPayload } from './event-types.ts';
import type { Stored } from './stored.ts';

/** An object that an entry's payload names, with what it is there for, in names and numbers alone: they are shown in each language. */
type NamedObject = Stored & Readonly<{ use: string }>;

/** For each act that names objects beside an item's record: which they are. */
const naming: { readonly [A in EventType]?: (value: CustodyPayload<A>) => readonly NamedObject[] } = {
  'attachment-added': ({ file, item }) => [named(file, `${item}, ${file.name}`)],
  'package-received': ({ files, package: sha256 }) =>
    files.map((file) => named(file, `${sha256.slice(0, 12)}, ${file.path}`)),
  'stamp-requested': ({ checkpoint, size }) => [named(checkpoint, `checkpoint-${size}`)],
  'stamp-answered': ({ request, token, answers }) => {
    const use = `stamp-${request}`;
    return [...(token ? [named(token, use)] : []), ...answers.map((one) => named(one, `${use}, ${one.kind}`))];
  },
};

/** The objects that a payload names: kept with the case, and accounted for by `verify`. */
export function namedObjects<A extends EventType>(act: A, value: CustodyPayload<A>): readonly NamedObject[] {
  return naming[act]?.(value) ?? [];
}

function named({ sha256, bytes }: Stored, use: string): NamedObject {
  return { sha256, bytes, use };
}
