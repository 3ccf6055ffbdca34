import { useState, type DragEvent } from 'react';
import { Button as AriaButton, FileTrigger } from 'react-aria-components';
import { choosePath, firstPath, hasDesktop } from '../workbench-client.ts';
import { useSay } from '../words/words.ts';
import { InputField } from './controls.tsx';

/**
 * A place on disk: written, dropped, or chosen in the shell's own dialog. A folder is chosen by what lies in it, since
 * a page is only ever given files.
 */
export function PathField(props: {
  label: string;
  value: string;
  onChange: (path: string) => void;
  /** `save`: a place where something will be written; without a desktop's dialog it is written by hand. */
  choose: 'file' | 'folder' | 'save';
  accept?: readonly string[];
  focused?: boolean;
}) {
  const { label, value, onChange, choose, accept, focused = false } = props;
  const say = useSay();
  const [over, setOver] = useState(false);
  const [pathless, setPathless] = useState(false);
  const take = (files: readonly File[]) =>
    void firstPath(files).then(
      (path) => {
        setPathless(false);
        if (path === null) return;
        const inside = files[0]?.webkitRelativePath ?? '';
        onChange(choose === 'folder' && inside !== '' ? folderAbove(path, inside) : path);
      },
      () => setPathless(true),
    );
  const ask = async () => {
    const endings = (accept ?? []).map((ending) => ending.replace(/^\./, '')).filter((one) => /^[a-z0-9]+$/.test(one));
    const path = await choosePath({ what: choose, title: label, at: value.trim(), endings });
    if (path !== null) onChange(path);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return; // dropped text goes into the field by itself
    event.preventDefault();
    event.stopPropagation();
    take([...event.dataTransfer.files]);
  };
  return (
    <div
      className={`row path-field ${over ? 'over' : ''}`}
      onDragEnter={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <InputField
        className="spring"
        label={label}
        value={value}
        onChange={onChange}
        focused={focused}
        wrong={pathless ? say('noFileOnDisk') : null}
      />
      {hasDesktop ? (
        <AriaButton className="button" onPress={() => void ask()}>
          {say(chooseWords[choose])}
        </AriaButton>
      ) : choose === 'save' ? null : (
        <FileTrigger
          acceptDirectory={choose === 'folder'}
          {...(accept && { acceptedFileTypes: accept })}
          onSelect={(files) => files && take([...files])}
        >
          <AriaButton className="button">{say(chooseWords[choose])}</AriaButton>
        </FileTrigger>
      )}
    </div>
  );
}

const chooseWords = { file: 'chooseFile', folder: 'chooseFolder', save: 'chooseLocation' } as const;

/** `/d/case/sub/x` chosen as `case/sub/x` → `/d/case`. */
function folderAbove(path: string, inside: string): string {
  const parts = path.split(/(?=[\\/])/);
  return parts.slice(0, parts.length - (inside.split('/').length - 1)).join('');
}
