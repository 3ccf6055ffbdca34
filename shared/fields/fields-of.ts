import { say, type CaseLanguage } from '../language.ts';
import { fieldNames, notRecordedReasons, type FieldId } from '../messages/names/field-messages.ts';
import { custodyFields } from './custody-fields.ts';
import { deviceFields } from './device-fields.ts';
import type { FieldAnswer, Field, FieldSources } from './field.ts';
import { pageFields } from './page-fields.ts';

const rows: Readonly<Record<FieldId, (from: FieldSources, language: CaseLanguage) => FieldAnswer>> = {
  ...pageFields,
  ...deviceFields,
  ...custodyFields,
};

/**
 * Every field that a court needs of an item (Checklist A: 证据规定 14, 15, 19, 93; 网院规定 9, 11; 在线诉讼规则 12, 16; Berkeley
 * Protocol ¶¶153–156, 167), in its order, each with what is recorded or with the reason why nothing is. No field is ever
 * left out. `show` prints it, and the capture certificate (取证说明) of a bundle is filled from it.
 */
export function fieldsOf(from: FieldSources, language: CaseLanguage): readonly Field[] {
  return (Object.keys(fieldNames) as FieldId[]).map((id): Field => {
    // The keys of the table of names are the field ids.
    const answer = rows[id](from, language);
    const head = { id, name: say(fieldNames[id], language) };
    return typeof answer === 'string'
      ? { ...head, notRecorded: say(notRecordedReasons[answer], language) }
      : { ...head, values: [...answer] };
  });
}
