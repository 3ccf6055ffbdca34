import { canonicalJson } from '../../../shared/canonical-json.ts';
import type { ElementReport, MappedLink } from '../../../shared/claims/claims-report.ts';
import { nothingStated, unknownElements, type ClaimsMap } from '../../../shared/claims/claims-map.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { say, type CaseLanguage } from '../../../shared/language.ts';
import { lawLines } from '../../../shared/messages/papers/claims-messages.ts';
import { resolveArrangement } from '../../../shared/plan/arrangement.ts';
import { claimsTable } from '../../../shared/plan/claims-table.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { caseClaims } from '../../bundle/state/case-claims.ts';
import { reading, writing } from '../cases/with-case.ts';
import { profileFor } from '../bundle/profiles.ts';
import type { Handler, HandlerContext } from '../handler.ts';
import { knownTemplates, readTemplate, templateNamed } from './templates.ts';

/** Reads the claims map of a case or sets it, and says what follows from it. */
export const claimsHandler: Handler<'claims.keep'> = ({ case: folder, template, stated, templates }, context) => {
  const { services } = context;
  const answer = (caseFile: ReadableCase) => ({
    ...claimsState(caseFile, context),
    templates: templates ? copied(knownTemplates(services)) : [],
  });
  if (template === null && stated === null) return reading(folder, answer);
  return writing(folder, services, (caseFile) => {
    const map = changedMap(caseFile, { template, stated }, context);
    if (canonicalJson(map) !== canonicalJson(caseFile.statement('claims') ?? {})) caseFile.logEvent('claims-set', map);
    return answer(caseFile);
  });
};

type Change = Pick<Input<'claims.keep'>, 'template' | 'stated'>;

/** The map as it is to stand: what is not given stays. @throws FascicleError; then nothing was written */
function changedMap(
  caseFile: ReadableCase,
  { template, stated }: Change,
  { services, language }: HandlerContext,
): ClaimsMap {
  const now = caseFile.statement('claims');
  const chosen =
    template === null
      ? now?.template
      : template.from === 'program'
        ? templateNamed(template.id, services)
        : readTemplate(template.path);
  if (!chosen) throw new FascicleError('claims-without-template');
  const { links, ...rest } = stated ?? now?.stated ?? nothingStated;
  const map = {
    template: chosen,
    stated: { ...rest, links: links.map((link) => ({ ...link, item: caseFile.item(link.item).item })) },
  };
  const unknown = unknownElements(map);
  if (unknown.length > 0)
    throw new FascicleError('claims-element-unknown', {
      template: say(chosen.name, language),
      elements: unknown.join(', '),
    });
  return copied(map);
}

function claimsState(
  caseFile: ReadableCase,
  { services, language }: HandlerContext,
): Omit<Output<'claims.keep'>, 'templates'> {
  const facts = caseFile.facts();
  const map = caseFile.statement('claims');
  const application = facts.submitted ?? null;
  const profile = profileFor({ profile: null, profileFile: null }, facts, services);
  const items = caseFile.items();
  const arrangement = resolveArrangement(caseFile.arrangement(), items, facts.language);
  const reports = caseClaims(caseFile, items, arrangement, profile) ?? [];
  return {
    template: map === null ? null : copied(map.template),
    stated: copied(map?.stated ?? nothingStated),
    application,
    elements: reports.map((report) => elementOf(report, language)),
    table: copied(claimsTable(map, reports, application, language)),
  };
}

function elementOf(report: ElementReport, language: CaseLanguage): Output<'claims.keep'>['elements'][number] {
  const { element, law, ownLaw, fact, note, support, contrary, gap, single } = report;
  const links = (all: readonly MappedLink[]) => all.map((link) => ({ ...link }));
  return {
    id: element.id,
    name: say(element.name, language),
    law: [...lawLines(law, language)],
    ownLaw,
    lawState: law.state,
    fact,
    note,
    support: links(support),
    contrary: links(contrary),
    gap,
    single: single && { ...single },
  };
}

type Changeable<T> = T extends string
  ? T // words that carry a mark are words
  : T extends readonly (infer One)[]
    ? Changeable<One>[]
    : T extends object
      ? { -readonly [K in keyof T]: Changeable<T[K]> }
      : T;

/** Without the marks of a value that nobody may change. */
function copied<T>(value: T): Changeable<T> {
  return structuredClone(value) as Changeable<T>; // a copy is its owner's to change
}
