import type { Text } from '../../language.ts';
import { forUser } from '../../text.ts';

/** What a working edition shows where something is lacking. A filing leaves the place open, or is not built. */
export const gapTexts = forUser({
  gap: { 'zh-CN': '【缺】', en: '[missing]' },
} as const satisfies Record<string, Text>);
