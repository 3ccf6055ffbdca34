import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** What pdf.js loads while it works: character maps and standard fonts, served with the window's own files. */
function pdfFiles(): Plugin {
  let out = '';
  return {
    name: 'pdf-files',
    configResolved({ root, build }) {
      out = resolve(root, build.outDir);
    },
    closeBundle() {
      for (const folder of ['cmaps', 'standard_fonts']) {
        const from = join(import.meta.dirname, 'node_modules', 'pdfjs-dist', folder);
        cpSync(from, join(out, 'pdf', folder), { recursive: true });
      }
    },
  };
}

export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react({ jsxImportSource: '#visible' }), pdfFiles()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'chrome140',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
  },
});
