/**
 * What operating systems leave wherever they look: thumbnails, folder settings, the other half of files on foreign disks,
 * iCloud's note in the place of a file. It is named and not read, and says nothing of what lies beside it.
 */
const files =
  /^(?:\.ds_store|\._.*|thumbs\.db|ehthumbs\.db|desktop\.ini|\.localized|\.directory|icon\r|\..+\.icloud)$/i;
const folders =
  /^(?:__macosx|system volume information|\$recycle\.bin|\.spotlight-v100|\.trashes|\.fseventsd|\.temporaryitems|lost\+found)$/i;
/** What programs leave in a folder where people work: second copies of what two computers wrote, locks of open files. */
const second = /\([^()/]*(?:conflict|冲突)[^()/]*\)|\.sync-conflict-\d|^~\$|^\.~lock\..*#$/i;

/** @param path with `/` */
export function isLitter(path: string): boolean {
  const parts = path.split('/');
  return files.test(parts.at(-1) ?? '') || parts.some((part) => folders.test(part));
}

/** Of a case folder, where people work: what programs leave there too. A package is handed over, and has none of it. */
export function isLitterOfWork(path: string): boolean {
  return isLitter(path) || second.test(path.slice(path.lastIndexOf('/') + 1));
}
