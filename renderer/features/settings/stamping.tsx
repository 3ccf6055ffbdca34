import { useState } from 'react';
import { Button as AriaButton, FileTrigger } from 'react-aria-components';
import { useWindow } from '../../state/window-state.ts';
import { InputField } from '../../ui/controls.tsx';
import { givenOf } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const isAddress = (text: string) => /^https?:\/\/[^\s/]/.test(text) && URL.canParse(text);

/** Time-stamp services and the roots that are trusted beside the program's own. Kept when the field is left. */
export function Stamping() {
  const say = useSay();
  const { settings, change } = useWindow();
  const { services, anchors } = settings.stamping;
  const [text, setText] = useState(services.join('\n'));
  const unfit = linesOf(text).find((line) => !isAddress(line));
  const stamping = (part: Partial<typeof settings.stamping>) =>
    change({ ...settings, stamping: { ...settings.stamping, ...part } });
  const addAnchors = (files: Iterable<File>) =>
    void givenOf(files).then((given) => {
      const paths = given.flatMap(({ path }) => path ?? []);
      const now = useWindow.getState();
      const { stamping: kept } = now.settings;
      now.change({ ...now.settings, stamping: { ...kept, anchors: [...new Set([...kept.anchors, ...paths])] } });
    });
  return (
    <section id="stamping">
      <h2>{say('stampServices')}</h2>
      <div className="stack">
        <InputField
          label={say('serviceAddresses')}
          rows={3}
          placeholder={say('addressForm')}
          value={text}
          onChange={setText}
          onBlur={() => unfit === undefined && stamping({ services: linesOf(text) })}
          wrong={unfit === undefined ? null : say('serviceUnfit', { text: unfit })}
        />
        <InputField
          label={say('trustedRoots')}
          rows={2}
          value={anchors.join('\n')}
          onChange={(now) => stamping({ anchors: now === '' ? [] : now.split('\n') })}
          onBlur={() => stamping({ anchors: linesOf(anchors.join('\n')) })}
        />
        <div className="row">
          <FileTrigger allowsMultiple onSelect={(files) => files && addAnchors(files)}>
            <AriaButton className="button">{say('addRoot')}</AriaButton>
          </FileTrigger>
          <span className="soft small">{say('rootsSays')}</span>
        </div>
      </div>
    </section>
  );
}
