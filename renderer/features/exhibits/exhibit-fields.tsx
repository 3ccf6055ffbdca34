import type { Arrangement, Exhibit } from '../../../shared/case/exhibit.ts';
import { useArrangement } from '../../state/arrangement.ts';
import { withOptional } from '../../state/optional.ts';
import { useHere } from '../../state/window-state.ts';
import { AutosaveField } from '../../ui/autosave-field.tsx';
import { useSay, type Word } from '../../words/words.ts';
import { ExhibitMore } from './exhibit-more.tsx';

const fields = [
  ['group', 'group', 1],
  ['number', 'ownNumber', 1],
  ['title', 'exhibitTitle', 2],
  ['source', 'source', 2],
  ['purpose', 'purpose', 3],
  ['summary', 'summary', 2],
  ['pages', 'pages', 1],
] as const satisfies readonly (readonly [keyof Exhibit, Word, number])[];
type Name = (typeof fields)[number][0];

/** All catalogue fields of the selected exhibits, one or many at once. */
export function ExhibitFields() {
  const say = useSay();
  const { selected } = useHere();
  const { exhibits, change } = useArrangement();
  const chosen = exhibits.filter(({ item }) => selected.includes(item));
  if (chosen.length === 0) return null;
  const save = (name: Name, value: string) => change(withField(exhibits, new Set(selected), name, value));
  return (
    <section className="judgement stack" aria-label={say('editing', { count: chosen.length })}>
      {chosen.length > 1 ? <h3>{say('editing', { count: chosen.length })}</h3> : null}
      {fields.map(([name, word, rows]) => {
        const values = new Set(chosen.map((exhibit) => exhibit[name] ?? ''));
        const [one = ''] = values;
        const same = values.size === 1;
        // Own numbers and chosen pages belong to one exhibit: two with the same number are a problem.
        if (chosen.length > 1 && (name === 'number' || name === 'pages' || name === 'title')) return null;
        return (
          <AutosaveField
            key={`${name} ${selected.join(' ')} ${same ? one : ''}`}
            label={say(word)}
            value={same ? one : ''}
            placeholder={same ? '' : say('differing')}
            rows={rows}
            save={(value) => save(name, value)}
          />
        );
      })}
      <ExhibitMore chosen={chosen} />
    </section>
  );
}

function withField(exhibits: Arrangement, items: ReadonlySet<string>, name: Name, value: string): Arrangement {
  const optional = name === 'number' || name === 'summary' || name === 'pages';
  return exhibits.map((exhibit): Exhibit => {
    if (!items.has(exhibit.item)) return exhibit;
    return optional ? withOptional(exhibit, name, value === '' ? undefined : value) : { ...exhibit, [name]: value };
  });
}
