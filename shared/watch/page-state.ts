import { judgeWords, type Judgement } from '../page/judge-page.ts';
import { hasWords, squeezed, type Observation } from './observation.ts';

/**
 * What an address showed in one capture. Only what was seen is said: who took a page away, or why, no capture shows.
 * - `live`: a page stands there (with the words, where words were asked for)
 * - `without-words`: a page stands there without the words
 * - `taken-down`: the answer was 404, 410 or 451
 * - `soft-404`: the answer was a success, and the page says that there is none
 * - `empty`: a success without any visible text
 * - `moved`: the answer came from another address, without the words
 * - `unclear`: what came may be a wall or a notice and not the page; a person has to look
 * - `blocked`, `unreachable`: whether the words stand there cannot be told
 */
export const pageStates = [
  'live',
  'without-words',
  'taken-down',
  'soft-404',
  'empty',
  'moved',
  'unclear',
  'blocked',
  'unreachable',
] as const;
export type PageState = (typeof pageStates)[number];

/** Whether the words (or, without words, the page) were seen. */
export type Seen = 'yes' | 'no' | 'unknown';

export function seenIn(state: PageState): Seen {
  switch (state) {
    case 'live':
      return 'yes';
    case 'without-words':
    case 'taken-down':
    case 'soft-404':
    case 'empty':
    case 'moved':
      return 'no';
    case 'unclear':
    case 'blocked':
    case 'unreachable':
      return 'unknown';
  }
}

/** @param words that mark the message; null where any page will do */
export function pageStateOf(observation: Observation, words: string | null): PageState {
  const { outcome, httpStatus, text } = observation;
  if (outcome === 'blocked') return 'blocked'; // what came with the status of an absent page may be a wall all the same
  if (httpStatus !== null && [404, 410, 451].includes(httpStatus)) return 'taken-down';
  if (httpStatus !== null && [401, 403, 407, 429].includes(httpStatus)) return 'blocked';
  if (outcome === 'failed' || text === null || httpStatus === null || httpStatus >= 400) return 'unreachable';
  if (words !== null && hasWords(text, words)) return 'live';
  if (squeezed(text) === '') return 'empty';
  const { is, code } = judgedOf(observation);
  if (is === 'notice') return code === 'site-unavailable' ? 'unreachable' : 'soft-404';
  if (is === 'wall') return 'blocked';
  if (is === 'doubtful') return 'unclear';
  if (cameFromElsewhere(observation)) return 'moved';
  return words === null ? 'live' : 'without-words';
}

/** What the record says; where an older program wrote it, what the stored words tell. */
function judgedOf(observation: Observation): Readonly<{ is: Judgement['is']; code?: string | undefined }> {
  if (observation.judged) return observation.judged;
  const { is, reason } = judgeWords({ title: observation.title, text: withoutAdverts(observation) });
  return { is, code: reason?.code };
}

/** The lines of a page that do not stand in its marked advertisements. */
function withoutAdverts({ text, advertText }: Observation): string {
  const adverts = new Set(advertText.split('\n').map(squeezed));
  return (text ?? '')
    .split('\n')
    .filter((line) => !adverts.has(squeezed(line)))
    .join('\n');
}

function cameFromElsewhere({ url, finalUrl }: Observation): boolean {
  return finalUrl !== null && !isSameHostAndPath(finalUrl, url);
}

/** The same host and path; a scheme, `www.`, a query or a slash at the end make no difference. */
export function isSameHostAndPath(one: string, other: string): boolean {
  return hostAndPath(one) === hostAndPath(other);
}

function hostAndPath(url: string): string {
  return url
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase();
}
