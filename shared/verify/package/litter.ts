/**
 * What operating systems leave wherever they look: thumbnails, folder settings, the other half of files on foreign disks.
 * It is named and not read, and says nothing of what lies beside it.
 */
const files = /^(?:\.ds_store|\._.*|thumbs\.db|ehthumbs\.db|desktop\.ini|\.localized|\.directory|icon\r)$/i;
const folders =
  /^(?:__macosx|system volume information|\$recycle\.bin|\.spotlight-v100|\.trashes|\.fseventsd|\.temporaryitems|lost\+found)$/i;

/** @param path with `/` */
export function isLitter(path: string): boolean {
  const parts = path.split('/');
  return files.test(parts.at(-1) ?? '') || parts.some((part) => folders.test(part));
}
