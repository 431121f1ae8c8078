import { cpSync, existsSync, readdirSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/** Folders of assets/ that only the generators read; the built game does not carry them. */
const SOURCE_FOLDERS = ['art'];

/** Copies what the game loads at run time from assets/, without the sources it is drawn from. */
function copyAssets(): Plugin {
  let outDir = 'dist';
  return {
    name: 'copy-assets',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    closeBundle() {
      if (!existsSync('assets')) return;
      for (const name of readdirSync('assets').filter((entry) => !SOURCE_FOLDERS.includes(entry))) {
        cpSync(`assets/${name}`, `${outDir}/${name}`, { recursive: true });
      }
    },
  };
}

export default defineConfig({
  base: './',
  publicDir: 'assets',
  plugins: [copyAssets()],
  // Phaser's own entry is used whole; a smaller one can be aliased here as /^phaser$/.
  resolve: { alias: [{ find: /^react$/, replacement: 'preact/compat' }] },
  define: { global: 'globalThis' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2024',
    copyPublicDir: false,
    // The content security policy allows no inlined code, and hashed files are cached anyway.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'phaser', test: /node_modules[\\/]phaser[\\/]/ }] },
      },
    },
  },
  server: { host: '127.0.0.1' },
});
