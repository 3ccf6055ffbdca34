import { formedSchema } from '../../../shared/formed.ts';
import { CheckField, InputField } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import type { WrittenOfFiles } from './use-capture-form.ts';

/** What a person says of the files that she brings next: where they are from, and when they were made. */
export function FilesRow({ files, onChange }: { files: WrittenOfFiles; onChange: (files: WrittenOfFiles) => void }) {
  const say = useSay();
  const { source, formed, formedUnknown } = files;
  const isWrong = !formedUnknown && formed.trim() !== '' && !formedSchema.safeParse(formed.trim()).success;
  return (
    <div className="row visitor" role="group" aria-label={say('filesAre')}>
      <InputField
        label={say('sourceOfFiles')}
        value={source}
        onChange={(text) => onChange({ ...files, source: text })}
      />
      <InputField
        label={say('formedAt')}
        value={formedUnknown ? '' : formed}
        placeholder="2019-05-05 21:06"
        onChange={(text) => onChange({ ...files, formed: text, formedUnknown: false })}
        wrong={isWrong ? say('notATime') : null}
      />
      <CheckField
        label={say('formedIsUnknown')}
        on={formedUnknown}
        set={(on) => onChange({ ...files, formedUnknown: on })}
      />
    </div>
  );
}
