import type { CDPSession, Page } from 'puppeteer';
import { z } from 'zod';
import { watchHand } from '../in-page/watch-hand.ts';
import { withoutQuery } from '../page/without-query.ts';

/** What a page's world may tell; a page cannot reach that world, but its content is hostile all the same. */
const toldSchema = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('click'),
    selector: z.string().max(300),
    text: z.string().max(60),
    x: z.int(),
    y: z.int(),
  }),
  z.strictObject({
    what: z.literal('typed'),
    selector: z.string().max(300),
    field: z.enum(['password', 'field', 'page']),
  }),
  z.strictObject({ what: z.literal('key'), field: z.enum(['password', 'field', 'page']) }),
  z.strictObject({ what: z.literal('scroll'), x: z.int(), y: z.int() }),
]);
type Told =
  | z.infer<typeof toldSchema>
  | Readonly<{ what: 'navigation'; address: string }>
  /** A window that the page opened, or a frame of another site, from where more was done. */
  | Readonly<{ what: 'window' | 'frame'; address: string }>;
/** One thing the person did; keys into one kind of field, one after the other, are one line with their number. */
type ManualEntry = Told & Readonly<{ at: string }> & { count?: number };

const mostEntries = 2_000;
const world = 'fascicle-hand';

/** What a person did in the visible browser, as it happened. Never which key was pressed, nor what was typed. */
export class ManualLog {
  readonly entries: ManualEntry[] = [];
  /** Things beyond the bound on how many are kept. */
  lost = 0;
  /** Windows and frames in which nothing could be heard. */
  unheard = 0;
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Begins to listen to the page and every one that follows it in this window, and to its frames of other sites. */
  async listen(session: CDPSession): Promise<void> {
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === 'fascicleHand') this.#told(payload);
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#add({ what: 'navigation', address: withoutQuery(frame.url) });
    });
    session.on('Page.navigatedWithinDocument', ({ url }) =>
      this.#add({ what: 'navigation', address: withoutQuery(url) }),
    );
    session.on('sessionattached', (frame: CDPSession) => this.#alsoListen(frame));
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: 'fascicleHand', executionContextName: world });
    const source = `(${watchHand.toString()})()`;
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: world, runImmediately: true });
    await session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: true,
      filter: [{ type: 'iframe' }],
    });
  }

  /** A window that the page opened: what a person does there is part of what she did. */
  async listenToWindow(popup: Page): Promise<void> {
    try {
      this.#add({ what: 'window', address: withoutQuery(popup.url()) });
      const session = await popup.createCDPSession();
      await session.send('Page.enable');
      await this.listen(session);
    } catch {
      if (!popup.isClosed()) this.unheard += 1;
    }
  }

  #alsoListen(frame: CDPSession): void {
    void frame
      .send('Page.enable')
      .then(() => this.listen(frame))
      .then(() => frame.send('Target.getTargetInfo'))
      .then(({ targetInfo }) => this.#add({ what: 'frame', address: withoutQuery(targetInfo.url) }))
      .catch(() => (frame.detached ? undefined : (this.unheard += 1)));
  }

  /** Whether anything was typed into a field: what the browser sent then may hold credentials. */
  get typed(): boolean {
    if (this.unheard > 0) return true;
    return this.entries.some((one) => one.what === 'typed' || (one.what === 'key' && one.field !== 'page'));
  }

  count(...whats: readonly Told['what'][]): number {
    return this.entries.reduce((all, one) => (whats.includes(one.what) ? all + (one.count ?? 1) : all), 0);
  }

  #told(payload: string): void {
    const told = payload.length > 2_000 ? null : toldSchema.safeParse(parsed(payload));
    if (told?.success) this.#add(told.data);
  }

  #add(told: Told): void {
    const last = this.entries.at(-1);
    const { what } = told;
    const again =
      last?.what === what &&
      ((what === 'key' && last.what === 'key' && last.field === told.field) ||
        (what === 'typed' && last.what === 'typed' && last.selector === told.selector));
    if (again) {
      last.count = (last.count ?? 1) + 1;
      return;
    }
    if (this.entries.length >= mostEntries) this.lost += 1;
    else this.entries.push({ at: this.#now().toISOString(), ...told });
  }
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
