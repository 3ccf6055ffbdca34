import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import { because, allCauses } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Output } from '../../../shared/contract.ts';
import { asWriteError } from '../../casefile/objects.ts';
import { KeptSessions } from '../../capture/session/kept-sessions.ts';
import { attachHandler } from '../seal/anchors.ts';
import { bundleHandler } from '../bundle/bundle.ts';
import { createCaseHandler } from '../cases/cases.ts';
import { claimsHandler } from '../claims/claims.ts';
import { editCaseHandler } from '../cases/edit-case.ts';
import { exhibitsHandler } from '../exhibits/exhibits.ts';
import { excludeItem } from '../items/items.ts';
import { orderHandler } from '../order/order.ts';
import { ManualControl } from '../capture/manual-control.ts';
import { beginSession } from '../capture/login.ts';
import { spreadHandler } from '../spread/spread.ts';
import { verifyHandler } from '../verify/verify.ts';
import type { Handler, HandlerContext } from '../handler.ts';
import { chapters, demoOrder, statedOrder } from './after-the-order.ts';
import { answerChallenges } from './answers.ts';
import { DemoClock } from './demo-clock.ts';
import { startDemoSites, type DemoSites } from './demo-server.ts';
import { DemoOperator } from './demo-operator.ts';
import { Findings } from './findings.ts';
import { verdictsOnCopies } from './passed-on.ts';
import { statedClaims } from './stated-claims.ts';
import {
  deletedPage,
  demoCase,
  demoEvents,
  demoFiles,
  demoPages,
  demoSecondLook,
  demoSecurity,
  dayBefore,
} from './story.ts';

/**
 * The whole story on the demo site, by the same handlers that a person's calls reach: messages, reports and register
 * truth are captured and filed as the bundle of the application; then the order, what followed it day by day, and the
 * report on compliance. What the program finds on the way is found by its own checks; nothing of it is written here.
 */
export const demoHandler: Handler<'demo.run'> = async ({ folder }, outer) => {
  const caseFile = freshName(folder);
  makeFolder(folder);
  const clock = new DemoClock(outer.services.clockAndRandom);
  clock.turnTo('2019-05-08T18:00:00+08:00');
  const context = byDemoClock(outer, clock);
  const sites = await startDemoSites(context.services.resourcePath('demo'), () => clock.clockAndRandom.now());
  const demoOperator = new DemoOperator(caseFile, sites, context);
  const file = (name: string) => context.services.resourcePath('demo', 'files', name);
  const found = new Findings(context);
  try {
    // The messages, the reports, what is true. One report is deleted while the queue still runs.
    await createCaseHandler({ case: caseFile, facts: demoCase }, context);
    const deleted = { page: deletedPage, category: 'coverage', device: 'desktop' } as const;
    await demoOperator.capture([...demoPages, deleted], () => sites.change(deletedPage, null));
    for (const one of demoFiles) await demoOperator.import(file(one.file), one);
    found.deleted(sites.urlOf(deletedPage), demoOperator.of(deletedPage));
    found.compressed(demoFiles.map((one) => demoOperator.of(one.file)));
    const number = 'DEMO-DEP-20190508-0001';
    const message = demoOperator.itemOf('www.qijing/app/message');
    await attachHandler(
      { case: caseFile, item: message, file: file('deposit-certificate-demo.txt'), kind: 'deposit', number },
      context,
    );
    found.add('deposited', { number });
    await excludeItem(
      {
        case: caseFile,
        item: demoOperator.itemOf(deletedPage),
        reason: '取证时网页已被删除 / deleted before it was captured',
      },
      context,
    );

    // The day before the application: is it still shown? And the security that the law asks for.
    clock.turnTo('2019-05-20T10:00:00+08:00');
    await demoOperator.capture([{ ...demoSecondLook, as: dayBefore }]);
    await demoOperator.import(file(demoSecurity.file), demoSecurity);

    // The application.
    clock.turnTo('2019-05-21T09:00:00+08:00');
    await exhibitsHandler({ case: caseFile, exhibits: exhibitsOf(demoOperator) }, context);
    await editCaseHandler({ case: caseFile, facts: null, plan: { chronology: eventsOf(demoOperator) } }, context);
    const template = { from: 'program', id: 'prc-conduct-preservation' } as const;
    await claimsHandler(
      { case: caseFile, template, stated: statedClaims(demoOperator.itemOf), templates: false },
      context,
    );
    await confirmStatedLinks(caseFile, context);
    found.challenged(await answerChallenges(caseFile, context));
    const bundle = await bundleHandler(plainBundle(caseFile), context);
    const copy = await bundleHandler({ ...plainBundle(caseFile), filingCopy: true }, context);
    found.filingCopy(bundle, copy);
    found.copies(await verdictsOnCopies(bundle.pdf, context.language));

    await afterTheOrder({ caseFile, clock, sites, demoOperator, found, context });
    const compliance = await bundleHandler({ ...plainBundle(caseFile), compliance: true }, context);

    const verdict = await verdictOf([caseFile, bundle.pdf, copy.pdf, compliance.pdf], context);
    for (const { rank, code, where, message: words } of [...bundle.problems, ...compliance.problems])
      context.emit({ event: 'notice', code, message: `${rank} ${where}: ${words}` });
    const { pdf, sha256, pages, exhibits } = bundle;
    const report = { pdf: compliance.pdf, sha256: compliance.sha256, pages: compliance.pages };
    return { case: caseFile, pdf, sha256, pages, exhibits, verdict, compliance: report, found: found.lines };
  } finally {
    await sites.close();
  }
};

/** What one telling of the story goes by. */
type Told = Readonly<{
  caseFile: string;
  clock: DemoClock;
  sites: DemoSites;
  demoOperator: DemoOperator;
  found: Findings;
  context: HandlerContext;
}>;

/** The order, and what was seen after it. */
async function afterTheOrder({ caseFile, clock, sites, demoOperator, found, context }: Told): Promise<void> {
  const { ruling } = demoOrder;
  clock.turnTo('2019-05-27T15:00:00+08:00');
  await demoOperator.import(context.services.resourcePath('demo', 'files', ruling), rulingFacts);
  for (const { at, changes, login, looks } of chapters) {
    clock.turnTo(at);
    for (const { page, file: now } of changes) sites.change(page, now);
    if (login) await logInOnce(caseFile, sites, context);
    await demoOperator.capture(looks);
    for (const { page, session } of looks)
      if (session) found.add('login', { account: controlAccount, url: sites.urlOf(page) });
  }
  const [respondent = ''] = demoCase.respondents;
  const stated = statedOrder(demoOperator.itemOf, sites, respondent);
  found.obligations(await orderHandler({ case: caseFile, order: stated, ics: null, language: null }, context), stated);
}

const controlAccount = '核查一号';

/** Everything of the demo goes by its own clock, and the program's name says so wherever it is written. */
function byDemoClock(outer: HandlerContext, clock: DemoClock): HandlerContext {
  const { program, stateFolder } = outer.services;
  const { clockAndRandom } = clock;
  const manualControl = new ManualControl(false, async (page) => {
    await page.type('#user', controlAccount);
    await page.type('#password', 'a password of the demo');
    await Promise.all([page.waitForNavigation(), page.click('#enter')]);
  });
  const services = {
    ...outer.services,
    program: { ...program, version: `${program.version} (${DemoClock.mark})` },
    clockAndRandom,
    manualControl,
    sessions: new KeptSessions(stateFolder, clockAndRandom),
  };
  return { ...outer, services };
}

/** The demo's lawyer confirms the links that the pages state in their own words, and leaves those that only look alike. */
async function confirmStatedLinks(caseFile: string, context: HandlerContext): Promise<void> {
  const { suggestions } = await spreadHandler({ case: caseFile, stated: null, suggest: true }, context);
  const links = suggestions
    .filter(({ direction }) => direction === 'stated')
    .map(({ source, citing, basis }) => ({ source, citing, basis, decided: 'confirmed' as const, note: null }));
  await spreadHandler({ case: caseFile, stated: { links }, suggest: false }, context);
}

async function logInOnce(caseFile: string, { urlOf }: DemoSites, context: HandlerContext): Promise<void> {
  const how = { account: controlAccount, operator: null, allowPrivateNetwork: true, throughProxy: false };
  await beginSession({ case: caseFile, url: urlOf(demoOrder.login), ...how }, context);
}

const plainBundle = (caseFile: string) =>
  ({
    case: caseFile,
    out: null,
    language: null,
    draft: false,
    profile: null,
    profileFile: null,
    edition: 'filing' as const,
    filingCopy: false,
    perExhibit: false,
    tables: false,
    annex: false,
    lists: [],
    addTo: null,
    compliance: false,
    sign: null,
  }) satisfies Parameters<typeof bundleHandler>[0];

const rulingFacts = {
  file: demoOrder.ruling,
  category: 'order',
  title: '民事裁定书（2019）演示保 1 号（演示，虚构）',
  source: '法院电子送达（虚构）',
  receivedBy: '申请人法务 沈知行（虚构）',
  receivedOn: '申请人法务办公电脑',
  account: '电子送达账号（虚构）',
} as const;

/** A name that is free: an earlier demo stays where it is. */
function freshName(folder: string): string {
  for (let n = 1; ; n++) {
    const name = join(folder, `qinghe-conduct-preservation${n === 1 ? '' : `-${n}`}.fascicle`);
    if (!existsSync(name)) return name;
  }
}

const eventsOf = ({ itemOf }: DemoOperator) =>
  demoEvents.map(({ when, what, pages }) => ({ when, what, items: pages.map(itemOf) }));

function exhibitsOf({ itemOf }: DemoOperator): Exhibit[] {
  const exhibit = (name: string, one: (typeof demoPages)[number] | (typeof demoFiles)[number]) => {
    const { order: at, group, title, source, summary, purpose, media, disputed } = one;
    const marks = disputed === undefined ? null : [{ kind: 'key' as const, words: disputed }];
    const kind = 'kind' in one ? { kind: one.kind } : {};
    // One side to be served.
    const written = { item: itemOf(name), group, title, source, summary, purpose, copies: 1, ...kind };
    return { at, exhibit: { ...written, ...(marks && { marks }), ...(media && { media }) } };
  };
  const files = [...demoFiles, demoSecurity].map((one) => exhibit(one.file, one));
  return [...demoPages.map((page) => exhibit(page.page, page)), exhibit(dayBefore, demoSecondLook), ...files]
    .sort((a, b) => a.at - b.at)
    .map((one) => one.exhibit);
}

/** @throws {FascicleError} `write-failed` | `disk-full` */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw asWriteError(error);
  }
}

/** @throws {FascicleError} `demo-failed` where anything that was made does not verify */
async function verdictOf(paths: readonly string[], context: HandlerContext): Promise<Output<'verify.run'>['verdict']> {
  for (const path of paths) {
    const report = await verifyHandler(
      { path, anchors: [], item: null, since: null, passphrase: null, acceptHistory: null },
      context,
    );
    if (report.verdict === 'PASSED') continue;
    const faults = report.checks.filter((check) => check.verdict !== 'PASSED');
    const causes = faults.map(({ check, detail }) => because('line-said', { code: check, words: detail }));
    throw new FascicleError('demo-failed', { why: allCauses(causes) });
  }
  return 'PASSED';
}
