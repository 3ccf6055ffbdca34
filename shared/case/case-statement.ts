import type { z } from 'zod';
import { orderSchema } from '../order/order.ts';
import { watchListSchema } from '../watch/watch-list.ts';
import { spreadMapSchema } from '../spread/spread-map.ts';
import { claimsMapSchema } from '../claims/claims-map.ts';

/**
 * What the people of a case state about it as a whole, each set anew as one value: the order, the addresses to
 * watch, the claims with what shows their elements, the links between publications.
 * The latest stands; the earlier ones stay in the custody log.
 */
export const caseStatementSchemas = {
  order: orderSchema,
  watch: watchListSchema,
  claims: claimsMapSchema,
  spread: spreadMapSchema,
} as const satisfies Record<string, z.ZodType>;
export type CaseStatementKind = keyof typeof caseStatementSchemas;
export type CaseStatement<K extends CaseStatementKind> = z.infer<(typeof caseStatementSchemas)[K]>;
