import { answerOf, isBanner } from '../../../shared/page/page-actions.ts';
import { findPressables, hideFound, press, stillShown, type FoundOverlay } from '../in-page/press.ts';
import type { StepEnd } from '../ledger.ts';
import { inPage } from '../page/settle.ts';
import { looking, type ActionLog, type PageContext } from './page-context.ts';

const mostBanners = 8;
/** A banner that was answered may fade for a while. */
const fades = { tries: 6, ms: 150 } as const;

/**
 * Refuses, else closes, what lies over the page and asks for consent or leads into an app; never agrees. A banner that has
 * no such button, or stays, is taken out of sight, and that is said.
 */
export async function dismissBanners(
  pageContext: PageContext,
  log: ActionLog,
  short: (end: StepEnd) => void,
): Promise<void> {
  const seen = await inPage(pageContext, 'dismiss-banners', 8_000, (world) => world.call(findPressables, looking));
  const banners = seen.overlays.filter(({ text }) => isBanner(text));
  let hidden = 0;
  for (const banner of banners.slice(0, mostBanners)) {
    if (!(await shown(pageContext, banner.at))) continue; // answered together with the one before
    const answer = await answered(pageContext, log, banner);
    if (answer !== 'gone') {
      await inPage(pageContext, 'dismiss-banners', 3_000, (world) => world.call(hideFound, banner.at));
      log.add('dismiss-banners', 'hidden', shortened(banner), answer);
      hidden += 1;
    }
  }
  if (hidden > 0) pageContext.ledger.warn('banners-hidden', { count: hidden });
  if (banners.length > mostBanners)
    short({ outcome: 'partial', reason: { code: 'banners-left', params: { count: banners.length - mostBanners } } });
}

async function answered(
  pageContext: PageContext,
  log: ActionLog,
  banner: FoundOverlay,
): Promise<'gone' | 'banner-stayed' | 'no-button-to-refuse'> {
  const ways = banner.buttons
    .flatMap((button) => {
      const rank = answerOf(button);
      return rank === null ? [] : [{ button, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 3);
  for (const { button, rank } of ways) {
    const { stopped } = await inPage(pageContext, 'dismiss-banners', 6_000, (world) => world.call(press, button.at));
    const gone = await fadesAway(pageContext, banner.at);
    const came = rank === 0 ? 'refused' : 'closed';
    const text = button.text || button.label || button.hint.trim();
    log.add(
      'dismiss-banners',
      'clicked',
      { ...button, text },
      gone ? came : stopped.length > 0 ? 'leaving-stopped' : 'banner-stayed',
    );
    if (gone) return 'gone';
  }
  return ways.length > 0 ? 'banner-stayed' : 'no-button-to-refuse';
}

async function fadesAway(pageContext: PageContext, at: number): Promise<boolean> {
  for (let attempt = 0; attempt < fades.tries; attempt++) {
    if (!(await shown(pageContext, at))) return true;
    await new Promise((done) => setTimeout(done, fades.ms));
  }
  return false;
}

const shown = (pageContext: PageContext, at: number) =>
  inPage(pageContext, 'dismiss-banners', 3_000, (world) => world.call(stillShown, at));

const shortened = ({ text, selector, box }: FoundOverlay) => ({ text: text.slice(0, 120), selector, box });
