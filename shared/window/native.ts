import { z } from 'zod';
import type { MenuCommand } from './nav-items.ts';

/**
 * What the window asks of a shell that has dialogs and a desktop of its own, beside the calls of the workbench. `choose` is
 * answered once by `{native, path}`; `drag` is not answered.
 */
export const nativeAskSchema = z.union([
  z.strictObject({
    native: z.int().positive(),
    choose: z.strictObject({
      what: z.enum(['file', 'folder', 'save']),
      title: z.string().max(200),
      /** Where the dialog begins; empty: where the system likes. */
      at: z.string().max(4_096),
      /** Endings of the files that are meant, without the dot; none: any file. */
      endings: z.array(z.string().regex(/^[a-z0-9]{1,12}$/)).max(20),
    }),
  }),
  z.strictObject({ drag: z.string().min(1).max(4_096) }),
]);
export type NativeAsk = z.infer<typeof nativeAskSchema>;
/** What a dialog is asked for. */
export type WantedPath = Extract<NativeAsk, { choose: unknown }>['choose'];

/** What such a shell says unasked: something was chosen in the menu, or the system gave a case or a file to open. */
export type ShellWord = Readonly<{ act: MenuCommand }> | Readonly<{ open: string }>;

/** Where a path leads that the system gave: a case is opened, anything else is verified. */
export function openedAs(path: string): 'case' | 'verify' {
  return /\.fascicle[\\/]*$/i.test(path) ? 'case' : 'verify';
}
