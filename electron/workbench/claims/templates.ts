import { claimTemplateSchema, type ClaimTemplate } from '../../../shared/claims/template.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Services } from '../services.ts';
import { idsIn, readDataFile } from '../data-files.ts';

type Resources = Pick<Services, 'resourcePath'>;

/** The templates that come with the program, by their ids. @throws {FascicleError} `claims-template-invalid` */
export function knownTemplates(services: Resources): readonly ClaimTemplate[] {
  return knownIds(services).map((id) => readTemplate(services.resourcePath('claims', `${id}.json`)));
}

/** @throws {FascicleError} `claims-template-unknown` | `claims-template-invalid` */
export function templateNamed(id: string, services: Resources): ClaimTemplate {
  const known = knownIds(services);
  if (!known.includes(id))
    throw new FascicleError('claims-template-unknown', { template: id, known: known.join(', ') });
  return readTemplate(services.resourcePath('claims', `${id}.json`));
}

const knownIds = (services: Resources): readonly string[] => idsIn(services.resourcePath('claims'));

/** A template file, the program's or a user's own: anything in it that the form does not know is refused. */
export const readTemplate = (path: string): ClaimTemplate =>
  readDataFile(path, claimTemplateSchema, 'claims-template-invalid');
