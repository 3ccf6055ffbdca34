import type { Region } from '../../../../shared/case/exhibit.ts';
import type { EvidenceRow } from '../../../../shared/window/rows.ts';

/** What the acts are about: an item, the parts drawn on its picture, and the words selected on it. */
export type Aim = Readonly<{ row: EvidenceRow; parts: readonly Region[]; words: string }>;
