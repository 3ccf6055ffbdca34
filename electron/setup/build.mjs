// @ts-check
/*
 * `npm run build`: makes the program that runs, in `out/`: command, window shells and child processes in JavaScript by
 * esbuild, what they share in common pieces; the renderer and `verify.html`. `program.json` says from which sources
 * (built-program.cjs).
 */
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { builtModule, sourcesNow, stampProgram, withdrawProgram } from './built-program.cjs';
import { verifyPage } from './verify-page.mjs';
import setupWords from './setup-words.cjs';

/** Packages that are not taken into our files: they bring native code, or data and workers that they look for beside them. */
const apart = [
  'electron',
  'esbuild',
  'vite',
  'better-sqlite3',
  'sharp',
  '@napi-rs/canvas',
  'pdfjs-dist',
  'puppeteer',
  'tesseract.js',
  '@tesseract.js-data/*',
  '@expo-google-fonts/*',
];

/**
 * Builds what a window needs, where sources are newer.
 * @param {string} root the checkout
 */
export async function buildWhereOld(root) {
  await buildProgramWhereOld(root);
  await buildRendererWhereOld(root, 'renderer', 'production');
}

/**
 * Builds the window with React's own checks in it, which the one that is shipped has not, where sources are newer; and
 * what else a window needs.
 * @param {string} root the checkout
 * @returns {Promise<string>} the folder of the window's files
 */
export async function buildCheckedWindow(root) {
  await buildProgramWhereOld(root);
  return buildRendererWhereOld(root, 'renderer-checked', 'development');
}

/**
 * @param {string} root
 * @param {string} folder in `out/`
 * @param {'production' | 'development'} kind
 * @returns {Promise<string>} the whole path of the folder
 */
async function buildRendererWhereOld(root, folder, kind) {
  const out = path.join(root, 'out', folder);
  const built = path.join(out, 'index.html');
  if (!existsSync(built) || newest(root, ['renderer', 'shared']) >= statSync(built).mtimeMs)
    await buildRenderer(root, out, kind);
  return out;
}

/**
 * Builds command and child processes, where what is there is not what the sources give.
 * @param {string} root the checkout
 */
export async function buildProgramWhereOld(root) {
  if (builtModule(root, 'cli.mjs') === null) await buildProgram(root);
}

/**
 * Builds all of it, and takes away what earlier builds left.
 * @param {string} root the checkout
 */
export async function build(root) {
  for (const folder of ['children', 'chunks']) {
    rmSync(path.join(root, 'out', folder), { recursive: true, force: true });
  }
  await buildProgram(root);
  await verifyPage(root);
  await buildRenderer(root, path.join(root, 'out', 'renderer'), 'production');
}

/** @param {string} root */
async function buildProgram(root) {
  const { build: bundle } = await import('esbuild');
  const sources = sourcesNow(root);
  const before = withdrawProgram(root);
  const shared = /** @type {const} */ ({
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node24',
    external: apart,
    metafile: true,
    logLevel: 'warning',
    legalComments: 'eof',
  });
  const children = readdirSync(path.join(root, 'electron'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('-child.ts'))
    .map((name) => ({ in: path.join('electron', name), out: path.join('children', name.replace(/\.ts$/, '')) }));
  const program = await bundle({
    ...shared,
    entryPoints: [
      { in: 'electron/cli/commands/main.ts', out: 'cli' },
      { in: 'electron/shells/chromium/open-here.ts', out: 'window' },
      { in: 'electron/shells/electron/main.ts', out: 'main' },
      ...children,
    ],
    outdir: 'out',
    chunkNames: 'chunks/[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    sourcemap: true,
    sourcesContent: false,
    // Packages in the older module format ask for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  });
  const preload = await bundle({
    ...shared,
    entryPoints: ['electron/shells/electron/preload.ts'],
    outfile: 'out/preload.cjs',
    format: 'cjs',
  });
  const made = [program, preload]
    .flatMap(({ metafile }) => Object.keys(metafile.outputs))
    .map((name) => path.relative('out', name).replaceAll('\\', '/'));
  const runs = made.filter((name) => /\.[cm]js$/.test(name));
  const current = stampProgram(root, sources, runs);
  removeOlder(path.join(root, 'out'), new Set([...made, ...before.flatMap((name) => [name, `${name}.map`])]));
  if (!current) process.stderr.write(setupWords.words('sources-changed'));
}

/**
 * A process that was started before this build still loads pieces of the last one; those of earlier ones go.
 * @param {string} out
 * @param {ReadonlySet<string>} kept
 */
function removeOlder(out, kept) {
  for (const folder of ['children', 'chunks']) {
    for (const entry of readdirSync(path.join(out, folder), { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile() && !kept.has(path.relative(out, file).replaceAll('\\', '/'))) rmSync(file, { force: true });
    }
  }
}

/**
 * Which React is built goes by the environment, whatever mode is asked for: a test's own would make a window for
 * development of the one that is shipped.
 * @param {string} root
 * @param {string} out
 * @param {'production' | 'development'} kind
 */
async function buildRenderer(root, out, kind) {
  const vite = await import('vite');
  const [fresh, old] = [`${out}-fresh-${process.pid}`, `${out}-old-${process.pid}`];
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = kind;
  try {
    await vite.build({
      root: path.join(root, 'renderer'),
      configFile: path.join(root, 'vite.config.ts'),
      mode: kind,
      build: { outDir: fresh },
      logLevel: 'warn',
    });
    // Somebody may read the window's files meanwhile, or build them too: they are taken away only when others are there.
    rmSync(old, { recursive: true, force: true });
    try {
      if (existsSync(out)) renameSync(out, old);
      renameSync(fresh, out);
    } catch (error) {
      if (!existsSync(path.join(out, 'index.html'))) throw error; // another build was a moment earlier
    }
  } finally {
    for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/**
 * @param {string} root
 * @param {string[]} folders
 * @returns {number} time of the newest file
 */
function newest(root, folders) {
  const times = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
  );
  return Math.max(...times);
}

// `npm run build`, or of the set-up `build.mjs program`.
if (process.argv[1] === import.meta.filename) {
  const root = path.resolve(import.meta.dirname, '..', '..');
  await (process.argv[2] === 'program' ? buildProgramWhereOld(root) : build(root));
}
