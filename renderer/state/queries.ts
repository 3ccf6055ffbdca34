import { QueryClient, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Input, Method, Output } from '../../shared/contract.ts';
import type { EvidenceRow } from '../../shared/window/rows.ts';
import { call, type WorkbenchError } from '../workbench-client.ts';
import { useCase, useLanguage, useWindow } from './window-state.ts';

export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false, networkMode: 'always' },
  },
});

/** What a method answers, kept until the case changes. */
export function useAsked<M extends Method>(
  method: M,
  input: Input<M>,
  options: Readonly<{ enabled?: boolean; every?: number }> = {},
): UseQueryResult<Output<M>, WorkbenchError> {
  const language = useLanguage();
  return useQuery<Output<M>, WorkbenchError>({
    queryKey: [method, input, language],
    queryFn: () => call(method, input, language),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    placeholderData: (before, query) => (sameCase(query?.queryKey[1], input) ? before : undefined),
  });
}

/** What was answered of one case is never shown of another, not even for the moment until that one has answered. */
function sameCase(before: unknown, now: object): boolean {
  const caseOf = (of: unknown) => (typeof of === 'object' && of !== null && 'case' in of ? of.case : undefined);
  return caseOf(before) === caseOf(now);
}

/** Changes the case, then everything that is shown of it is asked again. */
export function useChange<M extends Method>(method: M) {
  const language = useLanguage();
  return useMutation<Output<M>, WorkbenchError, Input<M>>({
    mutationFn: (input) => call(method, input, language),
    networkMode: 'always',
    onSettled: caseChanged,
  });
}

/** Everything that was asked about cases is old. */
export function caseChanged(): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey: [method] }) => !String(method).startsWith('settings') && method !== 'search.run',
  });
}

export function useRows(): readonly EvidenceRow[] {
  const { folder } = useCase();
  return useAsked('evidence.list', { case: folder }).data?.rows ?? none;
}
const none: readonly EvidenceRow[] = [];

export function useRowOf(item: string | undefined): EvidenceRow | undefined {
  const rows = useRows();
  const byItem = useMemo(() => new Map(rows.map((row) => [row.item, row])), [rows]);
  return item === undefined ? undefined : byItem.get(item);
}

/** Shows again what was shown when the case's log grows, whoever wrote to it: this window, a command, another program. */
export function usePulse(): Output<'cases.pulse'> | undefined {
  const folder = useWindow((state) => state.caseFile?.folder ?? '');
  const pulse = useAsked('cases.pulse', { case: folder }, { enabled: folder !== '', every: 2_000 }).data;
  const head = pulse?.head.hash;
  useEffect(() => {
    if (head === undefined) return;
    void queries.invalidateQueries({
      predicate: ({ queryKey: [method] }) =>
        /^(evidence|items|exhibits|bundle|challenge|custody|order|watch|stamps)\./.test(String(method)),
    });
  }, [head]);
  return pulse;
}
