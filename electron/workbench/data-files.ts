import type { Cause } from '../../shared/text.ts';
import { readdirSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { because, causeOf } from '../../shared/cause.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { givenText } from './given-text.ts';

/** A profile is a few kilobytes, a template some twenty; a larger file is neither. In bytes. */
const largest = 262_144;

/** The ids of what lies in a folder of `resources/`: the names of its JSON files, in alphabetical order. */
export function idsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []))
    .sort();
}

/**
 * A data file, the program's or a user's own: anything in it that its form does not know is refused.
 * @throws {FascicleError} the code given, with what is wrong
 */
export function readDataFile<S extends z.ZodType>(
  path: string,
  schema: S,
  code: 'profile-invalid' | 'claims-template-invalid',
): z.output<S> {
  const invalid = (why: Cause, cause?: unknown) => new FascicleError(code, { path, why }, cause);
  let value: unknown;
  try {
    if (statSync(path).size > largest) throw new Error(because('too-large'));
    value = JSON.parse(givenText(path));
  } catch (error) {
    throw invalid(causeOf(error), error);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalid(causeOf(parsed.error));
  return parsed.data;
}
