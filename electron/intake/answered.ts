import type { z } from 'zod';
import type { Reason } from '../../shared/case/record.ts';
import type { ChildResult } from '../casefile/processes/children.ts';
import { decoding } from './limits.ts';

/**
 * The child's answer, or the reason why there is none. A child that gives nonsense counts as crashed: it has handled
 * hostile bytes.
 */
export function answered<T extends object>(result: ChildResult, schema: z.ZodType<T>): T | Reason {
  if (result.ended === 'answered') {
    const parsed = schema.safeParse(result.answer);
    return parsed.success ? parsed.data : { code: 'reading-crashed' };
  }
  switch (result.why) {
    case 'time':
      return { code: 'reading-out-of-time', params: { seconds: decoding.milliseconds / 1_000 } };
    case 'memory':
      return { code: 'reading-out-of-memory', params: { megabytes: decoding.megabytes } };
    case 'crash':
      return { code: 'reading-crashed' };
  }
}
