// This function runs inside the page, in a world of its own. It is sent as text: nothing from outside.

/**
 * Where the boxes of a document end, in CSS pixels (a short one does not fill its window), and the addresses of pictures
 * that it has not got.
 */
export function drawnState(most: Readonly<{ elements: number; named: number }>): { end: number; failed: string[] } {
  const { scrollHeight } = document.documentElement;
  let bottom = 0;
  for (const one of [document.body, ...Array.from(document.querySelectorAll('body *')).slice(0, most.elements)])
    bottom = Math.max(bottom, one.getBoundingClientRect().bottom);
  const failed = Array.from(document.images)
    .filter(
      ({ complete, naturalWidth, currentSrc, src }) => complete && naturalWidth === 0 && `${currentSrc}${src}` !== '',
    )
    .map(({ currentSrc, src }) => currentSrc || src)
    .filter((address) => !address.startsWith('data:'));
  return { end: Math.min(scrollHeight, Math.ceil(bottom) + 8), failed: failed.slice(0, most.named) };
}
