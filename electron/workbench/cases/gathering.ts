import { parsePayload } from '../../../shared/custody/payload.ts';
import { caseLanguages, type CaseLanguage } from '../../../shared/language.ts';
import { gatheringSaid } from '../../../shared/messages/gathering-messages.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import type { Handler } from '../handler.ts';
import { reading, writing } from './with-case.ts';

const wording = (language: CaseLanguage) => gatheringSaid('first', language).join('\n');

/** Keeps in the custody log that a person read the notice, with its words, once for each person and wording. */
export const gatheringHandler: Handler<'case.gathering'> = ({ case: folder, read }, { services, language }) => {
  if (!read) return reading(folder, (caseFile) => ({ read: lastReading(caseFile) }));
  return writing(folder, services, (caseFile) => {
    const last = lastReading(caseFile);
    if (last === null || last.person !== caseFile.facts().operator)
      caseFile.logEvent('notice-read', { notice: 'gathering', language, text: wording(language) });
    return { read: lastReading(caseFile) };
  });
};

/** Who last read it, and when; what was worded otherwise is not this notice. */
function lastReading(caseFile: ReadableCase): Readonly<{ at: string; person: string | null }> | null {
  const now = new Set(caseLanguages.map(wording));
  const found = caseFile
    .entries()
    .filter(({ act }) => act === 'notice-read')
    .findLast(({ payload }) => {
      const text = Buffer.from(caseFile.readObject(payload)).toString('utf8');
      return now.has(parsePayload('notice-read', text).text);
    });
  return found === undefined ? null : { at: found.wall, person: found.actor.person };
}
