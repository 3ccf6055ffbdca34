import type { Text } from '../language.ts';

/** Where a case lies, and who may reach it there. */
export const placeTexts = {
  'place-local': {
    'zh-CN': '未发现案件位于其他机器的迹象',
    en: 'No sign that the case lies on another machine was found',
  },
  'place-machine-unknown': {
    'zh-CN': '未能查明案件是否位于其他机器（映射的盘符看起来与本机磁盘一样）',
    en: 'Whether the case lies on another machine was not found out (a mapped drive letter looks like a disk of this one)',
  },
  'place-network': {
    'zh-CN': '案件在网络位置（{type}）：文件锁不可靠，他人可能接触。请移到本机磁盘，再以备份或移交包交给他人',
    en: 'The case lies on another machine ({type}): locks are not reliable there and others may reach it. Move it to a disk of this computer; hand it on as a backup or package',
  },
  'place-no-cloud': { 'zh-CN': '未发现网盘同步', en: 'No program was noticed that copies it to a cloud' },
  'place-cloud': {
    'zh-CN': '案件位于网盘同步文件夹（{cloud}）：内容会上传，同步还可能替换正在写入的文件。请移到不同步的文件夹',
    en: 'The case lies in a folder that {cloud} copies to a cloud: its content is uploaded, and files may be replaced while they are written. Move it to a folder that is not synchronised',
  },
  'place-mode-own': { 'zh-CN': '只有本用户可以进入（权限 {mode}）', en: 'Only this user can enter it (mode {mode})' },
  'place-mode-read': {
    'zh-CN': '本机其他用户可以读取（权限 {mode}）。请运行：chmod 700 案件文件夹',
    en: 'Other users of this computer can read it (mode {mode}). Run: chmod 700 on the case folder',
  },
  'place-mode-write': {
    'zh-CN': '本机其他用户可以改动（权限 {mode}）。请运行：chmod 700 案件文件夹',
    en: 'Other users of this computer can change it (mode {mode}). Run: chmod 700 on the case folder',
  },
  'place-mode-unknown': { 'zh-CN': '未核对其他用户的权限', en: 'What other users may do was not checked' },
  'disk-encrypted': { 'zh-CN': '磁盘已加密（系统报告）', en: 'The disk is encrypted, as the system says' },
  'disk-open': {
    'zh-CN': '未发现磁盘加密（dm-crypt、FileVault 或 BitLocker）：取走磁盘者可以读取全部证据。建议启用系统的磁盘加密',
    en: 'No encryption of the disk was found (dm-crypt, FileVault or BitLocker): whoever takes it can read all evidence. The system’s own is advised',
  },
  'disk-unknown': { 'zh-CN': '系统未说明磁盘是否加密', en: 'The system does not say whether the disk is encrypted' },
} as const satisfies Record<string, Text>;

/** `unknown`: it was not found out, which is said and no fault. */
export type PlaceFinding = Readonly<{
  code: keyof typeof placeTexts;
  state: 'ok' | 'warn' | 'unknown';
  params: Readonly<Record<string, string>>;
}>;
