// @ts-check
// Makes `verify.html`, the stand-alone verifier: rules, roots, words and style in one file, with a security policy that
// names its script and its style by hash and lets nothing else in or out. The same sources give the same bytes.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
 * The page, made where it is missing or older than its sources. A packaged program has no sources of it: there it is
 * the file that came with it.
 * @param {string} root the checkout, or the unpacked program
 * @returns {Promise<string>} path of the file
 */
export async function verifyPage(root) {
  const file = path.join(root, 'out', 'verify.html');
  const sources = ['renderer/verify-page', 'renderer/words', 'shared', 'resources/anchors'].map((folder) =>
    path.join(root, folder),
  );
  if (!sources.every((folder) => existsSync(folder))) return file;
  if (existsSync(file) && newest([...sources, import.meta.filename]) < statSync(file).mtimeMs) return file;
  const html = await makePage(root);
  mkdirSync(path.dirname(file), { recursive: true });
  // Two commands may make it at once: each writes its own, and the same bytes come to stand under the name.
  writeFileSync(`${file}.${process.pid}`, html);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

/** @param {string} root */
async function makePage(root) {
  const esbuild = await import('esbuild');
  const from = path.join(root, 'renderer', 'verify-page');
  const built = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['renderer/verify-page/main.ts'],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    define: { SHIPPED_ROOTS: JSON.stringify(shippedRoots(root)) },
    plugins: [withoutLocales],
  });
  const script = built.outputFiles[0]?.text ?? '';
  const style = readFileSync(path.join(from, 'page.css'), 'utf8');
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return readFileSync(path.join(from, 'page.html'), 'utf8')
    .replace('LICENCES', () => licencesOf(root, Object.keys(built.metafile.inputs)))
    .replace('POLICY', policy)
    .replace('STYLE', () => style)
    .replace('SCRIPT', () => script);
}

/** zod carries its messages in fifty languages; the page says why a file is off in its own words. */
const withoutLocales = /** @type {import('esbuild').Plugin} */ ({
  name: 'without-locales',
  setup(build) {
    build.onLoad({ filter: /zod[/\\]v4[/\\]locales[/\\]index\.js$/ }, () => ({ contents: 'export {};' }));
  },
});

/**
 * The licences of what others wrote and the page holds, as they ask for it.
 * @param {string} root
 * @param {string[]} inputs
 */
function licencesOf(root, inputs) {
  const names = inputs.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  return [...new Set(names)]
    .sort()
    .map((name) => `${name}\n${readFileSync(path.join(root, 'node_modules', name, 'LICENSE'), 'utf8')}`)
    .join('\n')
    .replaceAll('--', '- -');
}

/** @param {string} root */
function shippedRoots(root) {
  const folder = path.join(root, 'resources', 'anchors');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pem'))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
}

/** @param {string} text */
function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** @param {string[]} sources files, and folders with all in them */
function newest(sources) {
  return Math.max(
    ...sources.flatMap((source) =>
      statSync(source).isFile()
        ? [statSync(source).mtimeMs]
        : readdirSync(source, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
    ),
  );
}

// `npm run verify-page`: says where it is, with the hash to publish and to compare a copy with.
if (process.argv[1] === import.meta.filename) {
  const file = await verifyPage(path.resolve(import.meta.dirname, '..', '..'));
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  console.log(`${sha256}  ${file}`);
}
