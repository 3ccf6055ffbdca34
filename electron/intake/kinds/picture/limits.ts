/**
 * Pixels that are decoded at all, told by the header. A 109 KB PNG can promise 900 million and has cost a decoder 7.3 GB;
 * a WebP of 38 bytes that promises 256 million took 2.3 GB, because its decoder holds the whole picture twice.
 */
export const mostPixels = { png: 300_000_000, jpeg: 300_000_000, picture: 100_000_000 } as const;

/** A picture higher than this is cut into tiles: a viewer draws one 30,000 px picture per page 17 times slower. */
export const tallestAsItIs = 8_192;

/** Pages of one scanned TIFF that become pages. */
export const mostFrames = 500;
