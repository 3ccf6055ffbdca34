import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { Button, InputField } from '../../ui/controls.tsx';
import { Foreign, RankMark, type Rank } from '../../ui/marks.tsx';
import { useSay, type Word } from '../../words/words.ts';
import { LinkForm } from './link-form.tsx';

type ClaimsState = Output<'claims.keep'>;
export type Stated = ClaimsState['stated'];
type Element = ClaimsState['elements'][number];
type Link = Element['support'][number];
type Side = 'support' | 'contrary';

const passageMarks: Readonly<Record<NonNullable<Link['found']>, readonly [Rank, Word]>> = {
  found: ['passed', 'passageFound'],
  'found-other-glyphs': ['unsure', 'passageOtherGlyphs'],
  'found-machine-read': ['unsure', 'passageFound'],
  'not-found': ['failed', 'passageMissing'],
  'no-text': ['unsure', 'passageUntold'],
};

/** One element: its law, the fact that is filed, what supports it and what does not, and where it lacks. */
export function ElementCard(props: {
  element: Element;
  stated: Stated;
  keep: (next: Stated, done?: () => void) => void;
}) {
  const { element, stated, keep } = props;
  const say = useSay();
  const [fact, setFact] = useState<string | null>(null);
  const { id, name, law, ownLaw, lawState, support, contrary, gap, single } = element;
  const setStatement = () => {
    if (fact === null) return;
    const known = stated.statements.find((one) => one.element === id) ?? {
      element: id,
      fact: null,
      law: null,
      note: null,
    };
    const others = stated.statements.filter((one) => one.element !== id);
    keep({ ...stated, statements: [...others, { ...known, fact: fact.trim() === '' ? null : fact.trim() }] });
    setFact(null);
  };
  const remove = (side: Side, { item, passage }: Link) =>
    keep({
      ...stated,
      links: stated.links.filter(
        (one) => !(one.element === id && one.item === item && one.side === side && one.passage === passage),
      ),
    });
  const oneExhibit = support.find((link) => link.item === single?.value)?.number ?? '–';
  return (
    <section className="element stack" aria-label={name}>
      <div className="row">
        <h2>{name}</h2>
        <span className="spring" />
        {gap ? <RankMark rank="unsure" word={say('elementGap')} /> : null}
        {single ? (
          <RankMark
            rank="unsure"
            word={say('oneSource', { value: single.by === 'item' ? oneExhibit : single.value })}
          />
        ) : null}
      </div>
      <p className="small soft">{ownLaw ?? law.join('; ')}</p>
      {lawState === 'open' ? <RankMark rank="unsure" word={say('lawOpen')} /> : null}
      <InputField
        label={say('factToProve')}
        value={fact ?? element.fact ?? ''}
        rows={2}
        onChange={setFact}
        onBlur={setStatement}
      />
      <ElementLinks side="support" links={support} remove={remove} />
      <ElementLinks side="contrary" links={contrary} remove={remove} />
      <LinkForm
        add={(link, done) => keep({ ...stated, links: [...stated.links, { ...link, element: id, note: null }] }, done)}
      />
    </section>
  );
}

/** The exhibits that are quoted for an element, or against it. */
function ElementLinks(props: { side: Side; links: readonly Link[]; remove: (side: Side, link: Link) => void }) {
  const { side, links, remove } = props;
  const say = useSay();
  if (links.length === 0) return null;
  return (
    <>
      <h3 className="minor">{say(side === 'support' ? 'supportedBy' : 'contraryTo')}</h3>
      <ul>
        {links.map((link) => (
          <li key={`${link.item} ${link.passage ?? ''}`} className="claim-link">
            <span>
              {link.number ?? '–'} <Foreign text={link.title} />
            </span>
            {link.passage === null ? null : (
              <q>
                <Foreign text={link.passage} />
              </q>
            )}
            {link.found === null ? null : (
              <RankMark rank={passageMarks[link.found][0]} word={say(passageMarks[link.found][1])} />
            )}
            {link.from === 'map' ? (
              <Button kind="bare" onPress={() => remove(side, link)}>
                {say('removeLink')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
