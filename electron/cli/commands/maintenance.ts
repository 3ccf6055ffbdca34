import { counted, listed } from '../../../shared/language.ts';
import { verdictLine, checkLine } from '../output/verify-lines.ts';
import { command } from './command.ts';

const codes = { PASSED: 0, FAILED: 1, INDETERMINATE: 3 } as const;

export const repairCommand = command({
  name: 'repair',
  args: '<case>',
  about: {
    'zh-CN': '由记录和保管日志重建丢失或受损的数据库，并说明未能恢复的内容',
    en: 'Rebuilds a lost or damaged database from records and custody log, and says what could not be recovered',
  },
  example: 'fascicle repair qinghe.fascicle',
  method: 'case.repair',
  options: [],
  input: (call) => ({ case: call.path(call.word(0)) }),
  print: ({ needed, entries, items, gaps, unread, leftOut, aside, verdict }, language) => {
    const zh = language === 'zh-CN';
    if (!needed) return [zh ? '数据库完好，无需重建' : 'The database is intact; nothing was changed'];
    const lost = listed([...new Set([...gaps, ...unread])].map(String), language);
    return [
      zh
        ? `✓ 已重建：${entries} 条日志，${items} 项证据`
        : `✓ rebuilt: ${counted(entries, 'entry', 'entries')}, ${counted(items, 'item', 'items')}`,
      ...(lost === '' ? [] : [zh ? `✕ 未能恢复的日志：第 ${lost} 条` : `✕ log entries not recovered: ${lost}`]),
      ...(leftOut === 0
        ? []
        : [
            zh
              ? `● ${leftOut} 条日志无法与其余日志衔接，未采用`
              : `● ${counted(leftOut, 'entry does', 'entries do')} not connect to the rest of the log and ${leftOut === 1 ? 'was' : 'were'} left out`,
          ]),
      ...(aside === null ? [] : [zh ? `  原数据库移至 ${aside}` : `  the old database is in ${aside}`]),
      verdictLine(verdict, language),
    ];
  },
  exit: ({ verdict }) => codes[verdict],
});

export const backupCommand = command({
  name: 'backup',
  args: '<case> <folder>',
  about: {
    'zh-CN': '备份案件（工作期间亦可），随后核验备份；再次运行只复制新增的内容',
    en: 'Backs up a case, also while it is in use, and verifies the copy; run again, it copies only what is new',
  },
  example: 'fascicle backup qinghe.fascicle /media/disk/qinghe-backup.fascicle',
  method: 'case.backup',
  options: [],
  input: (call) => ({ case: call.path(call.word(0)), folder: call.path(call.word(1)) }),
  print: ({ folder, copied, kept, left, verdict }, language) => {
    const zh = language === 'zh-CN';
    return [
      `${verdict === 'PASSED' ? '✓' : '✕'} ${folder}`,
      zh
        ? `  复制 ${copied} 个文件，已有 ${kept} 个`
        : `  ${counted(copied, 'file', 'files')} copied, ${kept} already there`,
      ...(left.length === 0
        ? []
        : [
            zh
              ? `● ${left.length} 个文件在案件中缺失或受损，未能备份`
              : `● ${counted(left.length, 'file is', 'files are')} missing or damaged in the case and could not be backed up`,
          ]),
      verdictLine(verdict, language),
    ];
  },
  exit: ({ verdict }) => codes[verdict],
});

export const healthCommand = command({
  name: 'health',
  args: '<case>',
  about: {
    'zh-CN': '重新核验案件的全部文件；受损的可由备份或移交包恢复（可由系统定时运行）',
    en: 'Verifies every file of a case again and restores damaged ones from a backup or package (suitable for scheduled runs)',
  },
  example: 'fascicle health qinghe.fascicle --from /media/disk/qinghe-backup.fascicle',
  method: 'case.health',
  options: [
    {
      flags: '--from <path>',
      about: { 'zh-CN': '备份文件夹或移交包（可重复）', en: 'a backup folder or a package (repeatable)' },
      repeats: true,
    },
  ],
  input: (call) => ({ case: call.path(call.word(0)), from: call.texts('from').map((path) => call.path(path)) }),
  print: ({ damaged, report, place }, language) => [
    ...place.map(({ state, message }) => `${({ ok: '✓', warn: '!', unknown: '·' } as const)[state]} ${message}`),
    ...damaged.map(({ detail, restored }) =>
      restored === null
        ? `✕ ${detail}`
        : `✓ ${detail} — ${language === 'zh-CN' ? '已恢复，来自' : 'restored from'} ${restored}`,
    ),
    ...report.checks.filter(({ verdict }) => verdict !== 'PASSED').map((check) => checkLine(check, language)),
    verdictLine(report.verdict, language),
  ],
  exit: ({ report }) => codes[report.verdict],
});
