import type { Output } from '../../../shared/contract.ts';
import { say, type CaseLanguage } from '../../../shared/language.ts';
import { attachedTexts } from '../../../shared/messages/verify/attached-messages.ts';
import { tokenTexts } from '../../../shared/messages/verify/token-messages.ts';
import type { CheckedAttachment } from '../../seal/check-attached.ts';

/** An outside anchor and what was found of it, in words. */
export function checkedInWords(
  one: CheckedAttachment,
  language: CaseLanguage,
): Output<'items.show'>['checked'][number] {
  const { kind, number, file } = one.attachment;
  const named = { kind, number, file: file.name };
  if (!one.checked) return { ...named, verdict: 'not-checked', detail: say(attachedTexts[one.why], language) };
  const { good, findings, info, signer } = one.verdict;
  const faults = findings.filter(({ rank }) => rank !== 'note');
  const params = {
    signer: signer?.name ?? '?',
    genTime: info === null ? '?' : new Date(info.genTime).toISOString(),
    covers: one.covers ?? say(attachedTexts.nothing, language),
    why: faults.map(({ code, params: found }) => say(tokenTexts[code], language, found)).join('; '),
  };
  const verdict = good ? 'good' : faults.some(({ rank }) => rank === 'failed') ? 'bad' : 'unknown';
  return { ...named, verdict, detail: say(attachedTexts[verdict], language, params) };
}
