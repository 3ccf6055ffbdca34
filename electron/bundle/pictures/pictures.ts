import type { Artifact } from '../../../shared/case/record.ts';

/** A picture as it is written into a bundle: the case's own file, or a recoded copy of it with what was lost. */
export type BundlePicture = Readonly<{
  sha256: string;
  path: string;
  mediaType: string;
  bytes: number;
  /** Digest of the original, and in words what the recoding lost; null where it is the original. */
  original: string;
  loss: string | null;
  /** Pixels of the picture as written, per pixel of the original: 1 where nothing was scaled. */
  scale: number;
}>;

/** The pictures of a bundle by the digest of their originals. */
export type PictureLibrary = Readonly<{
  recoded: boolean;
  of(sha256: string): BundlePicture | undefined;
}>;

/** Every picture as it is in the case. */
export function originalPictures(artifacts: Iterable<Artifact>, pathOf: (sha256: string) => string): PictureLibrary {
  const pictures = new Map<string, BundlePicture>();
  for (const { sha256, mediaType, bytes } of artifacts)
    pictures.set(sha256, { sha256, path: pathOf(sha256), mediaType, bytes, original: sha256, loss: null, scale: 1 });
  return { recoded: false, of: (sha256) => pictures.get(sha256) };
}
