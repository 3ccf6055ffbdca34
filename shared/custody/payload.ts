import { z } from 'zod';
import { canonicalBytes, type Json } from '../canonical-json.ts';
import { eventTypes, type EventType, type CustodyPayload } from './event-types.ts';

const envelopeSchema = z.strictObject({ salt: z.string().regex(/^[0-9a-f]{32}$/), value: z.unknown() });

/** The payload object's bytes: canonical JSON `{salt, value}`. The salt lets a value be erased without being guessable. */
export function payloadBytes(value: Json, salt: string): Uint8Array {
  return canonicalBytes({ salt, value });
}

export function isEventType(act: string): act is EventType {
  return Object.hasOwn(eventTypes, act);
}

/** Whether an act changes what a bundle shows. Acts of a newer program count as content: never less than shown. */
export function isContent(act: string): boolean {
  return !isEventType(act) || eventTypes[act].class === 'content';
}

/**
 * Reads a payload object back.
 * @throws {Error} where the text is no payload of this act
 */
export function parsePayload<A extends EventType>(act: A, text: string): CustodyPayload<A> {
  const { value } = envelopeSchema.parse(JSON.parse(text));
  return eventTypes[act].payload.parse(value) as CustodyPayload<A>; // parsed by the very schema that CustodyPayload<A> is inferred from
}
