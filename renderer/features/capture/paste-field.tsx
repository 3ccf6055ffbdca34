import { useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react';
import { useSay } from '../../words/words.ts';
import { CaptureChoicesRow } from './capture-choices-row.tsx';
import { FilesRow } from './files-row.tsx';
import type { CaptureForm } from './use-capture-form.ts';
import { VisitorRow } from './visitor-row.tsx';

/** One large field for links and files, with how they are to be captured below it. */
export function PasteField({ form }: { form: CaptureForm }) {
  const say = useSay();
  const { draft, write, begin, bring, paste, choices, choose, session, found } = form;
  const [over, setOver] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    begin();
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const given = [...event.clipboardData.files];
    if (given.length === 0) return; // text goes into the field by itself
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    paste(given, event.clipboardData.getData('text/plain'), selectionStart, selectionEnd);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    const { files: given } = event.dataTransfer;
    if (given.length > 0) {
      event.preventDefault();
      bring(given, 'dropped');
      return;
    }
    if (event.target instanceof HTMLTextAreaElement) return; // text goes into the field by itself
    const text = event.dataTransfer.getData('text/uri-list') || event.dataTransfer.getData('text/plain');
    event.preventDefault(); // or the window would go to the address
    if (text !== '') write(draft === '' ? text : `${draft}\n${text}`);
  };
  return (
    <div
      className={`paste ${over ? 'over' : ''}`}
      onDragEnter={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <textarea
        aria-label={say('pasteHere')}
        placeholder={say('pasteHere')}
        value={draft}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <CaptureChoicesRow form={form} />
      <FilesRow files={choices.files} onChange={(files) => choose({ files })} />
      <VisitorRow
        visitor={choices.visitor}
        onChange={(visitor) => choose({ visitor })}
        session={session}
        first={found.addresses[0]?.url}
      />
    </div>
  );
}
