import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Call } from './command.ts';

/** A JSON file that an option of the call names, as what its schema makes of it; what is off is said with its place. */
export function jsonIn<S extends z.ZodType>(call: Call, option: string, file: string, schema: S): z.output<S> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(call.path(file), 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    return call.refuse(`--${option} ${file} is no JSON file: ${error instanceof Error ? error.message : ''}`);
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : call.refuse(`--${option} ${file}: ${z.prettifyError(parsed.error)}`);
}
