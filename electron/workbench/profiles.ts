import { readdirSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { courts, type CaseFacts } from '../../shared/case/case.ts';
import { say } from '../../shared/language.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { profileSchema, type Profile } from '../../shared/profile/profile.ts';
import type { Services } from './services.ts';
import type { Handler } from './workbench.ts';

/** A profile is a few kilobytes; a larger file is none. */
const largest = 262_144;

/**
 * The court profile of a bundle: the file named, else the id named, else the case's own, else by its court: the Internet
 * courts have theirs, every other text gets the plain one, which follows no court's rule.
 *
 * @throws {FascicleError} `profile-unknown` | `profile-invalid`
 */
export function profileFor(
  { profile, profileFile }: Readonly<{ profile: string | null; profileFile: string | null }>,
  facts: CaseFacts,
  services: Services,
): Profile {
  if (profileFile !== null) return readProfile(profileFile);
  const byCourt = facts.court !== null && facts.court in courts ? 'prc-internet' : 'plain';
  const id = profile ?? facts.profile ?? byCourt;
  const known = knownIds(services);
  if (!known.includes(id)) throw new FascicleError('profile-unknown', { profile: id, known: known.join(', ') });
  return readProfile(services.resourcePath('profiles', `${id}.json`));
}

const knownIds = (services: Services): readonly string[] =>
  readdirSync(services.resourcePath('profiles'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5))
    .sort();

/** The profiles that come with the program. */
export const listProfiles: Handler<'profiles.list'> = (_input, { services, language }) =>
  Promise.resolve({
    profiles: knownIds(services).map((id) => {
      const { name } = readProfile(services.resourcePath('profiles', `${id}.json`));
      return { id, name: say(name, language) };
    }),
  });

function readProfile(path: string): Profile {
  const invalid = (why: string, cause?: unknown) => new FascicleError('profile-invalid', { path, why }, cause);
  let value: unknown;
  try {
    if (statSync(path).size > largest) throw new Error('it is too large');
    value = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error), error);
  }
  const parsed = profileSchema.safeParse(value);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  return parsed.data;
}
