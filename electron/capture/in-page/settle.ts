// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/**
 * Waits until the fonts are there, and every picture that the page shows is decoded or has failed.
 * @returns how many pictures the page shows, how many of them are not there, and whether the fonts are
 */
export async function awaitPicturesAndFonts(
  maxMs: number,
): Promise<{ pictures: number; missing: number; fonts: boolean }> {
  const began = performance.now();
  const left = () => Math.max(0, maxMs - (performance.now() - began));
  const cap = <T>(work: Promise<T>) =>
    Promise.race([
      work.then(
        () => true,
        () => false,
      ),
      new Promise<false>((done) => setTimeout(() => done(false), left())),
    ]);
  const ready = await cap(document.fonts.ready); // of a page that broke off it never is
  const fonts = ready || !Array.from(document.fonts).some(({ status }) => status === 'loading');
  const pictures = Array.from(document.images).filter(
    (picture) => picture.checkVisibility() && `${picture.currentSrc}${picture.src}${picture.srcset}` !== '',
  ); // others are never loaded; one that was broken off has no current source
  const decoded = await Promise.all(
    pictures.map((picture) =>
      picture.complete && picture.naturalWidth > 0 ? Promise.resolve(true) : cap(picture.decode()),
    ),
  );
  return { pictures: pictures.length, missing: decoded.filter((done) => !done).length, fonts };
}
