import { useState } from 'react';
import { Button, Field, Sheet } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';

/** Opens a case by the path of its folder: as text, since no dialog of the system shows folders alike everywhere. */
export function OpenFolderSheet({ onClose, open }: { onClose: () => void; open: (folder: string) => void }) {
  const say = useSay();
  const [folder, setFolder] = useState('');
  return (
    <Sheet title={say('openFolder')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          open(folder.trim());
        }}
      >
        <Field label={say('folder')} value={folder} onChange={setFolder} focused />
        <p className="soft small">{say('dropCase')}</p>
        <div className="actions">
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button
            kind="main"
            disabled={folder.trim() === ''}
            onPress={() => {
              onClose();
              open(folder.trim());
            }}
          >
            {say('open')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
