import { fill, type Language } from '../../shared/language.ts';
import { navNames } from '../../shared/window/nav-items.ts';
import { useLanguage } from '../state/window-state.ts';
import { exhibitsWords } from './exhibits-words.ts';
import { bundleWords } from './bundle-words.ts';
import { casesWords } from './cases-words.ts';
import { custodyWords } from './custody-words.ts';
import { itemsWords } from './items-words.ts';
import { frameWords } from './frame-words.ts';
import { captureWords } from './capture-words.ts';
import { challengeWords } from './challenge-words.ts';
import { claimsWords } from './claims-words.ts';
import { orderWords } from './order-words.ts';
import { partWords } from './part-words.ts';
import { settingsWords } from './settings-words.ts';
import { spreadWords } from './spread-words.ts';
import { verifyWords } from './verify-words.ts';

/** Everything the window says, in both languages side by side. */
const words = {
  ...navNames,
  ...frameWords,
  ...casesWords,
  ...captureWords,
  ...itemsWords,
  ...exhibitsWords,
  ...bundleWords,
  ...custodyWords,
  ...challengeWords,
  ...claimsWords,
  ...orderWords,
  ...partWords,
  ...verifyWords,
  ...spreadWords,
  ...settingsWords,
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
