import { toCases, useWindow } from '../state/window-state.ts';
import { Button } from '../ui/controls.tsx';
import { Foreign } from '../ui/marks.tsx';
import { useSay } from '../words/words.ts';

export function TopBar() {
  const say = useSay();
  const { caseFile, settings, change, set } = useWindow();
  return (
    <header className="topbar">
      <span className="seal-mark" aria-hidden="true" />
      <Button
        kind="bare"
        className="case-name"

        onPress={() => toCases()}
      >
        {caseFile ? <Foreign text={caseFile.facts.title} /> : 'Fascicle'}{' '}
        <span className="hidden-said">{say('allCases')}</span>
      </Button>
      <span className="soft small">{caseFile ? null : say('appName')}</span>
      <span className="spring" />
      <Button className="search-button" onPress={() => set({ overlay: 'palette' })}>
        <span>{say('searchOrDo')}</span> <kbd>Ctrl K</kbd>
      </Button>
      <span className="spring" />
      <Button kind="bare" onPress={() => set({ overlay: 'keys' })} label={say('keys')}>
        ?
      </Button>
      <Button
        kind="bare"
        onPress={() => {
          // As the document is at the press: while this was drawn it still had the theme from before.
          const dark = document.documentElement.dataset['theme'] === 'dark';
          change({ ...settings, theme: dark ? 'light' : 'dark' });
        }}
      >
        {say('theme')}
      </Button>
      <Button
        kind="bare"
        onPress={() => change({ ...settings, language: settings.language === 'en' ? 'zh-CN' : 'en' })}
      >
        {say('otherLanguage')}
      </Button>
    </header>
  );
}
