import { answerNames, type AnswerWord, type HeadWord } from '../../shared/case/outcome/answers.ts';
import type { Step } from '../../shared/case/record.ts';
import type { AnswerHeads, ToldAnswers } from '../../shared/contract/parts/answers.ts';
import { answerHead, headName, headsLine } from '../../shared/messages/names/answer-texts.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { offsetText, readableInstant } from '../../shared/instant.ts';
import { useLanguage } from '../state/window-state.ts';

export type Rank = 'passed' | 'noted' | 'unsure' | 'failed' | 'waiting';

const shapes: Readonly<Record<Rank, string>> = { passed: '✓', noted: '•', unsure: '●', failed: '✕', waiting: '○' };

/** A verdict: a shape, a colour and a word, never a colour alone. */
export function RankMark({ rank, word }: { rank: Rank; word: string }) {
  return (
    <span className={`mark-${rank}`}>
      <span aria-hidden="true">{shapes[rank]} </span>
      {word}
    </span>
  );
}

const outcomeRanks: Readonly<Record<HeadWord, Rank>> = {
  complete: 'passed',
  undetermined: 'unsure',
  partial: 'unsure',
  blocked: 'unsure',
  failed: 'failed',
};

/** The word above the four answers; the answers themselves as its title, where they are known. */
export function OutcomeMark({ outcome, answers }: { outcome: HeadWord; answers?: AnswerHeads }) {
  const language = useLanguage();
  return (
    <span title={answers && headsLine(answers, language)}>
      <RankMark rank={outcomeRanks[outcome]} word={headName(outcome, language)} />
    </span>
  );
}

const answerRanks: Readonly<Record<AnswerWord, Rank>> = {
  'not-applicable': 'waiting',
  whole: 'passed',
  unknown: 'unsure',
  partly: 'unsure',
  none: 'failed',
};

/** The four answers, a line each, with the reasons of those that are not whole. */
export function AnswerLines({ answers }: { answers: ToldAnswers }) {
  const language = useLanguage();
  return (
    <ul className="ledger">
      {answerNames.map((name) => (
        <li key={name}>
          <RankMark rank={answerRanks[answers[name].answer]} word="" />
          <span>{answerHead(name, answers[name].answer, language)}</span>
          {answers[name].reasons.map(({ message }) => (
            <span key={message} className="why">
              {message}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

export function stepRank(outcome: Step['outcome']): Rank {
  switch (outcome) {
    case 'ok':
      return 'passed';
    case 'partial':
      return 'unsure';
    case 'failed':
      return 'failed';
    case 'skipped':
      return 'waiting';
  }
}

/** A hash in full, in groups of four: where it is evidence it is never shortened. */
export function Hash({ value }: { value: string }) {
  return (
    <span className="mono" title={value}>
      {value.match(/.{1,4}/g)?.join(' ')}
    </span>
  );
}

/** The zone of this computer at that moment, minutes east of UTC. */
function localOffset(instant: string): number {
  return -new Date(instant).getTimezoneOffset();
}

/** A moment in this computer's time and in UTC together. */
export function Moment({ instant }: { instant: string }) {
  return <time dateTime={instant}>{readableInstant(instant, localOffset(instant))}</time>;
}

/** `05-06 09:30` of this computer, with the whole moment as its title. */
export function ShortMoment({ instant }: { instant: string }) {
  const offset = localOffset(instant);
  const shifted = new Date(Date.parse(instant) + offset * 60_000).toISOString();
  return (
    <time dateTime={instant} title={readableInstant(instant, offset)}>
      {shifted.slice(0, 10)} {shifted.slice(11, 16)}
    </time>
  );
}

export function zoneText(): string {
  return offsetText(-new Date().getTimezoneOffset());
}

/** Text of a page or a file name: what is hidden in it is made visible. */
export function Foreign({ text }: { text: string }) {
  return <bdi>{visibleText(text)}</bdi>;
}

/** The same of several lines, each on its own: a line break is no sign to be shown. */
export function ForeignLines({ text }: { text: string }) {
  return text.split('\n').map((line, at) => (
    <div key={`${at} ${line}`}>
      <Foreign text={line} />
    </div>
  ));
}
