// @ts-check
// Lists the packages that ship with the program, with their licences: `node electron/setup/notices.mjs` writes the file.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @typedef {{name: string, version: string, licence: string}} Shipped */

/**
 * Production packages by the lock file, whichever of them this machine has installed.
 * @returns {readonly Shipped[]}
 */
export function shippedPackages() {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(
    /** @type {Record<string, {version?: string, dev?: boolean, devOptional?: boolean, license?: string}>} */ (
      lock.packages
    ),
  )
    .filter(([key, one]) => key.startsWith('node_modules/') && !one.dev && !one.devOptional)
    .map(([key, one]) => ({
      name: key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: one.version ?? '',
      licence: one.license ?? 'not stated',
    }))
    .sort((a, b) => (a.name + a.version < b.name + b.version ? -1 : 1));
}

/** @returns {string} the text of THIRD-PARTY-NOTICES.md */
export function noticesText() {
  const rows = shippedPackages().map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  return `# Third-party notices

Fascicle is licensed under the Apache License 2.0. It ships with the packages below under their own licences; each
package's licence text lies in its folder. The packages \`@img/sharp-libvips-*\` hold libvips and its libraries as shared
libraries under the LGPL 3.0 or later; they are loaded at run time and can be replaced. The Noto fonts are licensed under
the SIL Open Font License 1.1.

| Package | Version | Licence |
|---|---|---|
${rows.join('\n')}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(path.join(root, 'THIRD-PARTY-NOTICES.md'), noticesText());
}
