import { secretsOfAddress } from '../../../shared/redaction/address-tokens.ts';
import { netlogCap } from '../browser/browser-flags.ts';
import { packArchive } from '../evidence.ts';
import type { CaptureRun, CaptureStep } from './step.ts';

/** Ends the browser, and packs what was recorded: the archive, its disclosure copy, the network log. */
export const archive: CaptureStep = {
  name: 'archive',
  lines: ['archive'],
  when: () => true,
  run: async (run) => {
    const { found, entered, inSession, chromium, gateway, recorder, ledger, timeBudget, store } = run;
    if (entered && !found.wall) await entered.leave();
    await chromium.quit();
    if (gateway.askedAfterEnd > 0) ledger.warn('asked-after-end', { count: gateway.askedAfterEnd });
    if (found.manual?.typed) {
      ledger.note('archive', 0, { outcome: 'skipped', reason: { code: 'credentials-typed' } });
      return;
    }
    const cleared = chromium.clear();
    const keeping = inSession ? 'disclosure' : 'sealed';
    found.secrets = await packArchive(recorder, ledger, timeBudget, store.keepFile, keeping, whatToPack(run));
    await cleared;
  },
};

function whatToPack({ found, main, target, started, artifacts, objects, services, gateway, chromium }: CaptureRun) {
  const { program } = services;
  const foreign = (found.held?.foreign ?? null) !== null;
  return {
    page: {
      url: found.served ?? main.before?.url ?? target.href,
      // What the page made itself is not what that address gives.
      title: foreign ? '' : (found.title ?? ''),
      text: foreign ? '' : found.text,
      startedAt: started.toISOString(),
    },
    resources: artifacts
      .filter(({ role }) => role === 'screenshot-tile')
      .map(({ name, mediaType, sha256 }) => ({ name, mediaType, path: objects.objectPath(sha256) })),
    known: [...main.redirects.map(({ url }) => url), target.href, found.served, found.finalUrl].flatMap((address) =>
      address === null ? [] : secretsOfAddress(address),
    ),
    dials: gateway.log().dials,
    netlog: chromium.netlog,
    netlogCap,
    software: `${program.name} ${program.version}, ${found.product}`,
  };
}
