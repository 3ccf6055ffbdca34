import { create } from 'zustand';
import type { Category } from '../../shared/case/category.ts';
import { pageActions } from '../../shared/case/page-actions.ts';
import type { EventPayload, WorkbenchEvent } from '../../shared/contract.ts';
import { views, type Settings } from '../../shared/window/settings.ts';
import { call } from '../workbench-client.ts';
import { queries } from './queries.ts';
import { runLong, useWork } from './work.ts';

/** What is heard of one address while it is captured: its steps so far, and since when. */
export type Live = Readonly<{ steps: readonly string[]; since: number }>;

/** A file on its way in. */
export type FileRow = Readonly<{
  path: string;
  state: 'waiting' | 'running' | 'taken' | 'refused' | 'stopped';
  item: EventPayload<'item'> | null;
  error: Readonly<{ message: string; evidence: string; next: string }> | null;
}>;

type InboxState = Readonly<{
  live: ReadonlyMap<string, Live>;
  items: ReadonlyMap<string, EventPayload<'item'>>;
  files: readonly FileRow[];
  /** The page that a person works in now: to log in, or before it is captured. */
  hand: Readonly<{ what: 'login' | 'capture'; message: string }> | null;
}>;

export const useInbox = create<InboxState>()(() => ({ live: new Map(), items: new Map(), files: [], hand: null }));

/** Whose eyes the page is seen with. */
export type Visitor = Readonly<{ as: 'nobody' | 'session' | 'by-hand'; account: string }>;

/** Puts addresses into the case's queue, and runs it unless it is running. */
export async function capture(
  folder: string,
  urls: readonly string[],
  category: Category,
  device: 'desktop' | 'phone',
  touch: 'as-it-is' | 'unfolded',
  visitor: Visitor,
  { capture: how, language }: Settings,
): Promise<void> {
  const view = { device, ...views[device], scale: how.scale };
  const { timeout, allowPrivateNetwork, throughProxy } = how;
  const wishes = touch === 'unfolded' ? { actions: [...pageActions], innerScroll: true } : {};
  const account = visitor.as === 'by-hand' && visitor.account !== '' ? { account: visitor.account } : {};
  const eyes = { nobody: {}, session: { session: true }, 'by-hand': { byHand: true, ...account } }[visitor.as];
  const order = { category, view, timeout, allowPrivateNetwork, throughProxy, operator: null, ...wishes, ...eyes };
  await call('queue.add', { case: folder, urls: [...urls], ...order }, language);
  refreshQueue();
  await runQueue(folder, how.concurrency);
}

/** Captures all that waits. */
export async function runQueue(folder: string, concurrency: number): Promise<void> {
  if (useWork.getState().running.some(({ method }) => method === 'queue.run')) return;
  await runLong('queue.run', { case: folder, concurrency }, heard).catch(() => undefined); // shown in the bottom line
  useInbox.setState({ live: new Map(), hand: null });
  refreshQueue();
}

/** Opens a browser in which the person logs in, once for many addresses. */
export async function logInOnce(
  folder: string,
  url: string,
  account: string,
  { capture: how }: Settings,
): Promise<void> {
  const { allowPrivateNetwork, throughProxy } = how;
  const input = { case: folder, url, account: account === '' ? null : account, allowPrivateNetwork, throughProxy };
  await runLong('session.begin', { ...input, operator: null }, heard).catch(() => undefined); // shown in the bottom line
  useInbox.setState({ hand: null });
  refreshQueue();
}

/** A blocked row, in the person's hands. */
export async function finishByHand(folder: string, row: string): Promise<void> {
  await runLong('queue.finish', { case: folder, row, account: null }, heard).catch(() => undefined); // shown in the bottom line
  useInbox.setState({ hand: null });
  refreshQueue();
}

/** The word for the page that the person works in. */
export async function takeNow(folder: string, language: Settings['language']): Promise<void> {
  useInbox.setState({ hand: null });
  await call('capture.take', { case: folder }, language);
}

export function refreshQueue(): void {
  void queries.invalidateQueries({ predicate: ({ queryKey: [method] }) => method === 'queue.list' });
}

function heard(event: WorkbenchEvent): void {
  if (event.event === 'notice' && (event.code === 'in-your-hands' || event.code === 'log-in-now')) {
    const { code, message } = event;
    useInbox.setState({ hand: { what: code === 'log-in-now' ? 'login' : 'capture', message } });
  }
  if (event.event === 'progress' && event.subject !== null) {
    const { subject, stage } = event;
    useInbox.setState(({ live }) => {
      const before = live.get(subject) ?? { steps: [], since: Date.now() };
      const steps = before.steps.includes(stage) ? before.steps : [...before.steps, stage];
      return { live: new Map(live).set(subject, { ...before, steps }) };
    });
  }
  if (event.event === 'item') {
    const item = event;
    useInbox.setState(({ live, items }) => {
      const left = new Map(live);
      if (item.url !== null) left.delete(item.url);
      return { live: left, items: new Map(items).set(item.item, item) };
    });
  }
  if (event.event === 'job' || event.event === 'item' || event.event === 'error') refreshQueue();
}

/** Takes files in, each as one item. */
export async function takeIn(
  folder: string,
  paths: readonly string[],
  category: Category,
  source: string,
): Promise<void> {
  if (paths.length === 0) return;
  const change = (path: string, part: Partial<FileRow>) =>
    useInbox.setState(({ files }) => ({ files: files.map((one) => (one.path === path ? { ...one, ...part } : one)) }));
  const fresh = paths.map((path): FileRow => ({ path, state: 'waiting', item: null, error: null }));
  useInbox.setState(({ files }) => ({ files: [...fresh, ...files.filter(({ path }) => !paths.includes(path))] }));
  let at: string | null = null;
  const input = { case: folder, files: [...paths], category, title: null, source: source === '' ? null : source };
  await runLong(
    'intake.import',
    { ...input, receivedBy: null, receivedOn: null, account: null, operator: null },
    (event) => {
      if (event.event === 'progress' && event.stage === 'import') {
        at = event.subject;
        if (at !== null) change(at, { state: 'running' });
      }
      if (event.event === 'item' && at !== null) {
        change(at, { state: 'taken', item: event });
      }
      if (event.event === 'error') change(event.subject, { state: 'refused', error: event });
    },
  ).catch(() => undefined); // shown in the bottom line
  useInbox.setState(({ files }) => ({
    files: files.map((one) =>
      one.state === 'waiting' || one.state === 'running' ? { ...one, state: 'stopped' } : one,
    ),
  }));
}
