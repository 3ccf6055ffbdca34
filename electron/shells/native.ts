import type { WantedPath } from '../../shared/window/native.ts';

/** Dialogs and the desktop, where a shell has them. */
export type Native = Readonly<{
  /** @returns the path that was chosen, or null where the person chose none */
  choose(wanted: WantedPath): Promise<string | null>;
  /** Hands a file to whatever the person drags it onto. */
  drag(path: string): void;
}>;
