import type { ProofPlan } from '../../../shared/case/proof-plan.ts';
import type { ElementReport } from '../../../shared/claims/claims-report.ts';
import { labelled, listedApart, say, type CaseLanguage } from '../../../shared/language.ts';
import { toUser } from '../../../shared/text.ts';
import {
  claimsTexts,
  filedLaw,
  lawLines,
  passageText,
  singleText,
} from '../../../shared/messages/papers/claims-messages.ts';
import type { Day } from '../../../shared/order/day.ts';
import { linkText } from '../../../shared/plan/claims-table.ts';
import { knownElement } from '../../../shared/plan/proof-elements.ts';
import type { BundleExhibit, FiledElement, FiledPlan, OpenPoints } from '../model.ts';

/**
 * What of the plan and of the claims map is filed. Without a map: the plan's elements, or those that the exhibits name.
 * With one: its elements, then those that only the plan has; in a filing without those that no filed exhibit supports,
 * for an empty row would tell the other side where the gap is. Versions of a rule that no day chose are listed for those who
 * work on the case (`counsel`), with how far each was read: never in what may be filed or become the text of an
 * application (`draft`).
 */
export function filedPlan(
  plan: ProofPlan,
  claims: readonly ElementReport[] | null,
  exhibits: readonly BundleExhibit[],
  { working, draft, submitted }: Readonly<{ working: boolean; draft: boolean; submitted: Day | null }>,
  language: CaseLanguage,
): FiledPlan {
  const { chronology } = plan;
  if (claims === null) return { chronology, elements: planned(plan, exhibits, language, submitted) };
  const mapped = new Set(claims.map(({ element }) => element.id));
  const elements = [
    ...claims.map((report) => claimed(report, plan, exhibits, { working, counsel: working && !draft }, language)),
    ...planned(plan, exhibits, language, submitted).filter(({ id }) => !mapped.has(id)),
  ];
  return { chronology, elements: working ? elements : elements.filter(({ support }) => support.length > 0) };
}

function planned(
  { elements }: ProofPlan,
  exhibits: readonly BundleExhibit[],
  language: CaseLanguage,
  submitted: Day | null,
): readonly FiledElement[] {
  const named = exhibits.flatMap(({ exhibit }) => exhibit.elements ?? []).map((id) => ({ id }));
  const all = elements.length > 0 ? elements : [...new Map(named.map((one) => [one.id, one])).values()];
  return all.map((element: ProofPlan['elements'][number]) => {
    const known = knownElement(element.id, submitted);
    return {
      id: element.id,
      name: element.name ?? (known ? say(known.name, language) : element.id),
      law: element.law ?? (listedApart(known?.law.map((rule) => say(rule, language)) ?? [], language) || null),
      fact: element.fact ?? null,
      support: exhibits.flatMap(({ index, exhibit }) =>
        exhibit.elements?.includes(element.id) === true ? [{ index, passages: [] }] : [],
      ),
    };
  });
}

/** What a person wrote in the map goes before what stands in the plan, and both before the template. */
function claimed(
  { element, fact, law, ownLaw, support }: ElementReport,
  { elements }: ProofPlan,
  exhibits: readonly BundleExhibit[],
  { working, counsel }: Readonly<{ working: boolean; counsel: boolean }>,
  language: CaseLanguage,
): FiledElement {
  const written = elements.find(({ id }) => id === element.id);
  const counted = Map.groupBy(
    support.filter(({ excluded }) => excluded === null),
    ({ item }) => item,
  );
  return {
    id: element.id,
    name: written?.name ?? say(element.name, language),
    law:
      ownLaw ??
      written?.law ??
      (listedApart(counsel ? lawLines(law, language) : filedLaw(law, language), language) || null),
    fact: fact ?? written?.fact ?? (working ? null : '–'), // what nobody wrote is no business of the other side
    support: exhibits.flatMap(({ index, record }) => {
      const links = counted.get(record.item);
      return links ? [{ index, passages: links.flatMap(({ passage }) => (passage === null ? [] : [passage])) }] : [];
    }),
  };
}

/** Contrary evidence and what is open, by element: for a working edition only. */
export function openPointsOf(
  plan: ProofPlan,
  claims: readonly ElementReport[] | null,
  language: CaseLanguage,
): ReadonlyMap<string, OpenPoints> {
  const written = new Map(
    plan.elements.map(({ id, contrary, gap }): [string, OpenPoints] => [
      id,
      { contrary: contrary === undefined ? [] : [toUser(contrary)], lacking: gap === undefined ? [] : [toUser(gap)] },
    ]),
  );
  for (const { element, contrary, support, gap, single, note } of claims ?? []) {
    const before = written.get(element.id) ?? { contrary: [], lacking: [] };
    written.set(element.id, {
      contrary: [...before.contrary, ...contrary.map((link) => toUser(linkText(link, language)))],
      lacking: [
        ...before.lacking,
        ...[...(gap ? [say(claimsTexts.gap, language)] : []), ...(single ? [singleText(single, language)] : [])].map(
          toUser,
        ),
        ...support.flatMap(({ number, passage, found }) =>
          found === 'not-found' || found === 'no-text'
            ? [toUser(labelled(`${number ?? '–'} “${passage ?? ''}”`, passageText(found, language), language))]
            : [],
        ),
        ...support.flatMap(({ number, note: said }) =>
          said === null ? [] : [toUser(labelled(number ?? '–', said, language))],
        ),
        ...(note === null ? [] : [toUser(note)]),
      ],
    });
  }
  return written;
}
