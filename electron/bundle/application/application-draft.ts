import { bracketed, fill, listed, type Language } from '../../../shared/language.ts';
import {
  applicationTexts,
  toFillTexts,
  type ApplicationText,
  type ToFill,
} from '../../../shared/messages/papers/application-messages.ts';
import { bundleTexts } from '../../../shared/messages/papers/bundle-messages.ts';
import { courtName, type BundleModel, type FiledElement } from '../model.ts';
import { rangeText, type PageNumbers } from '../sheet.ts';

/** A paragraph of the draft. */
export type DraftLine = Readonly<{ as: 'title' | 'heading' | 'element' | 'line'; text: string }>;

/** The draft, and how many places of it are still to be filled. */
export type ApplicationDraft = Readonly<{
  header: string;
  lines: readonly DraftLine[];
  open: number;
  /** The line at the foot of each page, with `{page}` and `{pages}`. */
  pageOf: string;
}>;

/**
 * The application (申请书) as far as the case holds it, with the contents of 法释〔2018〕21号 art. 4: parties, measures and
 * term, facts and grounds with their evidence, security. Facts are those that a person wrote in the claims map or the plan;
 * evidence and pages are those of the bundle. Everything else is a place to be filled: nothing is invented.
 *
 * @param model of a filing: its exhibits and their pages are what the other side will read
 * @param elements all that is to be shown, those without an exhibit too
 */
export function applicationDraft(
  { facts, plan, exhibits }: BundleModel,
  elements: readonly FiledElement[],
  numbers: PageNumbers,
  language: Language,
): ApplicationDraft {
  let open = 0;
  const t = (name: ApplicationText, params: Readonly<Record<string, string | number>> = {}) =>
    fill(applicationTexts[name][language], params);
  const toFill = (what: ToFill) => {
    open += 1;
    return t('toFill', { what: toFillTexts[what][language] });
  };
  const line = (text: string): DraftLine => ({ as: 'line', text });
  const heading = (name: ApplicationText): DraftLine => ({ as: 'heading', text: t(name) });
  const party = (name: 'applicant' | 'respondent', known: readonly string[]) =>
    (known.length === 0 ? [null] : known).flatMap((one) => [
      line(t(name, { name: one ?? toFill(name) })),
      line(t('address', { what: toFill('address') })),
      line(t('representative', { what: toFill('representative') })),
      line(t('contact', { what: toFill('contact') })),
    ]);
  const list = (parts: readonly string[]) => listed(parts, language);
  const cited = (index: number) =>
    t('exhibit', { number: exhibits[index]?.number ?? '', pages: rangeText(numbers.ofExhibit(index)) });
  const element = ({ id, name, law, fact, support }: FiledElement): readonly DraftLine[] => {
    if (id === 'measures' || id === 'security') return []; // each has a place of its own
    const quotes = support.flatMap(({ index, passages }) =>
      passages.map((words) => line(t('quoted', { exhibit: cited(index), words }))),
    );
    return [
      { as: 'element', text: name },
      line(fact ?? toFill('fact')),
      ...quotes,
      line(t('evidence', { exhibits: list(support.map(({ index }) => cited(index))) || toFill('exhibits') })),
      line(t('law', { law: law ?? toFill('law') })),
    ];
  };
  const factOf = (id: string) => elements.find((one) => one.id === id)?.fact ?? null;
  const counsel = (facts.counsel ?? []).map(({ name, licence }) => bracketed(name, licence, language));
  const indexOf = (item: string) => exhibits.findIndex(({ record }) => record.item === item);
  const events = plan.chronology.map(({ when, what, items }) => {
    const named = (items ?? []).map(indexOf).filter((index) => index >= 0);
    return line(`${when}　${bracketed(what, list(named.map(cited)), language)}`);
  });
  const lines: readonly DraftLine[] = [
    { as: 'title', text: t('title') },
    ...party('applicant', facts.applicants),
    line(t('counsel', { name: list(counsel) || toFill('counsel') })),
    ...party('respondent', facts.respondents),
    line(t('cause', { cause: facts.cause ?? toFill('cause') })),
    heading('requests'),
    line(factOf('measures') ?? toFill('measures')),
    heading('facts'),
    heading('events'),
    ...(events.length > 0 ? events : [line(toFill('events'))]),
    heading('elements'),
    ...(elements.length === 0 ? [line(toFill('elements'))] : elements.flatMap(element)),
    heading('security'),
    line(factOf('security') ?? toFill('security')),
    line(t('list', { count: exhibits.length })),
    line(t('to')),
    line(courtName(facts, language) ?? toFill('court')),
    line(t('signed')),
    line(t('date', { date: facts.submitted ?? toFill('date') })),
  ];
  return { header: t('draft'), lines, open, pageOf: bundleTexts.pageOf[language] };
}
