import type { Output } from '../../../shared/contract.ts';
import { say, type CaseLanguage } from '../../../shared/language.ts';
import { placeTexts } from '../../../shared/messages/place-messages.ts';
import { placeOf } from '../../casefile/place/place-of.ts';
import type { Services } from '../services.ts';
import type { Handler } from '../handler.ts';

/** Where a case lies and who may reach it there. */
export const casePlaceHandler: Handler<'case.place'> = ({ case: folder }, { services, language }) =>
  Promise.resolve({ findings: placeInWords(folder, services, language) });

/** The same in words, for whoever looks at the health of a case. */
export function placeInWords(
  folder: string,
  { environment }: Pick<Services, 'environment'>,
  language: CaseLanguage,
): Output<'case.place'>['findings'] {
  return placeOf(folder, environment).map(({ code, state, params }) => ({
    code,
    state,
    message: say(placeTexts[code], language, params),
  }));
}
