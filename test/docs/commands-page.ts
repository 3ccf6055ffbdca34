import { commands } from '../../electron/cli/commands/all.ts';
import { usageIn } from '../../electron/cli/commands/help-words.ts';
import type { CommandSpec } from '../../electron/cli/commands/command.ts';
import type { Language } from '../../shared/language.ts';

const words = {
  'zh-CN': {
    title: '# 命令',
    head: [
      '由各命令自身的帮助生成（`npm run docs`），请勿手改。[English](commands.md)',
      '每个命令都接受 `--json`（每行一个 JSON 对象）和 `--help`。退出码：0 完成，1 有失败，2 命令有误，3（核验）无法确定。',
    ],
  },
  en: {
    title: '# Commands',
    head: [
      'Made from the commands’ own help (`npm run docs`); do not edit it. [中文](commands.zh-CN.md)',
      'Every command takes `--json` (one JSON object a line) and `--help`. Exit codes: 0 done, 1 something failed, 2 the command is invalid, 3 (verify) undetermined.',
    ],
  },
} as const;

/** The languages that a page is made in. */
export const pageLanguages: readonly Language[] = ['en', 'zh-CN'];

/** Where the page of a language lies, from the root. */
export const commandsPagePath = (language: Language): string =>
  language === 'en' ? 'docs/commands.md' : `docs/commands.${language}.md`;

/** Every command, in the order of the work. */
export const allCommands = (): Promise<readonly CommandSpec[]> =>
  Promise.all(Object.values(commands).map((load) => load()));

/** The page of all commands, from the same table as `--help`. */
export async function commandsPage(language: Language): Promise<string> {
  const { title, head } = words[language];
  const parts = (await allCommands()).map(({ name, args, about, options, example }) => [
    `## ${name}`,
    `\`fascicle ${usageIn([name, args].filter((word) => word !== '').join(' '), language)}\``,
    about[language],
    options.map((one) => `- \`${usageIn(one.flags, language)}\`: ${one.about[language]}`).join('\n'),
    `\`\`\`sh\n${example}\n\`\`\``,
  ]);
  return [title, ...head, ...parts.flat()].filter((part) => part !== '').join('\n\n') + '\n';
}
