import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { navKeys } from '../../shared/window/nav-items.ts';
import { ExhibitsScreen } from '../features/exhibits/exhibits-screen.tsx';
import { BundleScreen } from '../features/bundle/bundle-screen.tsx';
import { CasesScreen } from '../features/cases/cases-screen.tsx';
import { CustodyScreen } from '../features/custody/custody-screen.tsx';
import { ItemsScreen } from '../features/items/items-screen.tsx';
import { KnownPanel } from '../features/items/known-panel.tsx';
import { CaptureScreen } from '../features/capture/capture-screen.tsx';
import { OrderScreen } from '../features/order/order-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { SpreadScreen } from '../features/spread/spread-screen.tsx';
import { VerifyScreen } from '../features/verify/verify-screen.tsx';
import { usePulse } from '../state/queries.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { useWindow, type Screen } from '../state/window-state.ts';
import { useSay } from '../words/words.ts';
import { StatusBar } from './status-bar.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { Palette } from './palette.tsx';
import { useShellWords } from './shell-words.ts';
import { TopBar } from './top-bar.tsx';
import { ChallengeScreen } from '../features/challenge/challenge-screen.tsx';
import { ClaimsScreen } from '../features/claims/claims-screen.tsx';
import { NavBar } from './nav-bar.tsx';

/** The window: the screens on the left, what is known on the right, the status bar below. */
export function App() {
  const say = useSay();
  const { settings, caseFile, screen, overlay, said, set } = useWindow();
  usePulse();
  useAppearance();
  useShellWords();
  useShortcuts({
    'Ctrl+k': () => set({ overlay: 'palette' }),
    'Ctrl+f': () => set({ overlay: 'palette' }),
    'Ctrl+,': () => set({ screen: 'settings' }),
    'Ctrl+Shift+v': () => set({ screen: 'verify' }),
    '?': () => set({ overlay: 'keys' }),
    ...(caseFile && {
      t: () => set({ screen: 'spread' }),
      ...Object.fromEntries(navKeys.map(({ screen: way, key }) => [key, () => set({ screen: way })])),
    }),
  });
  const showsItem =
    caseFile !== null && (['capture', 'items', 'exhibits', 'spread'] as const).some((one) => one === screen);
  const shape = showsItem ? '' : caseFile ? 'no-known' : 'no-case';
  return (
    <I18nProvider locale={settings.language}>
      {/* Nothing of one case is left in the parts of the window when another is shown: they begin anew. */}
      <div key={caseFile?.folder ?? ''} className={`window ${shape}`}>
        <TopBar />
        <NavBar />
        <main
          className="work"
          aria-label={say(caseFile || screen === 'verify' || screen === 'settings' ? screen : 'cases')}
        >
          {caseFile && screen !== 'verify' && screen !== 'settings' ? (
            <h1 className="hidden-said">{say(screen)}</h1>
          ) : null}
          <Work screen={screen} hasCase={caseFile !== null} />
        </main>
        <aside className="known" aria-label={say('whatIsKnown')} tabIndex={showsItem ? 0 : -1}>
          {showsItem ? <KnownPanel /> : null}
        </aside>
        <StatusBar />
        <p className="hidden-said" role="status" aria-live="polite">
          {said}
        </p>
      </div>
      {overlay === 'palette' ? <Palette /> : null}
      {overlay === 'keys' ? <KeysSheet /> : null}
    </I18nProvider>
  );
}

function Work({ screen, hasCase }: { screen: Screen; hasCase: boolean }) {
  if (screen === 'settings') return <SettingsScreen />;
  if (screen === 'verify') return <VerifyScreen />;
  if (!hasCase) return <CasesScreen />;
  switch (screen) {
    case 'capture':
      return <CaptureScreen />;
    case 'items':
      return <ItemsScreen />;
    case 'exhibits':
      return <ExhibitsScreen />;
    case 'claims':
      return <ClaimsScreen />;
    case 'spread':
      return <SpreadScreen />;
    case 'order':
      return <OrderScreen />;
    case 'challenge':
      return <ChallengeScreen />;
    case 'bundle':
      return <BundleScreen />;
    case 'custody':
      return <CustodyScreen />;
  }
}

/** Language and theme on the document itself: for fonts, hyphens, screen readers and colours. */
function useAppearance(): void {
  const { language, theme } = useWindow((state) => state.settings);
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      document.documentElement.lang = language;
      document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [language, theme]);
}
