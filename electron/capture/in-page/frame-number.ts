// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/** The number of a frame's element among those that were met just before and whose documents cannot be read; or -1. */
export function frameNumber(_: null, holder: Element): number {
  return ((Reflect.get(globalThis, 'fascicleFrames') as Element[] | undefined) ?? []).indexOf(holder);
}
