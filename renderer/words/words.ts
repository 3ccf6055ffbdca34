import { fill, type Language } from '../../shared/language.ts';
import { placeNames } from '../../shared/window/ways.ts';
import { useLanguage } from '../state/window-state.ts';
import { binderWords } from './binder-words.ts';
import { buildWords } from './build-words.ts';
import { casesWords } from './cases-words.ts';
import { custodyWords } from './custody-words.ts';
import { evidenceWords } from './evidence-words.ts';
import { frameWords } from './frame-words.ts';
import { inboxWords } from './inbox-words.ts';
import { claimsWords } from './claims-words.ts';
import { orderWords } from './order-words.ts';
import { partWords } from './part-words.ts';

/** Everything the window says, in both languages side by side. */
const words = {
  ...placeNames,
  ...frameWords,
  ...casesWords,
  ...inboxWords,
  ...evidenceWords,
  ...binderWords,
  ...buildWords,
  ...custodyWords,
  ...claimsWords,
  ...orderWords,
  ...partWords,
};
export type Word = keyof typeof words;
export type Say = (name: Word, params?: Readonly<Record<string, string | number>>) => string;

function sayIn(language: Language): Say {
  return (name, params) => fill(words[name][language], params);
}

/** Says a word in the language of the window, and again at once in another when that changes. */
export function useSay(): Say {
  return sayIn(useLanguage());
}
