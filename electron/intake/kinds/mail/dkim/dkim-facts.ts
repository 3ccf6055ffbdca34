import { because, causeOfCode } from '../../../../../shared/cause.ts';
import type { Cause } from '../../../../../shared/text.ts';
import { canonicalBytes } from '../../../../../shared/canonical-json.ts';
import type { Artifact, Reason } from '../../../../../shared/case/record.ts';
import { runInChild } from '../../../../casefile/processes/children.ts';
import { answered } from '../../../answered.ts';
import { dkimAnswerSchema, type DkimAnswer, type MailRequest } from '../mail-words.ts';
import { fact, type FileFact } from '../../../facts.ts';
import { decoding } from '../../../limits.ts';
import type { KeyQuestion } from './ask-dns.ts';
import type { KeyAnswer } from './check-signature.ts';
import type { StepLedger } from '../../../step-ledger.ts';
import type { IntakeServices } from '../../../intake-types.ts';

/** What the check of a mail's signatures gives its record. */
export type DkimFacts = Readonly<{
  facts: readonly FileFact[];
  notes: readonly Reason[];
  artifacts: readonly Artifact[];
}>;

const nothing: DkimFacts = { facts: [], notes: [], artifacts: [] };

/**
 * Checks the DKIM signatures of a mail as it comes in: keys rotate, so the DNS is asked now and its answer kept. The
 * verdicts are facts of the record; whatever the DNS does, the mail is taken in.
 */
export async function dkimFacts(
  path: string,
  ledger: StepLedger,
  { caseFile, spawnChild, signal, askDns, clockAndRandom }: IntakeServices,
): Promise<DkimFacts> {
  const check = async (answers: Readonly<Record<string, KeyAnswer>>) => {
    const request: MailRequest = { task: 'dkim', path, answers };
    return answered(
      await runInChild(spawnChild, 'intake/kinds/mail/mail-child', request, decoding, signal),
      dkimAnswerSchema,
    );
  };
  const first = await check({});
  if ('code' in first) {
    ledger.note('check-dkim', 'failed', first);
    return nothing;
  }
  if (first.signatures.length === 0) return nothing;
  const names = new Set(
    first.signatures.flatMap(({ question, verdict }) =>
      question !== null && verdict.verdict === 'not-checked' ? [question] : [],
    ),
  );
  const questions: KeyQuestion[] = askDns === null ? [] : await Promise.all([...names].map((name) => askDns(name)));
  signal.throwIfAborted();
  const checked =
    questions.length === 0
      ? first
      : await check(Object.fromEntries(questions.map(({ name, answer }) => [name, answer])));
  if ('code' in checked) {
    ledger.note('check-dkim', 'failed', checked);
    return nothing;
  }
  const stored = caseFile.objects.putBytes(
    canonicalBytes({ v: 1, ...checked, questions: questions.map((one) => ({ ...one })) }),
  );
  const notes = checked.signatures.flatMap((one) => notesOf(one, checked, questions, clockAndRandom.now()));
  const unanswered = notes.find(({ code }) => ['dkim-no-answer', 'dkim-not-asked'].includes(code));
  ledger.note('check-dkim', unanswered ? 'skipped' : 'ok', unanswered);
  return {
    facts: checked.signatures.map(factOf),
    notes,
    artifacts: [{ role: 'dkim', name: 'dkim.json', mediaType: 'application/json', ...stored }],
  };
}

type Checked = DkimAnswer['signatures'][number];

const factNames = {
  valid: 'DkimValid',
  invalid: 'DkimInvalid',
  'no-key': 'DkimNoKey',
  'not-checked': 'DkimNotChecked',
  unusable: 'DkimNotChecked',
} as const;

/** One line of the signature's own words, beside the verdict. */
function factOf({ domain, selector, algorithm, canonicalization, signed, verdict, signedAt }: Checked): FileFact {
  const words = [
    `d=${domain}`,
    `s=${selector}`,
    `a=${algorithm}`,
    ...(canonicalization === undefined ? [] : [`c=${canonicalization}`]),
    ...(signed === undefined ? [] : [`h=${signed.join(':')}`]),
    ...(signedAt == null ? [] : [`t=${signedAt}`]),
    ...('why' in verdict ? [`(${verdict.why})`] : []),
  ];
  return fact(factNames[verdict.verdict], words.join('; '), 'DKIM check');
}

function notesOf(
  one: Checked,
  { mended, fromDomain }: DkimAnswer,
  questions: readonly KeyQuestion[],
  now: Date,
): readonly Reason[] {
  const { domain, selector, verdict } = one;
  const named = { domain, selector };
  const askedAt = questions.find(({ name }) => name === one.question)?.askedAt ?? '';
  switch (verdict.verdict) {
    case 'valid': {
      const { unsignedOctets, testing } = verdict;
      const { signed = [], unsigned = [], expires } = one;
      return [
        { code: 'dkim-valid', params: { ...named, askedAt, signed: signed.join(', ') } },
        ...(unsignedOctets > 0 ? [{ code: 'dkim-signed-in-part', params: { domain, octets: unsignedOctets } }] : []),
        ...(unsigned.length > 0
          ? [{ code: 'dkim-fields-unsigned', params: { domain, fields: unsigned.join(', ') } }]
          : []),
        ...(alignedWith(domain, fromDomain)
          ? []
          : [{ code: 'dkim-other-domain', params: { domain, from: fromDomain ?? '?' } }]),
        ...(testing ? [{ code: 'dkim-testing', params: { domain } }] : []),
        ...(expires != null && expires * 1_000 < now.getTime()
          ? [{ code: 'dkim-expired', params: { domain, until: instantOf(expires) } }]
          : []),
        ...(mended ? [{ code: 'dkim-line-ends' }] : []),
      ];
    }
    case 'invalid':
      return [invalidReason(verdict.why, { ...named, askedAt, detail: verdict.detail })];
    case 'no-key':
      return [{ code: 'dkim-no-key', params: { ...named, detail: causeOfNoKey(verdict.why) } }];
    case 'not-checked':
      return [
        verdict.why === 'not-asked'
          ? { code: 'dkim-not-asked', params: named }
          : { code: 'dkim-no-answer', params: { ...named, detail: causeOfCode(verdict.why) } },
      ];
    case 'unusable':
      return [{ code: 'dkim-not-usable', params: { ...named, detail: causeOfTags(verdict.why) } }];
  }
}

function invalidReason(
  why: 'body' | 'signature' | 'length' | 'key',
  { domain, selector, askedAt, detail }: Readonly<Record<'domain' | 'selector' | 'askedAt' | 'detail', string>>,
): Reason {
  const named = { domain, selector };
  switch (why) {
    case 'body':
      return { code: 'dkim-body-differs', params: named };
    case 'signature':
      return { code: 'dkim-signature-wrong', params: { ...named, askedAt } };
    case 'length':
      return { code: 'dkim-length-wrong', params: { ...named, detail: causeOfLength(detail) } };
    case 'key':
      return { code: 'dkim-key-unfit', params: { ...named, detail: causeOfTags(detail) } };
  }
}

/** What the DNS said where it gave no key: `revoked`, or its own code. */
function causeOfNoKey(why: string): Cause {
  if (why === 'revoked') return because('dkim-revoked');
  if (why === 'ENOTFOUND') return because('dns-no-name', { code: why });
  return why === 'ENODATA' ? because('dns-no-data', { code: why }) : causeOfCode(why);
}

/** What of the standard a signature or a key does not keep: `v=`, `d=, s=`, `RSA 768`, `tag-list`, `from-unsigned`. */
function causeOfTags(why: string): Cause {
  if (why === 'tag-list' || why === 'from-unsigned') return because(`dkim-${why}`);
  const bits = /^RSA (\d+)$/.exec(why)?.[1];
  return bits === undefined ? because('dkim-tags', { tags: why }) : because('dkim-key-short', { bits });
}

/** `l=100 > 50` → both numbers, in words. */
function causeOfLength(detail: string): Cause {
  const [, signed = '?', found = '?'] = /^l=(\d+) > (\d+)$/.exec(detail) ?? [];
  return because('dkim-length', { signed, found });
}

/** The From domain, or one above or below it: mail is often signed for the parent domain. */
const alignedWith = (domain: string, from: string | null): boolean =>
  from !== null && (from === domain || from.endsWith(`.${domain}`) || domain.endsWith(`.${from}`));

/** Seconds that a signature states may be any number. */
const instantOf = (seconds: number): string =>
  seconds < 8_640_000_000 ? new Date(seconds * 1_000).toISOString() : String(seconds);
