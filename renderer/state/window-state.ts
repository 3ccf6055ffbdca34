import { create } from 'zustand';
import { z } from 'zod';
import type { Output } from '../../shared/contract.ts';
import type { Language } from '../../shared/language.ts';
import { firstSettings, type Settings } from '../../shared/window/settings.ts';
import { navItems } from '../../shared/window/nav-items.ts';
import { call } from '../workbench-client.ts';
import {
  changeCaseState,
  enterCase,
  keptOfCases,
  onCaseState,
  restoreCases,
  useStillState,
  type CaseState,
  type StillState,
} from './case-state.ts';

const screens = [...navItems, 'settings'] as const;
export type Screen = (typeof screens)[number];

export type OpenCase = Output<'cases.open'>;

/**
 * Where the window was: kept through a restart. Everything here is comfort, nothing is evidence, and nothing belongs to a
 * case: that is in `CaseState`.
 */
const keptSchema = z.object({
  screen: z.enum(screens).catch('capture'),
  folder: z.string().nullable().catch(null),
  tile: z.number().catch(176),
  orderPart: z.enum(['terms', 'deadlines', 'obligations', 'watch']).catch('terms'),
  custodyPart: z.enum(['timeStamps', 'handOver', 'takeOver', 'keepSafe']).catch('timeStamps'),
});
type AutosaveField = z.infer<typeof keptSchema>;

type Overlay = 'palette' | 'keys' | null;

/** What no restart brings back. */
type Passing = {
  overlay: Overlay;
  caseFile: OpenCase | null;
  said: string;
  toVerify: string | null;
  toOpen: string | null;
  casesSheet: CasesSheet;
};
type CasesSheet = 'new' | 'open' | 'receive' | null;

type WindowState = AutosaveField & {
  settings: Settings;
  caseFile: OpenCase | null;
  overlay: Overlay;
  /** Said to screen readers, and shown in the bottom line. */
  said: string;
  /** Path that the verify screen is to look at when it is shown next. */
  toVerify: string | null;
  /** Folder of a case that the cases screen is to open when it is shown next. */
  toOpen: string | null;
  /** What is asked over the list of cases. */
  casesSheet: CasesSheet;
  set: (part: Partial<AutosaveField & Passing>) => void;
  change: (settings: Settings) => void;
};

export const useWindow = create<WindowState>()((set) => ({
  ...keptSchema.parse({}),
  settings: firstSettings,
  caseFile: null,
  overlay: null,
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
  const caseFile = useWindow((state) => state.caseFile);
  if (!caseFile) throw new Error('This part of the window needs an open case');
  return caseFile;
}

type Here = StillState & Readonly<{ set: (part: Partial<CaseState>) => void }>;

/** The state of the open case, and how to change it: of that case, also when another one is shown by then. */
export function useHere(): Here {
  const { folder } = useCase();
  return { ...useStillState(folder), set: (part) => changeCaseState(folder, part) };
}

/** Leads to an item of the open case, at reading size, whatever filter stood before. */
export function useShowItem(): (item: string) => void {
  const { set } = useHere();
  return (item) => {
    set({ selected: [item], loupe: true, filter: '', decision: 'all' });
    useWindow.getState().set({ screen: 'items' });
  };
}

/** Shows a case, at one of its screens. */
export function showCase(caseFile: OpenCase, screen: Screen, part: Partial<CaseState> = {}): void {
  enterCase(caseFile.folder, caseFile.caseId);
  changeCaseState(caseFile.folder, part);
  useWindow.getState().set({ caseFile, folder: caseFile.folder, screen, overlay: null, said: '' });
}

/** Back to the list of cases, and what is to happen there: whatever was asked over it before is not asked again. */
export function toCases(asked: Partial<Pick<Passing, 'casesSheet' | 'toOpen'>> = {}): void {
  useWindow.getState().set({
    caseFile: null,
    folder: null,
    screen: 'capture',
    overlay: null,
    said: '',
    casesSheet: null,
    toOpen: null,
    ...asked,
  });
}

/** Reads settings and where the window was, then keeps what changes. */
export async function restoreWindow(): Promise<void> {
  const settings = await call('settings.load', {}, 'zh-CN');
  const { state } = await call('window.load', {}, settings.language);
  const before = parsed(state);
  const kept = keptSchema.parse(before);
  useWindow.setState({ ...kept, settings });
  restoreCases(casesIn(before));
  if (kept.folder !== null) {
    const caseFile = await call('cases.open', { case: kept.folder }, settings.language).catch(() => null);
    if (caseFile) enterCase(caseFile.folder, caseFile.caseId);
    useWindow.setState({ caseFile, folder: caseFile?.folder ?? null });
  }
  let last = '';
  let timer = 0;
  const save = () => {
    const now = useWindow.getState();
    const text = JSON.stringify({ ...keptSchema.parse(now), cases: keptOfCases() });
    if (text === last) return;
    last = text;
    void call('window.save', { state: text }, now.settings.language);
  };
  const soon = () => {
    if (timer !== 0) return;
    timer = window.setTimeout(() => {
      timer = 0;
      save();
    }, 150);
  };
  useWindow.subscribe(soon);
  onCaseState(soon);
}

/** An earlier program kept the state of one case, the open one, beside everything else. */
function casesIn(kept: unknown): Readonly<Record<string, unknown>> {
  const { cases, folder } = z
    .object({ cases: z.record(z.string(), z.unknown()).optional(), folder: z.string().nullable().optional() })
    .catch({})
    .parse(kept);
  return cases ?? (folder ? { [folder]: kept } : {});
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
}
