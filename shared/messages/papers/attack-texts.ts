import type { Text } from '../../language.ts';

/** What helps where it is done in different ways: by a command of the terminal, and by a control of the window. */
type RemedyTexts = Readonly<{ command: Text; window: Text }>;

/**
 * Attacks by their code. *stop*: a paper would say what the stored evidence does not bear out. *attack*: for the lawyer to
 * mend, or to answer with a reason. *note*: perhaps nothing, for the lawyer to look at. A remedy that names a command or a
 * control is said in both ways.
 */
export type AttackTexts = Readonly<
  Record<string, Readonly<{ rank: 'stop' | 'attack' | 'note'; attack: Text; remedy: Text | RemedyTexts }>>
>;
