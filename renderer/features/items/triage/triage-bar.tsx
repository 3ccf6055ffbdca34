import { useHere } from '../../../state/window-state.ts';
import { Button, Choice, InputField } from '../../../ui/controls.tsx';
import { useSay } from '../../../words/words.ts';
import type { TriageState } from './use-triage.ts';

/** How the items are shown, which of them, and what is decided of those chosen. */
export function TriageBar({ triage }: { triage: TriageState }) {
  const say = useSay();
  const { loupe, filter, set } = useHere();
  const { all, chosen, current, settle, setSheet } = triage;
  const pictures = all.filter(({ kind, pictured }) => kind === 'import' && pictured).length;
  return (
    <div className="bar">
      <span className="segment">
        <Segment on={!loupe} words={say('grid')} onPress={() => set({ loupe: false })} />
        <Segment on={loupe} words={say('loupe')} onPress={() => current && set({ loupe: true })} />
      </span>
      <DecisionFilter triage={triage} />
      <InputField
        className="filter-input bare-label"
        label={say('filterWords')}
        placeholder={say('filterWords')}
        value={filter}
        onChange={(text) => set({ filter: text })}
      />
      <span className="acts">
        <ChosenCount triage={triage} />
        <Button disabled={chosen.length === 0} onPress={() => settle({ is: 'accepted' })}>
          {say('accept')} <kbd>P</kbd>
        </Button>
        <Button disabled={chosen.length === 0} onPress={() => setSheet('exclude')}>
          {say('exclude')} <kbd>X</kbd>
        </Button>
        <Button disabled={chosen.length === 0} onPress={() => settle({ is: 'undecided' })}>
          {say('undecide')} <kbd>U</kbd>
        </Button>
        <Button disabled={chosen.length === 0} onPress={() => setSheet('tag')}>
          {say('addTag')} <kbd>N</kbd>
        </Button>
        {pictures > 1 ? <Button onPress={() => setSheet('stitch')}>{say('stitch')}</Button> : null}
      </span>
    </div>
  );
}

function Segment({ on, words, onPress }: { on: boolean; words: string; onPress: () => void }) {
  return (
    <button type="button" className={`button ${on ? 'on' : ''}`} aria-pressed={on} onClick={onPress}>
      {words}
    </button>
  );
}

function DecisionFilter({ triage: { all } }: { triage: TriageState }) {
  const say = useSay();
  const { decision, set } = useHere();
  const counted = (name: 'undecided' | 'accepted' | 'excluded') =>
    [name, `${say(name)} ${all.filter((row) => row.decision === name).length}`] as const;
  return (
    <span className="bare-label">
      <Choice
        quiet
        label={say('outcome')}
        value={decision}
        options={[
          ['all', `${say('all')} ${all.length}`],
          counted('undecided'),
          counted('accepted'),
          counted('excluded'),
        ]}
        onChange={(chosen) => set({ decision: chosen })}
      />
    </span>
  );
}

function ChosenCount({ triage: { chosen, current, at, shown } }: { triage: TriageState }) {
  const say = useSay();
  const words = () => {
    if (chosen.length > 1) return say('selectedCount', { count: chosen.length });
    return current ? say('position', { at: at + 1, of: shown.length }) : '';
  };
  return <span className="soft small">{words()}</span>;
}
