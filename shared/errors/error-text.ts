import type { Text } from '../text.ts';

/** What a person is told when something fails: what happened, what became of the evidence, what to do next. */
export type ErrorText = Readonly<{ message: Text; evidence: Text; next: Text; exit: 1 | 2 }>;
