/** Bytes in whole MiB, for reasons that name a bound. */
export const inMegabytes = (bytes: number): number => Math.round(bytes / 1_048_576);
