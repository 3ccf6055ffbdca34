import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Output } from '../../../shared/contract.ts';
import { KeptSessions } from '../../capture/session/kept-sessions.ts';
import { attachHandler } from '../anchors.ts';
import { bundleHandler } from '../bundle.ts';
import { createCaseHandler } from '../cases/cases.ts';
import { claimsHandler } from '../claims/claims.ts';
import { editCaseHandler } from '../edit-case.ts';
import { exhibitsHandler } from '../exhibits.ts';
import { excludeItem } from '../items/items.ts';
import { orderHandler } from '../order/order.ts';
import { Hands } from '../queue/hands.ts';
import { beginSession } from '../queue/login.ts';
import { spreadHandler } from '../spread/spread.ts';
import { verifyHandler } from '../verify.ts';
import type { Handler, HandlerContext } from '../workbench.ts';
import { chapters, order, statedClaims, statedOrder } from './after-the-order.ts';
import { DemoClock } from './demo-clock.ts';
import { startDemoSite } from './demo-server.ts';
import { Desk } from './desk.ts';
import { Findings } from './findings.ts';
import { verdictsOnCopies } from './passed-on.ts';
import { deletedPage, demoCase, demoEvents, demoFiles, demoPages } from './story.ts';

/**
 * The whole story on the demo site, by the same handlers that a person's calls reach: messages, reports and register
 * truth are captured and filed as the bundle of the application; then the order, what followed it day by day, and the
 * report on compliance. What the program finds on the way is found by its own checks; nothing of it is written here.
 */
export const demoHandler: Handler<'demo.run'> = async ({ folder }, outer) => {
  const kase = freshName(folder);
  mkdirSync(folder, { recursive: true });
  const clock = new DemoClock(outer.services.surroundings);
  clock.turnTo('2019-05-06T18:00:00+08:00');
  const context = byDemoClock(outer, clock);
  const site = await startDemoSite(context.services.resourcePath('demo'), () => clock.surroundings.now());
  const desk = new Desk(kase, site.origin, context);
  const file = (name: string) => context.services.resourcePath('demo', 'files', name);
  const found = new Findings(context);
  try {
    // The messages, the reports, what is true. One report is deleted while the queue still runs.
    await createCaseHandler({ case: kase, facts: demoCase }, context);
    const deleted = { path: deletedPage, category: 'coverage', device: 'desktop' } as const;
    await desk.capture([...demoPages, deleted], () => site.change(deletedPage, null));
    for (const one of demoFiles) await desk.import(file(one.file), one);
    found.deleted(site.origin + deletedPage, desk.of(deletedPage));
    found.compressed(demoFiles.map((one) => desk.of(one.file)));
    const number = 'DEMO-DEP-20190506-0001';
    const message = desk.itemOf('/qijing/app/message');
    await attachHandler(
      { case: kase, item: message, file: file('deposit-certificate-demo.txt'), kind: 'deposit', number },
      context,
    );
    found.add('deposited', { number });
    await excludeItem(
      { case: kase, item: desk.itemOf(deletedPage), reason: '采集时网页已被删除 / deleted before it was captured' },
      context,
    );

    // The application.
    clock.turnTo('2019-05-21T09:00:00+08:00');
    await exhibitsHandler({ case: kase, exhibits: exhibitsOf(desk) }, context);
    await editCaseHandler({ case: kase, facts: null, plan: { chronology: eventsOf(desk) } }, context);
    const template = { from: 'program', id: 'prc-conduct-preservation' } as const;
    await claimsHandler({ case: kase, template, stated: statedClaims(desk.itemOf), templates: false }, context);
    await confirmStatedLinks(kase, context);
    const bundle = await bundleHandler(plainBundle(kase), context);
    const copy = await bundleHandler({ ...plainBundle(kase), filingCopy: true }, context);
    found.filingCopy(bundle, copy);
    found.copies(await verdictsOnCopies(bundle.pdf, context.language));

    // The order, and what was seen after it.
    const { ruling } = order;
    clock.turnTo('2019-05-27T15:00:00+08:00');
    await desk.import(file(ruling), rulingFacts);
    for (const { at, changes, login, looks } of chapters) {
      clock.turnTo(at);
      for (const { path, file: now } of changes) site.change(path, now);
      if (login) await logInOnce(kase, site.origin, context);
      await desk.capture(looks);
      for (const { path, session } of looks)
        if (session) found.add('login', { account: controlAccount, url: site.origin + path });
    }
    const [respondent = ''] = demoCase.respondents;
    const stated = statedOrder(desk.itemOf, site.origin, respondent);
    found.obligations(await orderHandler({ case: kase, order: stated, ics: null }, context), stated);
    const compliance = await bundleHandler({ ...plainBundle(kase), compliance: true }, context);

    const verdict = await verdictOf([kase, bundle.pdf, copy.pdf, compliance.pdf], context);
    for (const { rank, code, where, message: words } of [...bundle.problems, ...compliance.problems])
      context.emit({ event: 'notice', code, message: `${rank} ${where}: ${words}` });
    const { pdf, sha256, pages, exhibits } = bundle;
    const report = { pdf: compliance.pdf, sha256: compliance.sha256, pages: compliance.pages };
    return { case: kase, pdf, sha256, pages, exhibits, verdict, compliance: report, found: found.lines };
  } finally {
    await site.close();
  }
};

const controlAccount = '核查一号';

/** Everything of the demo goes by its own clock, and the program's name says so wherever it is written. */
function byDemoClock(outer: HandlerContext, clock: DemoClock): HandlerContext {
  const { program, stateFolder } = outer.services;
  const { surroundings } = clock;
  const hands = new Hands(false, async (page) => {
    await page.type('#user', controlAccount);
    await page.type('#password', 'a password of the demo');
    await Promise.all([page.waitForNavigation(), page.click('#enter')]);
  });
  const services = {
    ...outer.services,
    program: { ...program, version: `${program.version} (${DemoClock.mark})` },
    surroundings,
    hands,
    sessions: new KeptSessions(stateFolder, surroundings),
  };
  return { ...outer, services };
}

/** The demo's lawyer confirms the links that the pages state in their own words, and leaves those that only look alike. */
async function confirmStatedLinks(kase: string, context: HandlerContext): Promise<void> {
  const { suggestions } = await spreadHandler({ case: kase, stated: null, suggest: true }, context);
  const links = suggestions
    .filter(({ direction }) => direction === 'stated')
    .map(({ source, citing, basis }) => ({ source, citing, basis, decided: 'confirmed' as const, note: null }));
  await spreadHandler({ case: kase, stated: { links }, suggest: false }, context);
}

async function logInOnce(kase: string, origin: string, context: HandlerContext): Promise<void> {
  const how = { account: controlAccount, operator: null, allowPrivateNetwork: true, throughProxy: false };
  await beginSession({ case: kase, url: origin + order.login, ...how }, context);
}

const plainBundle = (kase: string) =>
  ({
    case: kase,
    out: null,
    language: null,
    draft: false,
    profile: null,
    profileFile: null,
    edition: 'filing' as const,
    filingCopy: false,
    perExhibit: false,
    annex: false,
    lists: [],
    addTo: null,
    compliance: false,
    sign: null,
  }) satisfies Parameters<typeof bundleHandler>[0];

const rulingFacts = {
  file: order.ruling,
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

const eventsOf = ({ itemOf }: Desk) =>
  demoEvents.map(({ when, what, paths }) => ({ when, what, items: paths.map(itemOf) }));

function exhibitsOf({ itemOf }: Desk): Exhibit[] {
  const exhibit = (name: string, one: (typeof demoPages)[number] | (typeof demoFiles)[number]) => {
    const { order: at, group, title, source, purpose, media, disputed } = one;
    const marks = disputed === undefined ? null : [{ kind: 'key' as const, words: disputed }];
    const written = { item: itemOf(name), group, title, source, purpose };
    return { at, exhibit: { ...written, ...(marks && { marks }), ...(media && { media }) } };
  };
  return [...demoPages.map((page) => exhibit(page.path, page)), ...demoFiles.map((one) => exhibit(one.file, one))]
    .sort((a, b) => a.at - b.at)
    .map((one) => one.exhibit);
}

/** @throws {FascicleError} `demo-failed` where anything that was made does not verify */
async function verdictOf(paths: readonly string[], context: HandlerContext): Promise<Output<'verify.run'>['verdict']> {
  for (const path of paths) {
    const report = await verifyHandler({ path, anchors: [], item: null, since: null, passphrase: null }, context);
    if (report.verdict === 'PASSED') continue;
    const faults = report.checks.filter((check) => check.verdict !== 'PASSED').map(({ detail }) => detail);
    throw new FascicleError('demo-failed', { why: faults.join('; ') });
  }
  return 'PASSED';
}
