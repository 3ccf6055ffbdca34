import type { Act, ActPayload } from './acts.ts';
import type { Stored } from './projection.ts';

/** An object that an entry's payload names, with what it is there for. */
type NamedObject = Stored & Readonly<{ use: string }>;

/** For each act that names objects beside an item's record: which they are. */
const naming: { readonly [A in Act]?: (value: ActPayload<A>) => readonly NamedObject[] } = {
  'attachment-added': ({ file, item }) => [named(file, `attached to item ${item}: ${file.name}`)],
  'package-received': ({ files, package: sha256 }) =>
    files.map((file) => named(file, `${file.path} of the package ${sha256.slice(0, 12)}`)),
  'stamp-requested': ({ checkpoint, size }) => [named(checkpoint, `checkpoint of ${size} entries`)],
  'stamp-answered': ({ request, token, answers }) => {
    const use = `time stamp of request ${request}`;
    return [...(token ? [named(token, use)] : []), ...answers.map((one) => named(one, `${one.kind} with the ${use}`))];
  },
};

/** The objects that a payload names: kept with the case, and accounted for by `verify`. */
export function namedObjects<A extends Act>(act: A, value: ActPayload<A>): readonly NamedObject[] {
  return naming[act]?.(value) ?? [];
}

function named({ sha256, bytes }: Stored, use: string): NamedObject {
  return { sha256, bytes, use };
}
