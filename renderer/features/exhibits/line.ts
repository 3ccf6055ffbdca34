import type { Exhibit } from '../../../shared/case/exhibit.ts';

/** An exhibit with what its line shows: number, and the heading where a group begins. */
export type Line = Readonly<{ id: string; exhibit: Exhibit; number: string; heading: string | null }>;
