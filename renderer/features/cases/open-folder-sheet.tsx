import { useState } from 'react';
import { Button, Sheet } from '../../ui/controls.tsx';
import { PathField } from '../../ui/path-field.tsx';
import { hasDesktop } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';

/** Opens a case by its folder: in the shell's own dialog, else as text, for a page that is given a folder is given all its files. */
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
        <PathField
          label={say('folder')}
          value={folder}
          onChange={setFolder}
          choose={hasDesktop ? 'folder' : 'save'}
          focused
        />
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
