/** A mounted file system: where, of which type, on which device (`major:minor`, Linux), its source. */
export type Mount = Readonly<{ at: string; type: string; device: string | null; source: string }>;

/** The words of `/proc/self/mountinfo` (proc_pid_mountinfo(5)), octal escapes undone. */
export function mountsOfLinux(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line): Mount[] => {
    const [before = '', after] = line.split(' - ');
    const [, , device = '', , at = ''] = before.split(' ');
    const [type = '', source = ''] = (after ?? '').split(' ');
    return after === undefined || at === '' ? [] : [{ at: unescaped(at), type, device, source: unescaped(source) }];
  });
}

/** What `mount` prints on macOS: `//user@server/share on /Volumes/share (smbfs, nodev)`. */
export function mountsOfMac(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line): Mount[] => {
    const [, source = '', at = '', type = ''] = /^(.+) on (\/.*) \(([^,)]+)/.exec(line) ?? [];
    return at === '' ? [] : [{ at, type, device: null, source }];
  });
}

const unescaped = (text: string) =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));

/** The mount that a path lies on: the longest that it begins with; of two at one place the later, which hides the other. */
export function mountOf(path: string, mounts: readonly Mount[]): Mount | null {
  const holds = ({ at }: Mount) => at === '/' || path === at || path.startsWith(`${at}/`);
  return mounts.filter(holds).reduce<Mount | null>((best, one) => {
    return !best || one.at.length >= best.at.length ? one : best;
  }, null);
}

const network =
  /^(nfs\d?|cifs|smb\w*|afpfs|webdav|davfs|ncpfs|afs|ceph|glusterfs|lustre|9p|virtiofs|vboxsf|fuse\.vmhgfs-fuse|fuse\.(sshfs|rclone|s3fs|davfs2?|gvfsd-fuse|curlftpfs|smbnetfs|glusterfs))$/i;

/** Whether files lie on another machine: SQLite's locks are not to be relied on there, and others may reach them. */
export function isNetwork(mount: Mount | null, path: string): boolean {
  if (/^[\\/]{2}[^\\/.?]/.test(path)) return true; // UNC: \\server\share
  return mount !== null && network.test(mount.type);
}

/** Programs that copy a folder to a cloud, by the names of their folders; the first group of a sign is what it is called. */
const cloudFolders: readonly (readonly [RegExp, string])[] = [
  [/^OneDrive( - .+)?$/i, 'OneDrive'],
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(Google ?Drive|GoogleDrive-.+|My Drive|我的云端硬盘)$/i, 'Google Drive'],
  [/^(Mobile Documents|iCloud ?Drive|com~apple~CloudDocs|iCloud云盘)$/i, 'iCloud'],
  [/^CloudStorage$/, 'macOS CloudStorage'],
  [/^(坚果云|我的坚果云|Nutstore( Files)?)$/i, '坚果云 Nutstore'],
  [/^(百度网盘|百度网盘同步空间|BaiduNetdisk\w*|BaiduSyncdisk)$/i, '百度网盘 Baidu'],
  [/^(微云|腾讯微云|Weiyun\w*)$/i, '微云 Weiyun'],
  [/^(WPS ?云盘|WPSDrive|WPS Cloud Files)$/i, 'WPS'],
  [/^(阿里云盘|aDrive)$/i, '阿里云盘 aDrive'],
  [/^(Nextcloud|ownCloud|pCloud ?Drive|Box( Sync)?|Seafile|Syncthing)$/i, 'cloud folder'],
];

/** Files by which such a program marks a folder as its own. */
export const cloudMarkers: Readonly<Record<string, string>> = {
  '.dropbox': 'Dropbox',
  '.nutstore': '坚果云 Nutstore',
  '.stfolder': 'Syncthing',
  '.sync_folder': 'Seafile',
  '.owncloudsync.log': 'ownCloud',
  '.nextcloudsync.log': 'Nextcloud',
};

/**
 * The program that seems to copy this place to a cloud; null where nothing says so.
 * @param markersIn names of the marker files in a folder above the path
 * @param environment variables that such programs set (OneDrive)
 */
export function cloudOf(
  path: string,
  markersIn: (folder: string) => readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const parts = path.split(/[\\/]/);
  for (const part of parts) {
    const found = cloudFolders.find(([sign]) => sign.test(part));
    if (found) return found[1];
  }
  for (const name of ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer']) {
    const root = environment[name];
    if (root !== undefined && root !== '' && path.startsWith(root)) return 'OneDrive';
  }
  const separator = path.includes('\\') ? '\\' : '/';
  for (let length = parts.length; length > 1; length--) {
    const [marker] = markersIn(parts.slice(0, length).join(separator) || separator).filter(
      (one) => one in cloudMarkers,
    );
    if (marker !== undefined) return cloudMarkers[marker] ?? null;
  }
  return null;
}

/** What others on this computer may do with a folder by its mode (POSIX): `read`, `write`, or nothing. */
export function othersMay(mode: number): 'read' | 'write' | null {
  if ((mode & 0o022) !== 0) return 'write';
  return (mode & 0o055) !== 0 ? 'read' : null;
}
