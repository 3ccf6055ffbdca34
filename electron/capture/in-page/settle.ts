// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/** Waits until the fonts are there, and every picture that the page shows is decoded or has failed. */
export async function awaitPicturesAndFonts(
  maxMs: number,
): Promise<{ pictures: number; waiting: number; fonts: boolean }> {
  const began = performance.now();
  const left = () => Math.max(0, maxMs - (performance.now() - began));
  const cap = <T>(work: Promise<T>) =>
    Promise.race([
      work.then(
        () => true,
        () => true,
      ),
      new Promise<false>((done) => setTimeout(() => done(false), left())),
    ]);
  const fonts = await cap(document.fonts.ready);
  const pictures = Array.from(document.images).filter((picture) => picture.checkVisibility()); // others are never loaded
  const decoded = await Promise.all(
    pictures.map((picture) => (picture.complete ? Promise.resolve(true) : cap(picture.decode()))),
  );
  return { pictures: pictures.length, waiting: decoded.filter((done) => !done).length, fonts };
}
