import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { ESLint, Linter } from 'eslint';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { flagsOf } from '../../../electron/capture/browser/browser-flags.ts';
import { Resolver } from '../../../electron/capture/gateway/resolver.ts';
import { contentSecurityPolicy } from '../../../electron/shells/rules.ts';
import { shippedPackages } from '../../../electron/setup/notices.mjs';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { hostilePages } from '../../fixtures/site/hostile.ts';
import { nodesOf, root, sourceFiles, sourceText } from '../../fixtures/oracles/source-tree.ts';
import { securityChecklist } from './security-checklist.ts';

const require = createRequire(import.meta.url);

describe('the security checklist', () => {
  const lines = Object.values(securityChecklist).flat();

  test.for(lines)('$line', ({ checks }) => {
    expect(checks.length).toBeGreaterThan(0);
    for (const [file, name] of checks) {
      expect(existsSync(join(root, file)), file).toBe(true);
      expect(checksIn(file), `${file} has no check of that name`).toContainEqual(expect.stringContaining(name));
    }
  });

  test('is what the table of it says', () => {
    const table = Object.entries(securityChecklist).map(([part, all]) =>
      [
        `## ${part}`,
        '',
        '| Line | Checked by |',
        '| --- | --- |',
        ...all.map(
          ({ line, checks }) => `| ${line} | ${checks.map(([file, name]) => `\`${file}\`: ${name}`).join('<br>')} |`,
        ),
        '',
      ].join('\n'),
    );
    const squeezed = (text: string) => text.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---').trim();
    const written = readFileSync(join(root, 'test/unit/house/security.md'), 'utf8');
    expect(squeezed(written)).toBe(squeezed(`# Security checklist: line → check\n\n${table.join('\n')}`));
  });
});

/** Titles of the tests of a file; of other files, the names and messages that they give. */
function checksIn(file: string): readonly string[] {
  if (file.endsWith('/hostile.ts')) return hostilePages.map(({ name }) => `page('${name}'`);
  return nodesOf(file).flatMap(({ node }) => {
    if (!ts.isStringLiteralLike(node) && !ts.isTemplateHead(node)) return [];
    const { parent } = node;
    const isTitle = ts.isCallExpression(parent) && parent.arguments[0] === node;
    const isRow = ts.isArrayLiteralExpression(parent); // of a table of tests
    return isTitle || isRow || !file.endsWith('.test.ts') ? [node.text] : [];
  });
}

describe('what no source file may say', () => {
  const refused = async (file: string, code: string) => {
    // The rule as it is configured for that file, run alone: the typed rules need no part in this.
    const config = (await new ESLint({ cwd: root }).calculateConfigForFile(join(root, file))) as {
      rules: Record<string, Linter.RuleEntry>;
    };
    const rule = config.rules['no-restricted-syntax'];
    const rules = rule === undefined ? {} : { 'no-restricted-syntax': rule };
    return new Linter().verify(code, [{ rules, languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } }])
      .length;
  };
  test.for([
    ['electron/shells/electron/main.ts', "ipcMain.handle('x', run)"],
    ['electron/workbench/workbench.ts', "ipcMain.on('x', run)"],
    ['electron/shells/electron/guard.ts', 'shell.openExternal(url)'],
    ['renderer/app/app.tsx', 'electron.shell.openExternal(url)'],
    ['electron/shells/chromium/open-window.ts', "page.exposeFunction('x', run)"],
    ['renderer/app/app.tsx', 'element.innerHTML = captured'],
    ['renderer/app/app.tsx', 'const x = <p dangerouslySetInnerHTML={captured} />'],
  ] as const)('%s: %s', async ([file, code]) => {
    expect(await refused(file, code)).toBe(1);
  });

  test('ordinary code passes the same rule', async () => {
    expect(await refused('renderer/app/app.tsx', 'element.textContent = captured')).toBe(0);
  });

  test('only the Electron shell imports electron', async () => {
    const config = (await new ESLint({ cwd: root }).calculateConfigForFile(
      join(root, 'electron/workbench/workbench.ts'),
    )) as {
      rules: Record<string, unknown>;
    };
    expect(JSON.stringify(config.rules['no-restricted-imports'])).toContain('"electron"');
    const importing = sourceFiles('shared', 'electron', 'renderer').filter((file) =>
      /from 'electron'/.test(sourceText(file)),
    );
    expect(importing.every((file) => file.startsWith('electron/shells/electron/'))).toBe(true);
  });
});

describe('the window’s policy', () => {
  test('allows its own files and nothing unsafe, inline or foreign', () => {
    const policy = contentSecurityPolicy('N');
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' blob:; font-src 'self'; " +
        "connect-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(policy).not.toMatch(/unsafe-|\*|https?:|data:/);
  });
});

describe('the package', () => {
  const { load } = require('js-yaml') as { load: (text: string) => Record<string, unknown> };
  const config = load(sourceText('electron-builder.yml'));

  test('has every fuse of the checklist set', () => {
    expect(config['electronFuses']).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(config['asar']).toBe(true);
  });

  test('ships nothing of ReplayWeb.page (AGPL), which only a test opens', () => {
    const shipped = shippedPackages().map(({ name }) => name);
    expect(shipped.filter((name) => /replaywebpage|webrecorder/.test(name))).toEqual([]);
    expect(JSON.stringify(config)).not.toContain('replaywebpage');
    for (const layer of ['electron', 'shared', 'renderer'])
      expect(sourceFiles(layer).filter((file) => sourceText(file).includes('replaywebpage'))).toEqual([]);
    const { devDependencies } = JSON.parse(sourceText('package.json')) as Record<string, Record<string, string>>;
    expect(devDependencies?.['replaywebpage']).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('has no updater, no telemetry, no publisher, and an Electron of a supported line, pinned', () => {
    const { dependencies, devDependencies } = JSON.parse(sourceText('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const names = Object.keys({ ...dependencies, ...devDependencies });
    expect(names.filter((name) => /updater|sentry|telemetry|analytics|bugsnag|crash-report/.test(name))).toEqual([]);
    expect(config['publish']).toBeUndefined();
    expect(devDependencies?.['electron']).toMatch(/^4[3-9]\.\d+\.\d+$/);
    expect(sourceFiles('electron').filter((file) => /autoUpdater|crashReporter/.test(sourceText(file)))).toEqual([]);
  });
});

describe('the capture browser', () => {
  const flags = flagsOf(
    { gatewayPort: 5, width: 10, height: 10, signal: new AbortController().signal },
    '/p',
    null,
    true,
  );

  test('is driven over a pipe, in its sandbox, in a profile of its own, without services of its own', () => {
    expect(flags).toContain('--remote-debugging-pipe');
    expect(flags).toContain('--user-data-dir=/p');
    expect(flags.join(' ')).not.toMatch(
      /--no-sandbox|--remote-debugging-port|--ignore-certificate-errors|--disable-web-security/,
    );
    for (const flag of [
      '--disable-extensions',
      '--disable-sync',
      '--disable-background-networking',
      '--disable-component-update',
    ])
      expect(flags).toContain(flag);
    expect(flags.find((flag) => flag.startsWith('--disable-features='))).toContain('AutofillServerCommunication');
  });

  test('reaches the network through its gateway alone: no QUIC, no WebRTC beside it, no way round for loopback', () => {
    for (const flag of [
      '--proxy-server=socks5://127.0.0.1:5',
      '--proxy-bypass-list=<-loopback>',
      '--disable-quic',
      '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    ])
      expect(flags).toContain(flag);
  });

  test('asks about a name once: a second answer that points inside never counts, and one inside among many refuses all', async () => {
    const answers = [['8.8.8.8'], ['127.0.0.1']];
    const resolver = new Resolver(() => Promise.resolve(answers.shift() ?? []), false);
    expect(await resolver.resolve('rebinding.example')).toEqual({ at: 'address', offered: ['8.8.8.8'] });
    expect(await resolver.resolve('REBINDING.example.')).toEqual({ at: 'address', offered: ['8.8.8.8'] });
    const mixed = new Resolver(() => Promise.resolve(['8.8.8.8', '10.0.0.1']), false);
    expect(await mixed.resolve('inside.example')).toMatchObject({ at: 'refused', why: 'private' });
    expect(await mixed.resolve('localhost')).toMatchObject({ at: 'refused', why: 'loopback' });
    expect(await new Resolver(() => Promise.resolve(['10.0.0.1']), true).resolve('intranet')).toMatchObject({
      at: 'address',
    });
  });

  test.for([
    'file:///etc/passwd',
    'ftp://a/',
    'javascript:1',
    'data:text/html,x',
    'chrome://settings',
    'https://u:p@a.example/',
    'x',
  ])('%s is no address to capture', async (address) => {
    const { checkUrl } = await import('../../../electron/capture/page/check-url.ts');
    expect(() => checkUrl(address)).toThrow(expect.objectContaining({ code: 'not-a-url' }));
  });

  test('names a stored file by its own hash, whatever the server calls it', () => {
    const named = freshCase();
    const text = new TextEncoder().encode('青禾');
    const record = someCapture(named, '页');
    const evil = '../../../.bashrc';
    const artifact = {
      role: 'original',
      name: 'original.txt',
      mediaType: 'text/plain',
      ...named.objects.putBytes(text),
    } as const;
    named.addItem({
      ...record,
      title: evil,
      url: `https://x.example/${evil}`,
      artifacts: [...record.artifacts, artifact],
    });
    const called = { ...record, artifacts: [{ ...artifact, name: evil }] };
    expect(() => named.addItem(called)).toThrow(expect.objectContaining({ name: 'ZodError' }));
    const files = readdirSync(named.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    named.close();
    const objects = files.filter(({ parentPath }) => parentPath.includes(`${sep}objects${sep}`));
    for (const { parentPath, name } of objects) {
      const hash = createHash('sha256')
        .update(readFileSync(join(parentPath, name)))
        .digest('hex');
      expect(join(parentPath, name)).toBe(join(named.folder, 'objects', hash.slice(0, 2), hash.slice(2)));
    }
    expect(objects.length).toBeGreaterThan(3);
    expect(files.filter(({ name }) => name.includes('bashrc'))).toEqual([]);
  });
});
