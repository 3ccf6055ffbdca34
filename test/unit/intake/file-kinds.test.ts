import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fileTypeOf } from '../../../electron/intake/file-type.ts';
import type { FileKind, Format } from '../../../electron/intake/kinds/file-kind.ts';
import { fileKinds } from '../../../electron/intake/kinds/registry.ts';
import type { KindWords } from '../../../shared/messages/kinds/kind-words.ts';
import { kindWords } from '../../../shared/messages/kinds/registry.ts';
import { intakeSteps } from '../../../shared/messages/names/intake-steps.ts';
import { intakeReasons } from '../../../shared/messages/reasons/intake-reasons.ts';
import { compound } from '../../fixtures/made/compound-file.ts';
import { root, sourceFiles, sourceText } from '../../fixtures/oracles/source-tree.ts';

const folder = 'electron/intake/kinds';

/** What each folder of the kinds calls itself. */
async function written(): Promise<Record<string, FileKind[]>> {
  const folders = readdirSync(join(root, folder), { withFileTypes: true }).filter((one) => one.isDirectory());
  const all = folders.map(async ({ name }) => {
    const module = (await import(join(root, folder, name, 'kind.ts'))) as Record<string, FileKind>;
    return [name, Object.values(module)] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}

const zip = (...names: readonly string[]) =>
  Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')]))));

/** A file of each kind, or its beginning; bytes as Latin-1. */
const beginnings: Readonly<Record<string, string>> = {
  empty: '',
  bitmap: 'BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x02\0\0\0\x02\0\0\0\x01\0\x18\0',
  picture: '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
  heic: '\0\0\0\x18ftypheic\0\0\0\0mif1heic',
  film: '\0\0\0\x18ftypmp42\0\0\0\0',
  'mail-store': '!BDN\x01\x02\x03\x04SM',
  outlook: compound('__properties_version1.0').toString('latin1'),
  ofd: zip('OFD.xml').toString('latin1'),
  office: zip('[Content_Types].xml', 'word/document.xml').toString('latin1'),
  archive: zip('picture.png').toString('latin1'),
  pdf: '%PDF-1.7\n',
  'saved-page': '<!DOCTYPE html><html>',
  mail: 'From: a@b.cn\r\nSubject: x\r\n\r\nbody',
  text: 'two words',
  other: '\x01\x02\x03',
};

describe('the kinds of file', () => {
  test('each that was written is in the registry, once, under the name of its folder', async () => {
    const all = await written();
    expect(Object.keys(all).length).toBeGreaterThan(10);
    for (const [name, kinds] of Object.entries(all)) expect(kinds.map((one) => one.name)).toEqual([name]);
    expect(fileKinds.map(({ name }) => name).sort()).toEqual(Object.keys(all).sort());
    expect(new Set(fileKinds).size).toBe(fileKinds.length);
  });

  test('the words of each are in the registry of words, under its name', () => {
    const told = fileKinds.flatMap(({ name, words }): [string, unknown][] => (words ? [[name, words]] : []));
    expect(Object.fromEntries(told)).toEqual(kindWords);
  });

  test('no two kinds have a line, a reason, a fact or a source of one name, nor one that all files have', () => {
    const all = [{ steps: intakeSteps, reasons: intakeReasons }, ...Object.values(kindWords)] as readonly KindWords[];
    for (const part of ['steps', 'reasons', 'facts', 'sources'] as const) {
      const names = all.flatMap((words) => Object.keys(words[part] ?? {}));
      expect([...new Set(names)], part).toEqual(names);
    }
  });

  test('a reason, a line or a fact of which one kind alone tells is among the words of that kind', () => {
    const inFolder = (name: string) => sourceFiles(`${folder}/${name}`).map(sourceText).join('\n');
    const outside = sourceFiles('electron/intake', 'electron/workbench', 'electron/capture')
      .filter((file) => !file.startsWith(`${folder}/`))
      .map(sourceText)
      .join('\n');
    const common = { ...intakeReasons, ...intakeSteps };
    const codes = Object.keys(common).filter((code) => !outside.includes(`'${code}'`));
    const alone = codes.flatMap((code) => {
      const kinds = fileKinds.filter(({ name }) => inFolder(name).includes(`'${code}'`));
      return kinds.length === 1 ? [`${code}: ${kinds[0]?.name ?? ''}`] : [];
    });
    expect(alone).toEqual([]);
  });

  test('each gets its files: none before it in the registry takes them', () => {
    expect(Object.keys(beginnings)).toEqual(fileKinds.map(({ name }) => name));
    for (const [name, head] of Object.entries(beginnings))
      expect(fileTypeOf(Buffer.from(head, 'latin1')).kind.name).toBe(name);
  });

  test('no signature is the beginning of another, and all are of the length that is compared', () => {
    const all = fileKinds.flatMap(({ signatures = [] }) => signatures.map(([signature]) => signature));
    expect(all.length).toBeGreaterThan(15);
    for (const one of all) {
      expect(one.length).toBeLessThanOrEqual(16);
      expect(all.filter((other) => other.startsWith(one))).toEqual([one]);
    }
  });

  test('an ending belongs to one kind alone, in lower case', () => {
    const endings = fileKinds.flatMap(({ ownEndings = [] }) => ownEndings);
    expect([...new Set(endings)]).toEqual(endings);
    expect(endings.filter((ending) => !/^[a-z0-9]{1,10}$/.test(ending))).toEqual([]);
  });

  test('a format fits a record: one media type, one plain ending', () => {
    const formats: Format[] = [
      ...fileKinds.flatMap(({ signatures = [] }) => signatures.map(([, format]) => format)),
      ...Object.values(beginnings).map((head) => fileTypeOf(Buffer.from(head, 'latin1'))),
    ];
    for (const { mediaType, ending } of formats) {
      expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
      expect(ending).toMatch(/^[a-z0-9]{1,10}$/);
    }
  });
});
