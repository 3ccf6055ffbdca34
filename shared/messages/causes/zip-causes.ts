import type { Text } from '../../text.ts';

/** Why a ZIP is not read as a package. */
export const zipCauses = {
  'zip-other-way': {
    'zh-CN': '其中有文件采用此处不支持的压缩方式；请解压后核验文件夹',
    en: 'a file in it is compressed in a way that is not read here; unpack it, and verify the folder',
  },
  'zip-encrypted': {
    'zh-CN': '其中有文件已加密；请解压后核验文件夹',
    en: 'a file in it is encrypted; unpack it, and verify the folder',
  },
  'zip-backslashes': {
    'zh-CN': '其中的路径以反斜杠分隔文件夹；请解压后核验文件夹',
    en: 'its names have backslashes for folders; unpack it, and verify the folder',
  },
  'zip-beside': {
    'zh-CN': '移交包的文件夹之外另有文件；请解压后核验文件夹',
    en: 'other files lie beside the package’s folder; unpack it, and verify the folder',
  },
  'zip-too-long': {
    'zh-CN': '{name} 过长，无法在此解压；请解压 ZIP 后核验文件夹',
    en: '{name} is too long to be unpacked here; unpack the ZIP, and verify the folder',
  },
  'zip-directory-large': { 'zh-CN': '目录过大', en: 'its directory is too large' },
  'zip-overlap': { 'zh-CN': '其中的文件相互重叠，或其间有空隙', en: 'the files in it overlap, or leave a gap' },
  'zip-between': {
    'zh-CN': '文件与目录之间另有内容',
    en: 'there is something between its files and its directory',
  },
  'zip-file-and-folder': { 'zh-CN': '同一路径既是文件又是文件夹', en: 'a file is a folder as well' },
  'zip-two-names': { 'zh-CN': '其中的文件各有两个名称', en: 'the files in it have two names' },
  'zip-member-two-names': { 'zh-CN': '文件有两个名称：{name}', en: 'a file in it has two names: {name}' },
  'zip-disagree': {
    'zh-CN': '目录与文件自身所载不一致：{name}',
    en: 'its directory and its files disagree: {name}',
  },
  'zip-zip64-missing': { 'zh-CN': '缺少 ZIP64 的值', en: 'a ZIP64 value is missing' },
  'zip-check-sum': { 'zh-CN': '{name} 的校验和不符', en: 'the check sum of {name} is wrong' },
  'zip-packed-damaged': { 'zh-CN': '{name} 的压缩数据已损坏', en: 'the compressed data of {name} is damaged' },
  'zip-no-end': { 'zh-CN': '文件末尾没有结束记录', en: 'it has no end record at its end' },
  'zip-directory-place': { 'zh-CN': '目录不在应有的位置', en: 'its directory is not where it should be' },
  'zip-zip64-end': {
    'zh-CN': 'ZIP64 结束记录不在应有的位置',
    en: 'its ZIP64 end record is not where it should be',
  },
  'zip-directory-damaged': { 'zh-CN': '目录已损坏', en: 'its directory is damaged' },
  'zip-sizes-differ': { 'zh-CN': '某个文件的两个大小不一致', en: 'the two sizes of a file in it differ' },
  'zip-second-name': { 'zh-CN': '某个文件的第二个名称无法读取', en: 'the second name of a file in it cannot be read' },
  'zip-folder-content': { 'zh-CN': '某个文件夹带有内容', en: 'a folder in it has content of its own' },
  'zip-count': {
    'zh-CN': '目录中的文件数与结束记录所载不同',
    en: 'its directory lists another number of files than its end says',
  },
  'zip-value-large': { 'zh-CN': '其中的数值过大', en: 'a value in it is too large' },
} as const satisfies Record<string, Text>;
