import { z } from 'zod';
import { regionSchema } from './exhibit.ts';

/**
 * A rectangle of one of an item's pages or pictures, which are counted from 1: in pixels of that picture, or, where a page
 * of a document is meant that is still to be drawn, in points of the page as it is shown. Without a page: of every one.
 */
export const pagedRegionSchema = regionSchema.extend({ page: z.int().positive().optional() });
export type PagedRegion = Readonly<z.infer<typeof pagedRegionSchema>>;

/** Those of some rectangles that lie on a page. */
export const regionsOnPage = (regions: readonly PagedRegion[], page: number): readonly PagedRegion[] =>
  regions.filter((one) => one.page === undefined || one.page === page);
