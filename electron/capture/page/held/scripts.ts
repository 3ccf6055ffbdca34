import type { CDPSession, Protocol } from 'puppeteer';
import { IsolatedWorld } from '../../browser/isolated-world.ts';
import { bindToScripts, whereAllStands, writeConditions } from '../../in-page/styles/scripted.ts';

const mostRules = 100_000;

/**
 * Stops the scripts of a page and its frames, or lets them run. A browser that runs no scripts draws what the page has for
 * readers without them; what it has for readers with them stays bound to it.
 *
 * @returns of how many sheets the rules could not be read, where something of the page has moved since; 0 where nothing has
 */
export async function stopScripts(session: CDPSession, stopped: boolean): Promise<number> {
  const stop = () => session.send('Emulation.setScriptExecutionDisabled', { value: stopped });
  if (!stopped) {
    await stop();
    return 0;
  }
  const worlds = await worldsOf(session);
  // A document that does not answer, of a frame that is gone or that hinders it, is not known either.
  const asked = worlds.map((world) => world.call(bindToScripts, { most: mostRules }).catch(() => 1));
  const unread = (await Promise.all(asked)).reduce((sum, count) => sum + count, 0);
  if (unread === 0) {
    await stop();
    return 0;
  }
  const [main] = worlds;
  const before = await main?.call(whereAllStands);
  await stop();
  return before === (await main?.call(whereAllStands)) ? 0 : unread;
}

/** Does something while the conditions of the page's rules are written as its own, as a file of it is to have them. */
export async function withOwnConditions<T>(session: CDPSession, work: () => Promise<T>): Promise<T> {
  const worlds = await worldsOf(session);
  const write = (own: boolean) => Promise.all(worlds.map((world) => world.call(writeConditions, own).catch(() => 0))); // a frame that is gone
  const counts = await write(true);
  if (counts.every((count) => count === 0)) return work();
  try {
    return await work();
  } finally {
    await write(false);
  }
}

/** The worlds of the documents that the page's own process holds; the page's own comes first. */
async function worldsOf(session: CDPSession): Promise<readonly IsolatedWorld[]> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const asked = framesOf(frameTree).map((id) => IsolatedWorld.ofFrame(session, id).catch(() => null));
  return (await Promise.all(asked)).filter((world) => world !== null);
}

function framesOf({ frame, childFrames = [] }: Protocol.Page.FrameTree): readonly string[] {
  return [frame.id, ...childFrames.flatMap(framesOf)];
}
