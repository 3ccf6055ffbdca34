// @ts-check
// Builds what a window needs: the renderer by Vite, Electron's main and preload by esbuild. Only where sources are newer.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { verifyPage } from './verify-page.mjs';

/** @param {string} root the checkout */
export async function buildWhereOld(root) {
  const built = path.join(root, 'out', 'renderer', 'index.html');
  if (existsSync(built) && newest(root, ['renderer', 'shared', 'electron']) < statSync(built).mtimeMs) return;
  await build(root);
}

/** @param {string} root the checkout */
export async function build(root) {
  const esbuild = await import('esbuild');
  const shared = /** @type {const} */ ({
    bundle: true,
    platform: 'node',
    target: 'node24',
    packages: 'external',
    absWorkingDir: root,
    logLevel: 'warning',
  });
  await esbuild.build({
    ...shared,
    entryPoints: ['electron/shells/electron/main.ts'],
    outfile: 'out/main.mjs',
    format: 'esm',
  });
  await esbuild.build({
    ...shared,
    entryPoints: ['electron/shells/electron/preload.ts'],
    outfile: 'out/preload.cjs',
    format: 'cjs',
  });
  await esbuild.build({ ...shared, entryPoints: ['electron/cli/fascicle.ts'], outfile: 'out/cli.mjs', format: 'esm' });
  // Electron's Node may not know TypeScript: what it starts as processes of their own is bundled too.
  rmSync(path.join(root, 'out', 'children'), { recursive: true, force: true }); // shared pieces are named by their hash
  const children = readdirSync(path.join(root, 'electron'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('-child.ts'),
  );
  await esbuild.build({
    ...shared,
    entryPoints: children.map((name) => path.join('electron', name)),
    outbase: 'electron',
    outdir: 'out/children',
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
  });
  await verifyPage(root);
  const vite = await import('vite');
  await vite.build({
    root: path.join(root, 'renderer'),
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'warn',
  });
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
