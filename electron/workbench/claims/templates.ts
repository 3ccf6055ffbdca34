import { readdirSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { claimTemplateSchema, type ClaimTemplate } from '../../../shared/claims/template.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Services } from '../services.ts';

/** A template is some twenty kilobytes; a larger file is none. */
const largest = 262_144;

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

function knownIds(services: Resources): readonly string[] {
  return readdirSync(services.resourcePath('claims'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5))
    .sort();
}

/** A template file, the program's or a user's own: anything in it that the form does not know is refused. */
export function readTemplate(path: string): ClaimTemplate {
  const invalid = (why: string, cause?: unknown) => new FascicleError('claims-template-invalid', { path, why }, cause);
  let value: unknown;
  try {
    if (statSync(path).size > largest) throw new Error('it is too large');
    value = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error), error);
  }
  const parsed = claimTemplateSchema.safeParse(value);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  return parsed.data;
}
