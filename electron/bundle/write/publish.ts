import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { because, causeOf } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import { hashFile } from '../../casefile/files/hash-file.ts';
import { remove, rename, syncFile, syncFolder } from '../../casefile/files/durable.ts';
import type { ListFile } from '../lists/list-files.ts';
import { refuseInCase } from './check-out.ts';

/** Where one file of a bundle and its sidecars lie. Absolute paths; `inside` has them relative to the case, with `/`. */
export type Published = Readonly<{
  pdf: string;
  manifest: string;
  sums: string;
  sha256: string;
  manifestSha256: string;
  sumsSha256: string;
  inside: Readonly<{ pdf: string; manifest: string; sums: string }> | null;
}>;

/** A finished file in the scratch folder: `STEM.pdf` and `STEM.manifest.json`; `mark` tells it from the first. */
type Finished = Readonly<{ stem: string; mark: string; sha256: string; manifestSha256: string }>;

/** A list in Word or Excel: its absolute path, and that within the case where it lies there. */
export type PublishedList = Readonly<{ path: string; inside: string | null; bytes: number; sha256: string }>;

type Finals = Readonly<{ volumes: readonly Published[]; lists: readonly PublishedList[] }>;
type Unpublished = Readonly<{ volumes: readonly Finished[]; lists: readonly ListFile[] }>;

const endings = { pdf: '.pdf', manifest: '.manifest.json', sums: '.sha256' } as const;

/** Gives the finished files of a bundle their final names: in the case's `bundles/`, or where the person wants them. */
export function publish(
  caseFile: WritableCase,
  scratch: string,
  files: Unpublished,
  seq: number,
  out: string | null,
): Finals {
  return out === null
    ? publishInCase(caseFile, scratch, files, seq)
    : publishOutside(caseFile, scratch, files, resolve(out));
}

/** The folder is named by the state and the content: building the same again finds it there, and changes nothing. */
function publishInCase(
  caseFile: WritableCase,
  scratch: string,
  { volumes: files, lists }: Unpublished,
  seq: number,
): Finals {
  const hashes = [...files, ...lists.map(hashed)].map(({ sha256 }) => sha256);
  const content = hashes.length === 1 ? (hashes[0] ?? '') : hashOfText(hashes.join());
  const name = folderNamed(caseFile, `${String(seq).padStart(5, '0')}-${content.slice(0, 16)}`, files);
  const sums = files.map((file) => sumsText(file, file.stem));
  files.forEach(({ stem }, at) => {
    writeFileSync(join(scratch, `${stem}${endings.sums}`), sums[at] ?? '');
  });
  for (const list of lists) writeFileSync(join(scratch, list.name), list.bytes);
  const there = join(caseFile.folder, 'bundles', name);
  const built = existsSync(there);
  const folder = built ? there : caseFile.publishBundle(scratch, name);
  const inCase = (path: string) => relative(caseFile.folder, path).split(sep).join('/');
  const volumes = files.map(({ stem, sha256, manifestSha256 }, at) => {
    const names = filesIn(folder, stem);
    if (built && hashFile(names.pdf).sha256 !== sha256)
      throw new FascicleError('bundle-inconsistent', { why: because('exists-with-other', { path: names.pdf }) });
    return {
      ...names,
      sha256,
      manifestSha256,
      sumsSha256: hashOfText(sums[at] ?? ''),
      inside: { pdf: inCase(names.pdf), manifest: inCase(names.manifest), sums: inCase(names.sums) },
    };
  });
  const published = lists.map(hashed).map(({ name: file, bytes, sha256 }): PublishedList => {
    const path = join(folder, file);
    if (built && hashFile(path).sha256 !== sha256)
      throw new FascicleError('bundle-inconsistent', { why: because('exists-with-other', { path }) });
    return { path, inside: inCase(path), bytes, sha256 };
  });
  return { volumes, lists: published };
}

/** A folder that has the same files under other names, as an earlier version gave them, stays as it is. */
function folderNamed(caseFile: WritableCase, name: string, files: readonly Finished[]): string {
  const there = join(caseFile.folder, 'bundles', name);
  const stems = files.map(({ stem }) => stem);
  const asNamed = !existsSync(there) || stems.every((stem) => existsSync(filesIn(there, stem).pdf));
  return asNamed ? name : `${name}-${hashOfText(stems.join('\n')).slice(0, 8)}`;
}

function hashed({ name, bytes }: ListFile): Readonly<{ name: string; bytes: number; sha256: string }> {
  return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * The first file goes to `out`; others beside it, with `out`'s name before theirs where that is a person's choice. Each is written beside its place, made
 * durable, and renamed; the hashes last, so that they never promise too much.
 */
function publishOutside(
  caseFile: WritableCase,
  scratch: string,
  { volumes: finished, lists }: Unpublished,
  out: string,
): Finals {
  refuseInCase(caseFile, out);
  const name = basename(out).replace(/\.pdf$/i, '');
  const ownNames = name === finished[0]?.stem;
  const published = finished.map((file, at): Published => {
    const stem = ownNames ? file.stem : at === 0 ? name : `${name}-${file.mark}`;
    const files = { ...filesIn(dirname(out), stem), ...(at === 0 && { pdf: out }) };
    const sums = sumsText(file, stem, basename(files.pdf));
    writeFileSync(join(scratch, `${file.stem}${endings.sums}`), sums);
    const { sha256, manifestSha256 } = file;
    return { ...files, sha256, manifestSha256, sumsSha256: hashOfText(sums), inside: null };
  });
  const publishedLists = lists.map(hashed).map(({ name: file, bytes, sha256 }): PublishedList => ({
    path: join(dirname(out), `${name}-${file}`),
    inside: null,
    bytes,
    sha256,
  }));
  const unfinished: string[] = [];
  try {
    for (const [at, { path }] of publishedLists.entries()) {
      const beside = `${path}.unfinished-${process.pid}`;
      unfinished.push(beside);
      writeFileSync(beside, lists[at]?.bytes ?? '');
      syncFile(beside);
    }
    for (const [at, files] of published.entries()) {
      for (const kind of ['pdf', 'manifest', 'sums'] as const) {
        const beside = `${files[kind]}.unfinished-${process.pid}`;
        unfinished.push(beside);
        moveOrCopy(join(scratch, `${finished[at]?.stem ?? ''}${endings[kind]}`), beside);
        syncFile(beside);
      }
    }
    for (const { path } of publishedLists) rename(`${path}.unfinished-${process.pid}`, path);
    for (const kind of ['pdf', 'manifest', 'sums'] as const)
      for (const files of published) rename(`${files[kind]}.unfinished-${process.pid}`, files[kind]);
    syncFolder(dirname(out));
  } catch (error) {
    for (const file of unfinished) remove(file);
    throw new FascicleError('out-unwritable', { path: out, why: causeOf(error) }, error);
  }
  return { volumes: published, lists: publishedLists };
}

/** A rename where both lie on one disk; else the bytes are copied. */
function moveOrCopy(from: string, to: string): void {
  try {
    rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyFileSync(from, to);
  }
}

function filesIn(folder: string, stem: string): Readonly<{ pdf: string; manifest: string; sums: string }> {
  return {
    pdf: join(folder, `${stem}${endings.pdf}`),
    manifest: join(folder, `${stem}${endings.manifest}`),
    sums: join(folder, `${stem}${endings.sums}`),
  };
}

/** The form that `sha256sum -c` reads. */
function sumsText({ sha256, manifestSha256 }: Finished, stem: string, pdfName = `${stem}.pdf`): string {
  return `${sha256}  ${pdfName}\n${manifestSha256}  ${stem}${endings.manifest}\n`;
}

function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
