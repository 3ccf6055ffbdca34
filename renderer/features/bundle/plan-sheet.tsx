import { useState } from 'react';
import type { Arrangement } from '../../../shared/case/exhibit.ts';
import type { ProofPlan } from '../../../shared/case/proof-plan.ts';
import { useArrangement } from '../../state/arrangement.ts';
import { useAsked, useChange } from '../../state/queries.ts';
import { useCase } from '../../state/window-state.ts';
import { Button, InputField, ModalSheet, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';

/** One line of the chronology as it is being written: exhibits by their numbers. */
type Line = Readonly<{ when: string; what: string; exhibits: string }>;

/** Chronology and working notes: what a lawyer writes around the exhibits. */
export function PlanSheet({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const { folder } = useCase();
  const plan = useAsked('case.edit', { case: folder, facts: null, plan: null }).data?.plan;
  const { loaded, exhibits, numbers } = useArrangement();
  return (
    <ModalSheet title={say('aroundExhibits')} wide onClose={onClose}>
      {plan && loaded ? (
        <PlanForm plan={plan} exhibits={exhibits} numbers={numbers} onClose={onClose} />
      ) : (
        <p role="status">{say('loading')}</p>
      )}
    </ModalSheet>
  );
}

function PlanForm(props: {
  plan: ProofPlan;
  exhibits: Arrangement;
  numbers: ReadonlyMap<string, string>;
  onClose: () => void;
}) {
  const { plan, exhibits, numbers, onClose } = props;
  const say = useSay();
  const { folder } = useCase();
  const numberOf = (item: string) => numbers.get(item) ?? '';
  const [lines, setLines] = useState<readonly Line[]>(
    plan.chronology.map(({ when, what, items = [] }) => ({
      when,
      what,
      exhibits: items.map(numberOf).filter(Boolean).join(', '),
    })),
  );
  const [notes, setNotes] = useState(plan.notes.join('\n'));
  const save = useChange('case.edit');
  const edit = (at: number, part: Partial<Line>) =>
    setLines(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const itemsOf = (text: string) =>
    text
      .split(/[,，、\s]+/)
      .filter((one) => one !== '')
      .map((number) => ({ number, item: onlyOne(exhibits.filter(({ item }) => numberOf(item) === number)) }));
  const unknown = lines.flatMap((line) => itemsOf(line.exhibits).filter(({ item }) => item === undefined));
  // An exhibit that left the arrangement has no number here: what was said of it stays with its line.
  const savedItems = (line: Line) =>
    plan.chronology.find(({ what, when }) => what === line.what && when === line.when)?.items ?? [];
  const keep = () => {
    const chronology = lines
      .filter(({ when, what }) => when.trim() !== '' && what.trim() !== '')
      .map((line) => {
        const named = itemsOf(line.exhibits).flatMap(({ item }) => (item === undefined ? [] : [item]));
        const items = [...named, ...savedItems(line).filter((item) => numberOf(item) === '')];
        return { when: line.when.trim(), what: line.what.trim(), ...(items.length > 0 && { items }) };
      });
    const written = notes.split('\n').filter((line) => line.trim() !== '');
    save.mutate({ case: folder, facts: null, plan: { chronology, notes: written } }, { onSuccess: onClose });
  };
  return (
    <form className="stack" onSubmit={(event) => event.preventDefault()}>
      <h2 className="minor">{say('chronology')}</h2>
      {lines.map((line, at) => (
        <ChronologyLine
          key={at}
          line={line}
          edit={(part) => edit(at, part)}
          drop={() => setLines(lines.filter((_, index) => index !== at))}
        />
      ))}
      <div className="row">
        <Button onPress={() => setLines([...lines, { when: '', what: '', exhibits: '' }])}>{say('addEvent')}</Button>
      </div>
      <InputField label={say('planNotes')} value={notes} onChange={setNotes} rows={3} />
      {unknown.length > 0 ? (
        <p className="small mark-unsure" role="status">
          {say('noSuchExhibit', { numbers: unknown.map(({ number }) => number).join(', ') })}
        </p>
      ) : null}
      {save.error ? <Trouble error={save.error} /> : null}
      <div className="actions">
        <Button onPress={onClose}>{say('cancel')}</Button>
        <Button kind="main" disabled={unknown.length > 0 || save.isPending} onPress={keep}>
          {say('save')}
        </Button>
      </div>
    </form>
  );
}

function ChronologyLine(props: { line: Line; edit: (part: Partial<Line>) => void; drop: () => void }) {
  const { line, edit, drop } = props;
  const say = useSay();
  return (
    <div className="plan-line">
      <InputField label={say('eventWhen')} value={line.when} onChange={(when) => edit({ when })} />
      <InputField label={say('eventWhat')} value={line.what} onChange={(what) => edit({ what })} />
      <InputField
        label={say('eventExhibits')}
        value={line.exhibits}
        onChange={(numbers) => edit({ exhibits: numbers })}
      />
      <Button kind="bare" label={say('dropMark', { name: line.what })} onPress={drop}>
        ×
      </Button>
    </div>
  );
}

/** A number that two exhibits bear names neither. */
function onlyOne(exhibits: Arrangement): string | undefined {
  return exhibits.length === 1 ? exhibits[0]?.item : undefined;
}
