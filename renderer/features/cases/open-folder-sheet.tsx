import { useState } from 'react';
import { Button, ModalSheet } from '../../ui/controls.tsx';
import { PathField } from '../../ui/path-field.tsx';
import { hasDesktop } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';

/** Opens a case by its folder: in the shell's own dialog, else as text, for a page that is given a folder is given all its files. */
export function OpenFolderSheet(props: {
  /** What was written before and could not be opened. */
  first: string;
  onClose: () => void;
  open: (folder: string) => void;
}) {
  const { first, onClose, open } = props;
  const say = useSay();
  const [folder, setFolder] = useState(first);
  return (
    <ModalSheet title={say('openFolder')} onClose={onClose}>
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
    </ModalSheet>
  );
}
