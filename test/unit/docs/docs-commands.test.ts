import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allCommands, commandsPage, commandsPagePath, pageLanguages } from '../../docs/commands-page.ts';

const root = resolve(import.meta.dirname, '../../..');
const pages = ['.', 'docs', 'docs/adr']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.md'));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** Each command with the long options that it takes. */
const known = new Map(
  (await allCommands()).map(({ name, options }) => [
    name,
    new Set(['--json', '--help', ...options.flatMap(({ flags }) => flags.match(/--[a-z0-9-]+/g) ?? [])]),
  ]),
);

/** Lines of code and words in code quotes, without what follows `#` in a line. */
function codeIn(text: string): string[] {
  const blocks = [...text.matchAll(/^ *```\w*\n([\s\S]*?)^ *```$/gm)].flatMap(([, block = '']) => block.split('\n'));
  const quoted = [...text.replace(/^ *```[\s\S]*?^ *```$/gm, '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  return [...blocks, ...quoted].map((code) => code.replace(/\s# .*$/, ''));
}

describe('what the documents tell a person to type', () => {
  test.each(pages)('every command, option and script of %s exists', (path) => {
    const wrong = codeIn(readFileSync(join(root, path), 'utf8')).flatMap((code) => {
      const [, script] = /^(?:[A-Z_]+=\S+ )?npm run (?:-s )?([\w:-]+)/.exec(code) ?? [];
      const missing = script !== undefined && !(script in scripts) ? [`npm run ${script}`] : [];
      const [, name, rest = ''] = /(?:^|-- |\| |[A-Z_]+=\S+ )(?:fascicle )([a-z-]+)\b(.*)$/.exec(code) ?? [];
      if (name === undefined || name.startsWith('-')) return missing;
      const options = known.get(name);
      if (!options) return [...missing, name];
      const asked = rest.match(/(?<=\s)--[a-z0-9-]+/g) ?? [];
      return [...missing, ...asked.filter((option) => !options.has(option)).map((option) => `${name} ${option}`)];
    });
    expect(wrong).toEqual([]);
  });

  test.each(pageLanguages)('the page of all commands is current (%s); npm run docs writes it', async (language) => {
    expect(readFileSync(join(root, commandsPagePath(language)), 'utf8')).toBe(await commandsPage(language));
  });
});
