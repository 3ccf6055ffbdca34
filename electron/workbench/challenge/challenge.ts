import { attackedBy, challengesOf, toldChallenges } from '../../../shared/challenge/challenge.ts';
import type { ChallengedCase, ChallengedExhibit } from '../../../shared/challenge/challenged-case.ts';
import type { StoredWords } from '../../../shared/claims/passage.ts';
import type { Output } from '../../../shared/contract.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { challengeTexts } from '../../../shared/messages/papers/challenge-messages.ts';
import { withAnswer } from '../../../shared/plan/accepted.ts';
import { resolveArrangement } from '../../../shared/plan/arrangement.ts';
import { exhibitNumbers } from '../../../shared/plan/numbers.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { caseClaims } from '../../bundle/state/case-claims.ts';
import { storedWords } from '../../bundle/state/stored-words.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { readAnchors } from '../../seal/time/anchors.ts';
import { stampStatuses } from '../../seal/time/stamp-case.ts';
import { profileFor } from '../bundle/profiles.ts';
import { earlierNumbers } from './earlier-numbers.ts';
import { reading, writing } from '../cases/with-case.ts';
import type { Handler, HandlerContext } from '../handler.ts';

/** Attacks the bundle as it would be built now, and takes down what somebody answers. Nothing else is changed. */
export const challengeHandler: Handler<'challenge.make'> = ({ case: folder, answer, profile }, context) => {
  const { services } = context;
  if (answer === null) return reading(folder, (caseFile) => answered(caseFile, profile, context));
  return writing(folder, services, async (caseFile) => {
    const found = await foundIn(caseFile, profile, context);
    const meant = found.filter(({ code, where }) => code === answer.code && (answer.where ?? where) === where);
    if (meant.length === 0)
      throw new FascicleError('no-such-challenge', { code: answer.code, target: answer.where ?? '*' });
    if (meant.some(({ code }) => challengeTexts[code].rank === 'stop'))
      throw new FascicleError('challenge-not-answerable', { code: answer.code });
    const plan = caseFile.plan();
    caseFile.logEvent('plan-set', { ...plan, accepted: withAnswer(plan.accepted, answer, attackedBy(meant)) });
    return answered(caseFile, profile, context);
  });
};

const foundIn = async (caseFile: ReadableCase, profile: string | null, context: HandlerContext) =>
  challengesOf(await challengedCase(caseFile, profileOf(caseFile, profile, context), context));

const profileOf = (caseFile: ReadableCase, profile: string | null, { services }: HandlerContext): Profile =>
  profileFor({ profile, profileFile: null }, caseFile.facts(), services);

async function answered(
  caseFile: ReadableCase,
  profile: string | null,
  context: HandlerContext,
): Promise<Output<'challenge.make'>> {
  const { language } = context;
  const subject = await challengedCase(caseFile, profileOf(caseFile, profile, context), context);
  const itemAt = new Map(subject.exhibits.map(({ number, record }) => [number, record.item]));
  const wordless = subject.exhibits.filter(({ words }) => {
    const { text, machineRead, partly } = words();
    return partly === true || (text === null && machineRead === null);
  });
  return {
    challenges: toldChallenges(challengesOf(subject), caseFile.plan().accepted, language).map((told) => ({
      ...told,
      item: itemAt.get(told.where) ?? null,
    })),
    exhibits: subject.exhibits.length,
    wordless: wordless.map(({ number }) => number),
  };
}

/** @throws {FascicleError} `bundle-empty` where nothing would be filed */
async function challengedCase(
  caseFile: ReadableCase,
  profile: Profile,
  { services }: HandlerContext,
): Promise<ChallengedCase> {
  const facts = caseFile.facts();
  const items = caseFile.items();
  const arrangement = resolveArrangement(caseFile.arrangement(), items, facts.language);
  if (arrangement.length === 0) throw new FascicleError('bundle-empty');
  const numbers = exhibitNumbers(arrangement, profile.exhibits);
  const byId = new Map(items.map((state) => [state.item, state]));
  const covered = await coveredBy(caseFile, services);
  const exhibits = arrangement.flatMap((exhibit, at): ChallengedExhibit[] => {
    const state = byId.get(exhibit.item);
    if (!state) return [];
    let words: StoredWords | null = null;
    const deposited = state.attachments.some(({ kind }) => kind !== 'machine-read');
    return [
      {
        number: numbers[at] ?? '',
        exhibit,
        record: state.record,
        timed: deposited || state.seq < covered,
        words: () => (words ??= storedWords(caseFile, state)),
      },
    ];
  });
  return {
    facts,
    plan: caseFile.plan(),
    claims: caseClaims(caseFile, items, arrangement, profile),
    exhibits,
    order: challengedOrder(caseFile),
    earlier: earlierNumbers(caseFile),
  };
}

/** The ruling as it is stated, with the words of the item that holds it. */
function challengedOrder(caseFile: ReadableCase): ChallengedCase['order'] {
  const stated = caseFile.statement('order');
  if (stated === null) return null;
  return { stated, words: stated.item === null ? null : storedWords(caseFile, caseFile.item(stated.item)) };
}

/** How many entries of the log a time stamp covers that verifies against the anchors that come with the program. */
async function coveredBy(caseFile: ReadableCase, services: HandlerContext['services']): Promise<number> {
  const anchors = readAnchors(services.resourcePath('anchors'), []);
  const stamps = await stampStatuses(caseFile, anchors, services.clockAndRandom.now().getTime());
  const good = stamps.filter(({ state }) => state === 'verified' || state === 'renewed' || state === 'expiring');
  return Math.max(0, ...good.map(({ size }) => size));
}
