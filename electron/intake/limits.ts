/** Bounds of what one file may cost. A file beyond them is kept whole and shown as a sheet that says why. */

/**
 * Pixels that are decoded at all, told by the header. A 109 KB PNG can promise 900 million and has cost a decoder 7.3 GB;
 * a WebP of 38 bytes that promises 256 million took 2.3 GB, because its decoder holds the whole picture twice.
 */
export const mostPixels = { png: 300_000_000, jpeg: 300_000_000, picture: 100_000_000 } as const;

/**
 * Wall time and resident memory of the process that reads. Measured: 256 megapixels as interlaced PNG take 927 MB and
 * 33 s, as progressive JPEG 1,029 MB and 18 s, as plain PNG 171 MB.
 */
export const decoding = { milliseconds: 240_000, megabytes: 1_280 } as const;

/** A picture higher than this is cut into tiles: a viewer draws one 30,000 px picture per page 17 times slower. */
export const tallestAsItIs = 8_192;

/** Tiles as the capture makes them; the overlap keeps viewers from drawing hairlines between them. */
export const tile = { height: 4_096, overlap: 32 } as const;

/** Of a mail or a text file: bytes that are read at all, characters that become pages, files that it carries. */
export const mostOfText = {
  mailBytes: 200 * 1024 * 1024,
  characters: 1_000_000,
  head: 100_000,
  attachments: 500,
} as const;

/** Files that a mail carries: how deep mails lie in mails, and how long all of them may take to become pages. */
export const mostOfParts = { depth: 4, files: 500, milliseconds: 600_000 } as const;

/** Files of a folder that an index lists, and how deep they lie. */
export const mostPapers = { files: 20_000, depth: 12 } as const;

/** Pages of one scanned TIFF that become pages. */
export const mostFrames = 500;
