// These functions run inside the captured page, in a world of their own. They are sent as text: nothing from outside.

/** Scrolls down a viewport at a time so that lazy content loads. Says which bound ended it. */
export async function scrollThrough(bounds: { maxPixels: number; maxMs: number; maxGrowth: number }): Promise<{
  end: 'bottom' | 'pixels' | 'time' | 'growth';
  steps: number;
  height: number;
}> {
  const root = document.scrollingElement ?? document.documentElement;
  const began = performance.now();
  const first = root.scrollHeight;
  const frame = () =>
    new Promise<void>((done) => {
      // A hidden or busy page may never give a frame.
      const late = setTimeout(done, 200);
      requestAnimationFrame(() => {
        clearTimeout(late);
        setTimeout(done, 40);
      });
    });
  let at = 0;
  let steps = 0;
  let last = first;
  let growths = 0;
  for (;;) {
    const height = root.scrollHeight;
    if (height > last) growths += 1;
    last = height;
    if (at >= height - innerHeight) {
      await frame();
      if (root.scrollHeight <= height) return { end: 'bottom', steps, height };
      continue;
    }
    if (at > bounds.maxPixels) return { end: 'pixels', steps, height };
    if (growths > bounds.maxGrowth) return { end: 'growth', steps, height };
    if (performance.now() - began > bounds.maxMs) return { end: 'time', steps, height };
    at = Math.min(at + innerHeight, height - innerHeight);
    window.scrollTo({ top: at, behavior: 'instant' });
    steps += 1;
    await frame();
  }
}

export function scrollToTop(): void {
  window.scrollTo({ top: 0, left: 0, behavior: 'instant' });
}

/** Waits until the fonts are there, and every picture in the document is decoded or has failed. */
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
  const pictures = Array.from(document.images);
  const decoded = await Promise.all(
    pictures.map((picture) => (picture.complete ? Promise.resolve(true) : cap(picture.decode()))),
  );
  return { pictures: pictures.length, waiting: decoded.filter((done) => !done).length, fonts };
}
