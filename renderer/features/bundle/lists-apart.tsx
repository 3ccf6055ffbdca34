import { listFormats } from '../../../shared/plan/list-formats.ts';
import { useAsked, useChange } from '../../state/queries.ts';
import { useCase, useHere } from '../../state/window-state.ts';
import { Button, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';

/** The lists that lawyers keep, as Word and Excel files beside the case, without building the bundle. */
export function ListsApart() {
  const say = useSay();
  const { folder } = useCase();
  const { language, profile, profileFile, annex, tables, addTo } = useHere().buildOptions;
  const out = useAsked('window.beside', { case: folder, what: 'lists' }).data?.path ?? '';
  const write = useChange('bundle.lists');
  const make = () =>
    write.mutate({
      case: folder,
      out,
      formats: [...listFormats],
      language,
      profile,
      profileFile,
      annex,
      tables,
      addTo,
    });
  return (
    <section className="stack">
      <h2 className="minor">{say('listsApart')}</h2>
      <Button onPress={make} disabled={out === '' || write.isPending}>
        {say('writeLists')}
      </Button>
      <p className="small" role="status">
        {write.data
          ? say('listsWritten', { files: write.data.files.map(({ path }) => path).join(' · ') })
          : say('listsSay')}
      </p>
      {write.error ? <Trouble error={write.error} /> : null}
    </section>
  );
}
