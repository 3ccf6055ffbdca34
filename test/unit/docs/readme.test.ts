import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../fixtures/oracles/source-tree.ts';

const english = readFileSync(join(root, 'README.md'), 'utf8');
const chinese = readFileSync(join(root, 'README.zh-CN.md'), 'utf8');

/** What stands in both whatever the language: pictures, links, commands, and how many points each section has. */
function skeleton(text: string) {
  const sections = text.split(/^## /m);
  return {
    pictures: [...text.matchAll(/^!\[[^\]]+\]\(([^)]+)\)/gm)].map(([, path]) => path),
    commands: [...text.matchAll(/^(?:fascicle|npm run|npm test|alias).*?(?= {2,}#|$)/gm)].map(([line]) => line.trim()),
    code: [...new Set([...text.matchAll(/`([a-z.][\w ./-]+)`/g)].map(([, word]) => word))].sort(),
    points: sections.map((one) => one.match(/^- /gm)?.length ?? 0),
    pages: [...text.matchAll(/\]\((docs\/[^)]+)\)/g)].map(([, page = '']) => page.replace('.zh-CN', '')).sort(),
  };
}

describe('the README', () => {
  test.each([
    ['README.md', english],
    ['README.zh-CN.md', chinese],
  ])('%s is read in a few minutes: under 120 lines', (_, text) => {
    expect(text.split('\n').length).toBeLessThan(120);
  });

  test('shows three pictures, one of them a page of the bundle, none narrower than the page that shows it', () => {
    const { pictures } = skeleton(english);
    expect(pictures).toHaveLength(3);
    expect(pictures[0]).toContain('bundle-page');
    const widthOf = (path: string) => readFileSync(join(root, path)).readUInt32BE(16); // of its IHDR, in pixels
    for (const path of pictures) expect(widthOf(path ?? '')).toBeGreaterThanOrEqual(1_360);
  });

  test('says the same in both languages: commands, pictures, pages to read on, and the number of points', () => {
    const { code, ...rest } = skeleton(english);
    const other = skeleton(chinese);
    expect(other).toMatchObject(rest);
    expect(code.filter((word) => !other.code.includes(word))).toEqual([]);
  });
});
