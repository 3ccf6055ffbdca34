import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { SpreadLink } from '../../../shared/spread/spread-map.ts';
import { useAsked, useChange } from '../../state/queries.ts';
import { useCase } from '../../state/window-state.ts';
import { Button, Trouble } from '../../ui/controls.tsx';
import { Foreign, RankMark } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';

type State = Output<'spread.keep'>;
type Decided = SpreadLink['decided'];

/** Who took from whom: what the rules see, each with its reasons, and what a person decided. Only the confirmed are filed. */
export function LinksPanel() {
  const say = useSay();
  const { folder } = useCase();
  const [suggest, setSuggest] = useState(false);
  const known = useAsked('spread.keep', { case: folder, stated: null, suggest: false });
  const found = useAsked('spread.keep', { case: folder, stated: null, suggest: true }, { enabled: suggest });
  const change = useChange('spread.keep');
  // The panel stands from the beginning, or the timeline beside it would jump when the answer comes.
  const state = found.data ?? known.data;
  const error = found.error ?? known.error ?? change.error;
  const links = state?.stated.links ?? [];
  const suggestions = found.data?.suggestions ?? [];
  const titles = new Map(state?.items.map(({ item, title }) => [item, title]));
  const keep = (next: readonly SpreadLink[]) =>
    change.mutate({ case: folder, stated: { links: next.map((link) => ({ ...link })) }, suggest: false });
  const decide = ({ source, citing, basis }: State['suggestions'][number], decided: Decided) =>
    keep([...links, { source, citing, basis, decided, note: null }]);
  const remove = (gone: SpreadLink) => keep(links.filter((link) => link !== gone));
  return (
    <section className="spread-links stack" aria-label={say('spreadLinks')}>
      <div className="row">
        <h2 className="minor">{say('spreadLinks')}</h2>
        <span className="spring" />
        <Button onPress={() => setSuggest(true)} disabled={suggest || !state}>
          {say('findLinks')}
        </Button>
      </div>
      <p className="small soft" role="status">
        {found.data ? say('linksFound', { count: suggestions.length }) : say('linksSay')}
      </p>
      {error ? <Trouble error={error} /> : null}
      <ul className="links">
        {suggestions.map((one) => (
          <li key={`${one.source} ${one.citing}`} className="spread-link">
            <Ends source={titles.get(one.source)} citing={titles.get(one.citing)} />
            <p className="small">{one.basis}</p>
            <div className="row">
              <Button onPress={() => decide(one, 'confirmed')}>{say('confirmLink')}</Button>
              <Button kind="bare" onPress={() => decide(one, 'rejected')}>
                {say('rejectLink')}
              </Button>
            </div>
          </li>
        ))}
        {links.map((link) => (
          <li key={`${link.source} ${link.citing}`} className="spread-link">
            <Ends source={titles.get(link.source)} citing={titles.get(link.citing)} />
            <p className="small">{link.basis}</p>
            <div className="row">
              <RankMark
                rank={link.decided === 'confirmed' ? 'passed' : 'waiting'}
                word={say(link.decided === 'confirmed' ? 'linkConfirmed' : 'linkRejected')}
              />
              <Button kind="bare" onPress={() => remove(link)}>
                {say('undecideLink')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ends({ source = '–', citing = '–' }: { source: string | undefined; citing: string | undefined }) {
  return (
    <p>
      <Foreign text={source} /> <span aria-hidden="true">→</span> <Foreign text={citing} />
    </p>
  );
}
