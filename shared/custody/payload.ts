import { z } from 'zod';
import { canonicalBytes, type Json } from '../canonical-json.ts';
import { acts, type Act, type ActPayload } from './acts.ts';

const envelopeSchema = z.strictObject({ salt: z.string().regex(/^[0-9a-f]{32}$/), value: z.unknown() });

/** The payload object's bytes: canonical JSON `{salt, value}`. The salt lets a value be erased without being guessable. */
export function payloadBytes(value: Json, salt: string): Uint8Array {
  return canonicalBytes({ salt, value });
}

export function isAct(act: string): act is Act {
  return Object.hasOwn(acts, act);
}

/** Whether an act changes what a bundle shows. Acts of a newer program count as content: never less than shown. */
export function isContent(act: string): boolean {
  return !isAct(act) || acts[act].class === 'content';
}

/**
 * Reads a payload object back.
 * @throws {Error} where the text is no payload of this act
 */
export function parsePayload<A extends Act>(act: A, text: string): ActPayload<A> {
  const { value } = envelopeSchema.parse(JSON.parse(text));
  return acts[act].payload.parse(value) as ActPayload<A>; // parsed by the very schema that ActPayload<A> is inferred from
}
