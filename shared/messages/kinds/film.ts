import type { KindWords } from './kind-words.ts';

/** A film or a sound recording. */
export const filmWords = {
  steps: {
    'read-film': { 'zh-CN': '读取音视频信息', en: 'Read media information' },
    'key-frames': { 'zh-CN': '截取关键画面', en: 'Extract key frames' },
  },
  reasons: {
    'film-tool-missing': {
      'zh-CN': '本机没有 ffmpeg，未读取音视频信息，未取关键画面；原文件已完整保存。',
      en: 'ffmpeg is not installed on this computer: media information and key frames were not read. The original is stored in full.',
    },
    'film-unreadable': {
      'zh-CN': '{tool} 未能读取该音视频文件（{why}）；原文件已完整保存。',
      en: '{tool} could not read the media file ({why}). The original is stored in full.',
    },
    'film-without-frames': {
      'zh-CN': '{tool} 未能取出画面（{why}）；原文件已完整保存。',
      en: '{tool} could not extract frames ({why}). The original is stored in full.',
    },
    'film-in-frames': {
      'zh-CN': '页面仅为视频的 {count} 幅画面，不能代替视频；视频原文件列于哈希值清单。',
      en: 'The pages show {count} {count|frame|frames} of the film and do not replace it; the film itself is in the hash list.',
    },
  },
  facts: {
    Container: { 'zh-CN': '封装格式', en: 'Container' },
    Duration: { 'zh-CN': '时长', en: 'Duration' },
    FilmCodec: { 'zh-CN': '视频编码', en: 'Video codec' },
    SoundCodec: { 'zh-CN': '音频编码', en: 'Audio codec' },
    FrameRate: { 'zh-CN': '每秒帧数', en: 'Frames per second' },
    Rotation: { 'zh-CN': '播放旋转', en: 'Rotation on playback' },
    FilmCreated: { 'zh-CN': '文件所记录制时间', en: 'Recorded (as stated in the file)' },
    AndroidVersion: { 'zh-CN': '安卓版本', en: 'Android version' },
  },
} as const satisfies KindWords;
