import { useWindow } from '../../state/window-state.ts';
import { Choice, InputField } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';

/** Language and look of the window, who works at it, and where its cases lie. */
export function WindowSection() {
  const say = useSay();
  const { settings, change } = useWindow();
  return (
    <section>
      <h2>{say('lookAndLanguage')}</h2>
      <div className="form-grid">
        <Choice
          label={say('language')}
          value={settings.language}
          options={[
            ['zh-CN', '中文'],
            ['en', 'English'],
          ]}
          onChange={(language) => change({ ...settings, language })}
        />
        <Choice
          label={say('appearance')}
          value={settings.theme}
          options={[
            ['light', say('light')],
            ['dark', say('dark')],
            ['system', say('system')],
          ]}
          onChange={(theme) => change({ ...settings, theme })}
        />
        <InputField
          label={say('operator')}
          value={settings.operator}
          onChange={(operator) => change({ ...settings, operator })}
        />
        <InputField
          label={say('casesFolder')}
          value={settings.casesFolder ?? ''}
          onChange={(text) => change({ ...settings, casesFolder: text.trim() === '' ? null : text })}
        />
      </div>
    </section>
  );
}
