import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { caseLanguages, type CaseLanguage } from '../../../shared/language.ts';
import { useNow } from '../../app/status-bar.tsx';
import { useAsked, useChange } from '../../state/queries.ts';
import { useCase, useWindow } from '../../state/window-state.ts';
import { Button, Choice, Empty, Trouble } from '../../ui/controls.tsx';
import { RankMark, type Rank } from '../../ui/marks.tsx';
import { PathField } from '../../ui/path-field.tsx';
import { useSay } from '../../words/words.ts';
import { useOrder } from './use-order.ts';
import { daysUntil, writtenMoment } from './written-time.ts';

type Deadline = Output<'order.keep'>['deadlines'][number];

/** The dates to keep, soonest first and those past behind them, each with its legal basis and what to check with counsel. */
export function DeadlinesPart() {
  const say = useSay();
  const { state, trouble } = useOrder();
  const set = useWindow((one) => one.set);
  const now = useNow(60_000);
  if (!state) return trouble ? <Trouble error={trouble} /> : null;
  const table = state.tables.find(({ of }) => of === null);
  const all = state.deadlines.map((deadline, at) => ({ deadline, when: table?.rows[at]?.[1] ?? '' }));
  const isPast = ({ deadline }: (typeof all)[number]) => {
    const last = lastDay(deadline.when);
    return last !== null && daysUntil(last, now) < 0;
  };
  const shown = [...all.filter((one) => !isPast(one)), ...all.filter(isPast)];
  if (shown.every(({ deadline }) => deadline.when.at === 'unknown')) {
    return (
      <Empty title={say('emptyDeadlines')} next={say('emptyOrderNext')}>
        <Button onPress={() => set({ orderPart: 'terms' })}>{say('goTo', { target: say('terms') })}</Button>
      </Empty>
    );
  }
  return (
    <div className="page">
      <p className="note">
        <RankMark rank="unsure" word={say('notLegalAdvice')} />
      </p>
      <ol className="deadlines">
        {shown.map(({ deadline, when }) => (
          <DeadlineLine key={deadline.id} deadline={deadline} when={when} />
        ))}
      </ol>
      <Calendar />
    </div>
  );
}

function DeadlineLine({ deadline, when }: { deadline: Deadline; when: string }) {
  const say = useSay();
  const now = useNow(60_000);
  const last = lastDay(deadline.when);
  const left = last === null ? null : daysUntil(last, now);
  // A day that is past is no failure: who kept it, the obligations tell.
  const rank: Rank = left === null || left < -30 ? 'waiting' : left <= 3 ? 'unsure' : 'passed';
  const words =
    left === null
      ? '–'
      : left === 0
        ? say('dayToday')
        : left > 0
          ? say('daysLeft', { count: left })
          : say('daysPast', { count: -left });
  return (
    <li className="deadline">
      <span className="days-left">
        <RankMark rank={rank} word={words} />
      </span>
      <div>
        <p className="deadline-name">{deadline.name}</p>
        <p>
          {when}
          {deadline.from === null ? null : (
            <span className="soft"> · {say('countedFrom', { from: writtenMoment(deadline.from) })}</span>
          )}
        </p>
        <p className="soft small">
          {say('basisOf')}: {deadline.basis.join('; ')}
        </p>
        {deadline.doubts === '' ? null : <p className="small">{deadline.doubts}</p>}
      </div>
    </li>
  );
}

function Calendar() {
  const say = useSay();
  const { folder } = useCase();
  const free = useAsked('window.beside', { case: folder, what: 'deadlines' }).data?.path ?? '';
  const [written, setWritten] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const own = useWindow((one) => one.settings.language);
  const [chosen, setChosen] = useState<CaseLanguage | null>(null);
  const language = chosen ?? own;
  const names = { 'zh-CN': '中文', en: 'English', 'zh-CN+en': say('both') } as const;
  const change = useChange('order.keep');
  const path = (written ?? free).trim();
  const write = () =>
    change.mutate(
      { case: folder, order: null, ics: path, language },
      { onSuccess: () => setDone(path), onError: () => setDone(null) },
    );
  return (
    <section className="stack">
      <PathField label={say('calendarTo')} value={written ?? free} onChange={setWritten} choose="save" />
      <Choice
        label={say('calendarLanguage')}
        value={language}
        options={caseLanguages.map((one) => [one, names[one]] as const)}
        onChange={setChosen}
      />
      <div className="row">
        <Button onPress={write} disabled={path === '' || change.isPending}>
          {say('exportCalendar')}
        </Button>
        <span role="status">{done === null ? '' : say('calendarWritten', { path: done })}</span>
      </div>
      {change.error ? <Trouble error={change.error} /> : null}
    </section>
  );
}

/** The day on which it ends at the latest, in Beijing; null where nothing can be computed. */
function lastDay(when: Deadline['when']): string | null {
  switch (when.at) {
    case 'day':
      return when.day;
    case 'moment':
      return writtenMoment(when.moment).slice(0, 10);
    case 'window':
      return when.lastWorkingDay;
    case 'unknown':
      return null;
  }
}
