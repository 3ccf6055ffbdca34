import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textsIn, type BundleModel } from '../../../electron/bundle/model.ts';
import type { ExhibitPageKind, PageKind } from '../../../electron/bundle/pages/page-kind.ts';
import { pageKinds } from '../../../electron/bundle/pages/registry.ts';
import { profileSchema } from '../../../shared/profile/profile.ts';
import { bundleTexts } from '../../../shared/messages/papers/bundle-messages.ts';
import { root, sourceFiles, sourceText } from '../../fixtures/oracles/source-tree.ts';

const pages = 'electron/bundle/pages';
const sections = ['front', 'exhibit', 'back', 'annex'] as const;
const ofBundle = [...pageKinds.front, ...pageKinds.back, ...pageKinds.annex];
const kinds = [...ofBundle, ...pageKinds.exhibit];
const isKind = (value: unknown): value is PageKind | ExhibitPageKind =>
  typeof value === 'object' && value !== null && 'kind' in value && 'plan' in value;

/** Every kind of page that a file below the folder of pages exports, with the folder of that file. */
async function exported(): Promise<[folder: string, kind: string][]> {
  const files = readdirSync(join(root, pages), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^[^/\\]+[/\\].*\.ts$/.test(name),
  );
  const modules = await Promise.all(
    files.map(async (name) => {
      const module = (await import(join(root, pages, name))) as Record<string, unknown>;
      return Object.values(module)
        .filter(isKind)
        .map(({ kind }): [string, string] => [name.split(/[/\\]/)[0] ?? '', kind]);
    }),
  );
  return modules.flat();
}

describe('the kinds of pages', () => {
  test('each that was written is in the registry, once, and where its folder says', async () => {
    const written = await exported();
    expect(written.length).toBeGreaterThan(20);
    const registered = sections.flatMap((section) => pageKinds[section].map(({ kind }) => [section, kind]));
    expect(registered.sort()).toEqual(written.sort());
  });

  test('no two have the same name', () => {
    const names = sections.flatMap((section) => pageKinds[section].map(({ kind }) => kind));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test('each part that a profile may want has pages', () => {
    const parts = new Set(ofBundle.map(({ part }) => part as string | null));
    const wanted = profileSchema.shape.parts.element.options;
    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.filter((part) => part !== 'exhibits' && !parts.has(part))).toEqual([]);
  });

  test('each has its own words beside it: none that another kind has, or that all pages share, and none that it never says', () => {
    const names = [bundleTexts, ...kinds.map(({ words }) => words)].flatMap((words) => Object.keys(words));
    expect(names.length).toBeGreaterThan(150);
    expect([...new Set(names)]).toEqual(names);
    const said = sourceFiles(pages).map(sourceText).join('\n');
    const sayings = (name: string) => said.match(new RegExp(`'${name}'|[wW]ords\\.${name}\\b`, 'g'))?.length ?? 0;
    const own = kinds.flatMap(({ words }) => Object.keys(words)).filter((name) => !/^(desktop|phone)View$/.test(name));
    expect(own.filter((name) => sayings(name) === 0)).toEqual([]);
  });

  test('a word that one kind alone says is among its own', () => {
    // Said through a function that lists call too, or one of a family that is kept together.
    const elsewhere =
      'submitted signature copiesFor failed skipped partial blocked complete ok timestamp certificate deposit'.split(
        ' ',
      );
    const files = [...sourceFiles('electron/bundle'), 'electron/workbench/intake/import-index.ts'];
    const alone = Object.keys(bundleTexts).flatMap((name) => {
      if (elsewhere.includes(name)) return [];
      const by = files.filter((file) => new RegExp(`'${name}'|bundleTexts\\.${name}\\b`).test(sourceText(file)));
      return by.length === 1 && /Kind\(\{$/m.test(sourceText(by[0] ?? '')) ? [`${name}: ${by[0] ?? ''}`] : [];
    });
    expect(alone).toEqual([]);
  });

  test('each has a line in the outline, in both languages', () => {
    const titles = (language: 'zh-CN' | 'en') => {
      const model = { t: textsIn(language), language, profile: {}, compliance: null } as unknown as BundleModel; // a title uses no more
      return ofBundle.map((kind) => kind.bookmark(model));
    };
    for (const title of titles('zh-CN')) expect(title).toMatch(/\p{Script=Han}/u);
    for (const title of titles('en')) expect(title).toMatch(/^[A-Z][a-z]/);
  });
});
