import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { caseWays } from '../../shared/window/ways.ts';
import { BinderScreen } from '../features/binder/binder-screen.tsx';
import { BundleScreen } from '../features/bundle/bundle-screen.tsx';
import { CasesScreen } from '../features/cases/cases-screen.tsx';
import { CustodyScreen } from '../features/custody/custody-screen.tsx';
import { EvidenceScreen } from '../features/evidence/evidence-screen.tsx';
import { KnownPanel } from '../features/evidence/known-panel.tsx';
import { InboxScreen } from '../features/inbox/inbox-screen.tsx';
import { OrderScreen } from '../features/order/order-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { SpreadScreen } from '../features/spread/spread-screen.tsx';
import { VerifyScreen } from '../features/verify/verify-screen.tsx';
import { usePulse } from '../state/queries.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { useWindow, type Screen } from '../state/window-state.ts';
import { useSay } from '../words/words.ts';
import { Foot } from './foot.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { Palette } from './palette.tsx';
import { useShellWords } from './shell-words.ts';
import { TopBar } from './top-bar.tsx';
import { ClaimsScreen } from '../features/claims/claims-screen.tsx';
import { Ways } from './ways.tsx';

/** The window: the way of work on the left, what is known on the right, the program's conscience below. */
export function App() {
  const say = useSay();
  const { settings, kase, screen, overlay, said, set } = useWindow();
  usePulse();
  useAppearance();
  useShellWords();
  useShortcuts({
    'Ctrl+k': () => set({ overlay: 'palette' }),
    'Ctrl+f': () => set({ overlay: 'palette' }),
    'Ctrl+,': () => set({ screen: 'settings' }),
    'Ctrl+Shift+v': () => set({ screen: 'verify' }),
    '?': () => set({ overlay: 'keys' }),
    ...(kase && {
      t: () => set({ screen: 'spread' }),
      ...Object.fromEntries(caseWays.map((way, at) => [`Alt+${at + 1}`, () => set({ screen: way })])),
    }),
  });
  const showsItem = kase !== null && (['inbox', 'evidence', 'binder', 'spread'] as const).some((one) => one === screen);
  const shape = showsItem ? '' : kase ? 'no-known' : 'no-case';
  return (
    <I18nProvider locale={settings.language}>
      <div className={`window ${shape}`}>
        <TopBar />
        <Ways />
        <main
          className="work"
          aria-label={say(kase || screen === 'verify' || screen === 'settings' ? screen : 'cases')}
        >
          {kase && screen !== 'verify' && screen !== 'settings' ? <h1 className="hidden-said">{say(screen)}</h1> : null}
          <Work screen={screen} hasCase={kase !== null} />
        </main>
        <aside className="known" aria-label={say('whatIsKnown')} tabIndex={showsItem ? 0 : -1}>
          {showsItem ? <KnownPanel /> : null}
        </aside>
        <Foot />
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
    case 'inbox':
      return <InboxScreen />;
    case 'evidence':
      return <EvidenceScreen />;
    case 'binder':
      return <BinderScreen />;
    case 'claims':
      return <ClaimsScreen />;
    case 'spread':
      return <SpreadScreen />;
    case 'order':
      return <OrderScreen />;
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
