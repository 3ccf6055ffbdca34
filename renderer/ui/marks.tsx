import type { Outcome, Step } from '../../shared/case/record.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { offsetText, readableInstant } from '../../shared/instant.ts';
import { useSay, type Word } from '../words/words.ts';

export type Rank = 'passed' | 'unsure' | 'failed' | 'waiting';

const shapes: Readonly<Record<Rank, string>> = { passed: '✓', unsure: '●', failed: '✕', waiting: '○' };

/** A verdict: a shape, a colour and a word, never a colour alone. */
export function RankMark({ rank, word }: { rank: Rank; word: string }) {
  return (
    <span className={`mark-${rank}`}>
      <span aria-hidden="true">{shapes[rank]} </span>
      {word}
    </span>
  );
}

const outcomeMarks: Readonly<Record<Outcome, readonly [Rank, Word]>> = {
  complete: ['passed', 'complete'],
  partial: ['unsure', 'partial'],
  blocked: ['unsure', 'blocked'],
  failed: ['failed', 'failedOutcome'],
};

export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const say = useSay();
  const [rank, word] = outcomeMarks[outcome];
  return <RankMark rank={rank} word={say(word)} />;
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
