// These functions run inside the captured page, in a world of its own. They are sent as text: nothing from outside.

/**
 * Waits until the fonts are there, and every picture that the page shows is decoded or has failed.
 * @returns how many pictures the page shows, how many of them failed, how many were not there in time, and whether the
 *   fonts were
 */
export async function awaitPicturesAndFonts(
  maxMs: number,
): Promise<{ pictures: number; missing: number; late: number; fonts: boolean }> {
  const began = performance.now();
  const left = () => Math.max(0, maxMs - (performance.now() - began));
  const cap = <T>(work: Promise<T>) =>
    Promise.race([
      work.then(
        () => 'there' as const,
        () => 'failed' as const,
      ),
      new Promise<'late'>((done) => setTimeout(() => done('late'), left())),
    ]);
  const ready = (await cap(document.fonts.ready)) === 'there'; // of a page that broke off it never is
  const fonts = ready || !Array.from(document.fonts).some(({ status }) => status === 'loading');
  const pictures = Array.from(document.images).filter(
    (picture) => picture.checkVisibility() && `${picture.currentSrc}${picture.src}${picture.srcset}` !== '',
  ); // others are never loaded; one that was broken off has no current source
  const decoded = await Promise.all(
    pictures.map((picture) =>
      picture.complete && picture.naturalWidth > 0 ? Promise.resolve('there' as const) : cap(picture.decode()),
    ),
  );
  const count = (end: 'failed' | 'late') => decoded.filter((one) => one === end).length;
  return { pictures: pictures.length, missing: count('failed'), late: count('late'), fonts };
}

/** Whether the document is there with all that it loads by itself. */
export const isLoaded = (): boolean => document.readyState === 'complete';
