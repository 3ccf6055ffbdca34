import type { Text } from '../language.ts';

/** Where a case lies, and who may reach it there. */
export const placeTexts = {
  'place-local': {
    'zh-CN': '未发现案件位于其他计算机的迹象',
    en: 'No sign that the case is on another computer',
  },
  'place-machine-unknown': {
    'zh-CN': '未能查明案件是否位于其他计算机（映射的盘符与本机磁盘外观相同）',
    en: 'Could not determine whether the case is on another computer (a mapped drive letter looks like a local disk)',
  },
  'place-network': {
    'zh-CN': '案件位于网络位置（{type}）：文件锁不可靠，他人可能接触。请移到本机磁盘，再以备份或移交包交给他人',
    en: 'The case is on a network location ({type}): file locks are unreliable there and others may have access. Move it to a local disk; hand it on as a backup or package',
  },
  'place-no-cloud': { 'zh-CN': '未发现网盘同步', en: 'No cloud synchronisation found' },
  'place-cloud': {
    'zh-CN': '案件位于网盘同步文件夹（{cloud}）：内容会上传，同步还可能替换正在写入的文件。请移到不同步的文件夹',
    en: 'The case is in a folder that {cloud} synchronises: its content is uploaded, and files may be replaced while being written. Move it to a folder that is not synchronised',
  },
  'place-mode-own': { 'zh-CN': '只有本用户可以访问（权限 {mode}）', en: 'Only this user has access (mode {mode})' },
  'place-mode-read': {
    'zh-CN': '本机其他用户可以读取（权限 {mode}）。请运行：chmod 700 案件文件夹',
    en: 'Other users of this computer can read it (mode {mode}). Run chmod 700 on the case folder',
  },
  'place-mode-write': {
    'zh-CN': '本机其他用户可以改动（权限 {mode}）。请运行：chmod 700 案件文件夹',
    en: 'Other users of this computer can change it (mode {mode}). Run chmod 700 on the case folder',
  },
  'place-mode-unknown': { 'zh-CN': '未核对其他用户的权限', en: 'Access by other users was not checked' },
  'disk-encrypted': { 'zh-CN': '磁盘已加密（据系统报告）', en: 'The disk is encrypted, according to the system' },
  'disk-open': {
    'zh-CN': '未发现磁盘加密（dm-crypt、FileVault 或 BitLocker）：取得磁盘者可读取全部证据。建议启用系统的磁盘加密',
    en: 'No disk encryption found (dm-crypt, FileVault or BitLocker): anyone who obtains the disk can read all evidence. Enabling the system’s disk encryption is recommended',
  },
  'disk-unknown': { 'zh-CN': '系统未报告磁盘是否加密', en: 'The system does not report whether the disk is encrypted' },
} as const satisfies Record<string, Text>;

/** `unknown`: it was not found out, which is said and no fault. */
export type PlaceFinding = Readonly<{
  code: keyof typeof placeTexts;
  state: 'ok' | 'warn' | 'unknown';
  params: Readonly<Record<string, string>>;
}>;
