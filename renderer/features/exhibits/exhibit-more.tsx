import type { Arrangement, Exhibit, Mark } from '../../../shared/case/exhibit.ts';
import { suggestedKind } from '../../../shared/case/evidence-kind.ts';
import { useArrangement } from '../../state/arrangement.ts';
import { withOptional } from '../../state/optional.ts';
import { useRows } from '../../state/queries.ts';
import { useCase, useHere } from '../../state/window-state.ts';
import { Button, CheckField, Choice } from '../../ui/controls.tsx';
import { AutosaveField } from '../../ui/autosave-field.tsx';
import { Foreign } from '../../ui/marks.tsx';
import { useSay, type Word } from '../../words/words.ts';
import { partText } from '../items/picture/part-text.ts';

const texts = [
  ['date', 'documentDate', 1],
  ['kind', 'evidenceKind', 1],
  ['remarks', 'remarks', 2],
  ['notes', 'workNotes', 3],
] as const satisfies readonly (readonly [keyof Exhibit, Word, number])[];

const media = [
  ['outlet', 'mediaOutlet'],
  ['author', 'mediaAuthor'],
  ['published', 'mediaPublished'],
  ['cites', 'mediaCites'],
  ['reach', 'mediaReach'],
  ['corrected', 'mediaCorrected'],
] as const satisfies readonly (readonly [keyof NonNullable<Exhibit['media']>, Word])[];

const originals = ['', 'original', 'copy'] as const;

/** The fields that not every exhibit has: catalogue columns, what is known of a publication, marks and traced words. */
export function ExhibitMore({ chosen }: { chosen: Arrangement }) {
  const say = useSay();
  const { selected } = useHere();
  const { exhibits, change } = useArrangement();
  const edit = (how: (exhibit: Exhibit) => Exhibit) =>
    change(exhibits.map((exhibit) => (selected.includes(exhibit.item) ? how(exhibit) : exhibit)));
  const field = (word: Word, rows: number, of: (exhibit: Exhibit) => string, save: (value: string) => void) => {
    const values = new Set(chosen.map(of));
    const [one = ''] = values;
    const same = values.size === 1;
    return (
      <AutosaveField
        key={`${word} ${selected.join(' ')} ${same ? one : ''}`}
        label={say(word)}
        value={same ? one : ''}
        placeholder={same ? '' : say('differing')}
        rows={rows}
        save={save}
      />
    );
  };
  const [first] = chosen;
  if (!first) return null;
  const original = chosen.every((one) => one.original === first.original) ? (first.original ?? '') : '';
  return (
    <>
      <details>
        <summary>{say('moreFields')}</summary>
        <div className="stack">
          {texts.map(([name, word, rows]) =>
            field(
              word,
              rows,
              (exhibit) => exhibit[name] ?? '',
              (value) => edit((exhibit) => withOptional(exhibit, name, value.trim() === '' ? undefined : value)),
            ),
          )}
          <KindSuggestion chosen={chosen} adopt={(kind) => edit((exhibit) => withOptional(exhibit, 'kind', kind))} />
          {field(
            'copies',
            1,
            (exhibit) => String(exhibit.copies ?? ''),
            (value) => {
              const copies = Number(value);
              const sound = Number.isInteger(copies) && copies > 0 && copies < 1_000;
              edit((exhibit) => withOptional(exhibit, 'copies', sound ? copies : undefined));
            },
          )}
          <Choice
            label={say('originalOrCopy')}
            value={original}
            options={originals.map((one) => [one, one === '' ? say('notChosen') : say(one)])}
            onChange={(one) => edit((exhibit) => withOptional(exhibit, 'original', one === '' ? undefined : one))}
          />
          <CheckField
            label={say('inserted')}
            on={chosen.every(({ inserted }) => inserted === true)}
            set={(on) => edit((exhibit) => withOptional(exhibit, 'inserted', on ? true : undefined))}
          />
        </div>
      </details>
      <details>
        <summary>{say('mediaFields')}</summary>
        <div className="stack">
          {media.map(([name, word]) =>
            field(
              word,
              1,
              (exhibit) => exhibit.media?.[name] ?? '',
              (value) => edit((exhibit) => withMedia(exhibit, name, value.trim())),
            ),
          )}
        </div>
      </details>
      {chosen.length === 1 ? <Marked exhibit={first} edit={edit} /> : null}
    </>
  );
}

/** What kind of evidence the chosen exhibit seems to be, where nobody has said; one press adopts it, and it can be changed. */
function KindSuggestion({ chosen, adopt }: { chosen: Arrangement; adopt: (kind: string) => void }) {
  const say = useSay();
  const { facts } = useCase();
  const rows = useRows();
  const [exhibit] = chosen;
  const row = rows.find(({ item }) => item === exhibit?.item);
  if (!row || chosen.length !== 1 || exhibit?.kind !== undefined) return null;
  const kind = suggestedKind({ ...row, title: `${row.title} ${exhibit?.title ?? ''}` }, facts.language);
  return kind === null ? null : <Button onPress={() => adopt(kind)}>{say('adoptKind', { kind })}</Button>;
}

/** What the bundle will show of it at a glance, and which words it will trace; each can be taken back. */
function Marked({ exhibit, edit }: { exhibit: Exhibit; edit: (how: (exhibit: Exhibit) => Exhibit) => void }) {
  const say = useSay();
  const rows = useRows();
  const { marks = [], traces = [], comparedWith = [] } = exhibit;
  if (marks.length + traces.length + comparedWith.length === 0) return null;
  const titleOf = (item: string) => rows.find((row) => row.item === item)?.title ?? item;
  const kinds = { key: 'markKey', detail: 'markDetail', frame: 'markFrame' } as const;
  const namesOf = ({ words, region }: Mark) => words ?? (region ? partText(region) : '');
  const line = (key: string, kind: Word, name: string, drop: (one: Exhibit) => Exhibit) => (
    <li key={key} className="row">
      <span className="soft small">{say(kind)}</span> <Foreign text={name} />
      <Button kind="bare" label={say('dropMark', { name })} onPress={() => edit(drop)}>
        ×
      </Button>
    </li>
  );
  return (
    <ul className="marked" aria-label={say('mark')}>
      {marks.map((mark, at) =>
        line(`mark ${at}`, kinds[mark.kind], namesOf(mark), (one) =>
          withOptional(one, 'marks', filled(marks.filter((_, index) => index !== at))),
        ),
      )}
      {traces.map((words) =>
        line(`trace ${words}`, 'traceWords', words, (one) =>
          withOptional(one, 'traces', filled(traces.filter((other) => other !== words))),
        ),
      )}
      {comparedWith.map((item) =>
        line(`compared ${item}`, 'compare', titleOf(item), (one) =>
          withOptional(one, 'comparedWith', filled(comparedWith.filter((other) => other !== item))),
        ),
      )}
    </ul>
  );
}

const filled = <T,>(list: T[]): T[] | undefined => (list.length === 0 ? undefined : list);

function withMedia(exhibit: Exhibit, name: (typeof media)[number][0], value: string): Exhibit {
  const media = withOptional(exhibit.media ?? {}, name, value === '' ? undefined : value);
  return withOptional(exhibit, 'media', Object.keys(media).length === 0 ? undefined : media);
}
