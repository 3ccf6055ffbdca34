import type { CDPSession } from 'puppeteer';
import { IsolatedWorld } from '../../browser/isolated-world.ts';
import { failedPictures } from '../../in-page/pictures/failed-pictures.ts';

const mostAddresses = 2_000;

/**
 * Keeps pictures that failed from being asked for again. Each picture that is taken of a page changes the size that the page
 * is shown at for a moment, and the browser then asks once more for those that did not come. Until the answer is there it
 * draws no words in their place, so that what is below stands higher: in one tile and not in the next.
 */
export async function leaveFailedPictures(session: CDPSession): Promise<void> {
  const world = await IsolatedWorld.of(session);
  const urls = await world.call(failedPictures, mostAddresses);
  if (urls.length === 0) return;
  await session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }); // recorded elsewhere
  await session.send('Network.setBlockedURLs', { urls: [...urls] });
}
