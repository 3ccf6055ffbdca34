// This function runs inside the first, empty page of a window. It is sent as text: nothing from outside.

type Size = Readonly<{ width: number; height: number }>;
/** CSS px: what of the window shows the page, the window with its bars, and the screen without the system's own bars. */
export type Sizes = Readonly<{ window: Size; outer: Size; screen: Size }>;

export function windowSize(): Sizes {
  return {
    window: { width: innerWidth, height: innerHeight },
    outer: { width: outerWidth, height: outerHeight },
    screen: { width: screen.availWidth, height: screen.availHeight },
  };
}
