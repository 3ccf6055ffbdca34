/** Bounds that all kinds of file share; each kind has its own in its folder. A file beyond them is kept whole and shown as a sheet that says why. */

/**
 * Wall time and resident memory of the process that reads. Measured: 256 megapixels as interlaced PNG take 927 MB and
 * 33 s, as progressive JPEG 1,029 MB and 18 s, as plain PNG 171 MB.
 */
export const decoding = { milliseconds: 240_000, megabytes: 1_280 } as const;

/** Tiles as the capture makes them; the overlap keeps viewers from drawing hairlines between them. */
export const tile = { height: 4_096, overlap: 32 } as const;

/** Characters of a file's words that become pages. */
export const mostCharacters = 1_000_000;
