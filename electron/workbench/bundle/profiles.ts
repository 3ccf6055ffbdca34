import { courts, type CaseFacts } from '../../../shared/case/case.ts';
import { say } from '../../../shared/language.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { profileSchema, type Profile } from '../../../shared/profile/profile.ts';
import type { Services } from '../services.ts';
import type { Handler } from '../handler.ts';
import { idsIn, readDataFile } from '../data-files.ts';

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

const knownIds = (services: Services): readonly string[] => idsIn(services.resourcePath('profiles'));

/** The profiles that come with the program. */
export const listProfiles: Handler<'profiles.list'> = (_input, { services, language }) =>
  Promise.resolve({
    profiles: knownIds(services).map((id) => {
      const { name, foreign = false } = readProfile(services.resourcePath('profiles', `${id}.json`));
      return { id, name: say(name, language), foreign };
    }),
  });

const readProfile = (path: string): Profile => readDataFile(path, profileSchema, 'profile-invalid');
