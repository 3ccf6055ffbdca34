import { cpSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** What pdf.js loads while it works: character maps and standard fonts, served with the window's own files. */
function pdfFiles(): Plugin {
  return {
    name: 'pdf-files',
    closeBundle() {
      for (const folder of ['cmaps', 'standard_fonts']) {
        const from = join(import.meta.dirname, 'node_modules', 'pdfjs-dist', folder);
        cpSync(from, join(import.meta.dirname, 'out', 'renderer', 'pdf', folder), { recursive: true });
      }
    },
  };
}

export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react(), pdfFiles()],
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
