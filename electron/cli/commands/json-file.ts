import { because, causeOf } from '../../../shared/cause.ts';
import type { z } from 'zod';
import type { Call } from './command.ts';
import { givenText } from '../../workbench/given-text.ts';

/** A JSON file that an option of the call names, as what its schema makes of it; what is off is said with its place. */
export function jsonIn<S extends z.ZodType>(call: Call, option: string, file: string, schema: S): z.output<S> {
  let value: unknown;
  try {
    value = JSON.parse(givenText(call.path(file)));
  } catch (error) {
    return call.refuse(because('option-file', { option: `--${option}`, file, why: causeOf(error) }));
  }
  const parsed = schema.safeParse(value);
  return parsed.success
    ? parsed.data
    : call.refuse(because('option-file', { option: `--${option}`, file, why: causeOf(parsed.error) }));
}
