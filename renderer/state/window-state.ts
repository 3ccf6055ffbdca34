import { create } from 'zustand';
import { z } from 'zod';
import type { Output } from '../../shared/contract.ts';
import type { Language } from '../../shared/language.ts';
import { firstSettings, type Settings } from '../../shared/window/settings.ts';
import { caseWays } from '../../shared/window/ways.ts';
import { call } from '../workbench-client.ts';

const screens = [...caseWays, 'settings'] as const;
export type Screen = (typeof screens)[number];

export type OpenCase = Output<'cases.open'>;

/** Where the window was: kept through a restart. Everything here is comfort, nothing is evidence. */
const keptSchema = z.object({
  screen: z.enum(screens).catch('inbox'),
  folder: z.string().nullable().catch(null),
  selected: z.array(z.string()).catch([]),
  loupe: z.boolean().catch(false),
  zoom: z.union([z.literal('fit'), z.number()]).catch('fit'),
  filter: z.string().catch(''),
  decision: z.enum(['all', 'undecided', 'accepted', 'excluded']).catch('all'),
  tile: z.number().catch(176),
  draft: z.string().catch(''),
  orderPart: z.enum(['terms', 'deadlines', 'obligations', 'watch']).catch('terms'),
  custodyPart: z.enum(['timeStamps', 'handOver', 'takeOver', 'keepSafe']).catch('timeStamps'),
  /** Jobs whose rows in the inbox were put away. */
  putAway: z.array(z.string()).catch([]),
});
type Kept = z.infer<typeof keptSchema>;

/** So many selected items are remembered. */
const longestSelection = 200;
const longestPutAway = 2_000;

type Overlay = 'palette' | 'keys' | null;

/** What no restart brings back. */
type Passing = {
  overlay: Overlay;
  kase: OpenCase | null;
  cell: string | null;
  said: string;
  toVerify: string | null;
  toOpen: string | null;
  casesSheet: CasesSheet;
};
type CasesSheet = 'new' | 'open' | 'receive' | null;

type WindowState = Kept & {
  settings: Settings;
  kase: OpenCase | null;
  overlay: Overlay;
  /** Cell that a problem of the bundle points to. */
  cell: string | null;
  /** Said to screen readers, and shown in the bottom line. */
  said: string;
  /** Path that the verify screen is to look at when it is shown next. */
  toVerify: string | null;
  /** Folder of a case that the cases screen is to open when it is shown next. */
  toOpen: string | null;
  /** What is asked over the list of cases. */
  casesSheet: CasesSheet;
  set: (part: Partial<Kept & Passing>) => void;
  change: (settings: Settings) => void;
};

export const useWindow = create<WindowState>()((set) => ({
  ...keptSchema.parse({}),
  settings: firstSettings,
  kase: null,
  overlay: null,
  cell: null,
  said: '',
  toVerify: null,
  toOpen: null,
  casesSheet: null,
  set: (part) => set(part),
  change: (settings) => {
    set({ settings });
    void call('settings.save', settings, settings.language);
  },
}));

export function useLanguage(): Language {
  return useWindow((state) => state.settings.language);
}

/** The open case. Screens that need one are only shown while there is one. */
export function useCase(): OpenCase {
  const kase = useWindow((state) => state.kase);
  if (!kase) throw new Error('This part of the window needs an open case');
  return kase;
}

/** Back to the list of cases, and what is to happen there: whatever was asked over it before is not asked again. */
export function toCases(asked: Partial<Pick<Passing, 'casesSheet' | 'toOpen'>> = {}): void {
  useWindow
    .getState()
    .set({ kase: null, folder: null, screen: 'inbox', overlay: null, casesSheet: null, toOpen: null, ...asked });
}

/** Reads settings and where the window was, then keeps what changes. */
export async function restoreWindow(): Promise<void> {
  const settings = await call('settings.load', {}, 'zh-CN');
  const { state } = await call('window.load', {}, settings.language);
  const kept = keptSchema.parse(parsed(state));
  useWindow.setState({ ...kept, settings });
  if (kept.folder !== null) {
    const kase = await call('cases.open', { case: kept.folder }, settings.language).catch(() => null);
    useWindow.setState({ kase, folder: kase?.folder ?? null });
  }
  let last = '';
  let timer = 0;
  useWindow.subscribe((now) => {
    const text = JSON.stringify(
      keptSchema.parse({
        ...now,
        selected: now.selected.slice(-longestSelection),
        putAway: now.putAway.slice(-longestPutAway),
      }),
    );
    if (text === last) return;
    last = text;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void call('window.save', { state: text }, now.settings.language), 150);
  });
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
}
