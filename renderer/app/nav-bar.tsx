import { Button as AriaButton } from 'react-aria-components';
import { navItems } from '../../shared/window/nav-items.ts';
import { useAsked, useRows } from '../state/queries.ts';
import { useCase, useWindow, type Screen } from '../state/window-state.ts';
import { useSay } from '../words/words.ts';

export function NavBar() {
  const say = useSay();
  const { caseFile, screen, set } = useWindow();
  const way = (name: Screen, count: string) => (
    <AriaButton
      key={name}
      className="way"
      onPress={() => set({ screen: name })}
      {...(screen === name && { 'aria-current': 'page' as const })}
    >
      {say(name)} <span className="count">{count}</span>
    </AriaButton>
  );
  return (
    <nav className="ways" aria-label={say('waysOfWork')}>
      {caseFile ? <Counted way={way} /> : null}
      <hr />
      {way('settings', '')}
    </nav>
  );
}

function Counted({ way }: { way: (name: Screen, count: string) => React.ReactNode }) {
  const { folder } = useCase();
  const list = useAsked('evidence.list', { case: folder }).data;
  const rows = useRows();
  const enabled = list !== undefined; // the list comes first, what is only counted behind it
  const arrangement = useAsked('exhibits.arrange', { case: folder, exhibits: null }, { enabled }).data;
  const jobs = useAsked('queue.list', { case: folder }, { enabled }).data?.jobs ?? [];
  const open = jobs.filter(({ state }) => state === 'waiting' || state === 'begun').length;
  const undecided = rows.filter(({ decision }) => decision === 'undecided').length;
  const counts: Readonly<Record<(typeof navItems)[number], number>> = {
    capture: open,
    items: undecided,
    exhibits: arrangement?.exhibits.length ?? 0,
    claims: 0,
    spread: 0,
    order: 0,
    challenge: 0,
    bundle: 0,
    verify: 0,
    custody: 0,
  };
  return <>{navItems.map((name) => way(name, counts[name] === 0 ? '' : String(counts[name])))}</>;
}
