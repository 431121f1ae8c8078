import { cpSync, existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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

/**
 * The build takes only the parts of Phaser that the scene uses: half its size.
 * Phaser tells its builds apart by constants that its own bundler fills in;
 * here WebGL alone is wanted.
 */
function takePhaserParts(): Plugin {
  const alias = [{ find: /^phaser$/, replacement: here('src/scenes/phaserParts.ts') }];
  return {
    name: 'take-phaser-parts',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ resolve: { alias } }),
    transform(code, id) {
      if (!PHASER.test(id)) return null;
      return code
        .replace(
          /typeof (CANVAS_RENDERER|FEATURE_SOUND|PLUGIN_CAMERA3D|PLUGIN_FBINSTANT|WEBGL_DEBUG)\b/g,
          'false',
        )
        .replace(/typeof WEBGL_RENDERER\b/g, 'true');
    },
  };
}

/** The page says nothing of what the command line says: those areas of the catalogue stay out of it. */
function leaveOutCommandWords(): Plugin {
  return {
    name: 'leave-out-command-words',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (COMMAND_WORDS.test(id) ? '{}' : null),
  };
}

const COMMAND_WORDS = /[\\/]text[\\/]en[\\/](cli|evidence|levels|study)\.json$/;
const PHASER = /node_modules[\\/]phaser[\\/]/;
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  base: './',
  publicDir: 'assets',
  plugins: [copyAssets(), takePhaserParts(), leaveOutCommandWords()],
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
        codeSplitting: { groups: [{ name: 'phaser', test: PHASER }] },
      },
    },
  },
  server: { host: '127.0.0.1' },
});
