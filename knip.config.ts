import type { KnipConfig } from 'knip';

/** Packages that a style sheet loads with url(), such as fonts. */
const PACKAGE_ADDRESS = /url\(\s*["'](@[^"']+)["']\s*\)/g;

const config: KnipConfig = {
  // phaserParts.ts stands in for Phaser in the build (vite.config.ts).
  entry: [
    'src/scenes/phaserParts.ts',
    'src/server/main.ts',
    'scripts/*.{ts,mjs}',
    'tests/support/classRooms.tsx',
    'tests/support/panels.tsx',
    'tests/engines/page/{page,worker}.ts',
  ],
  project: ['src/**/*.{ts,tsx,css}', 'scripts/**/*.{ts,mjs}', 'tests/**/*.{ts,tsx}'],
  ignore: ['src/model/generated/**'],
  // A type that is part of a public signature may be exported without being imported by name.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreBinaries: ['apt-get', 'cc', 'ffmpeg', 'redis-server', 'setpriv', 'unshare'],
  // Run by its path, so that its exit can be checked; and the types of sockets, which those of @fastify/websocket import.
  ignoreDependencies: ['dependency-cruiser', '@types/ws'],
  compilers: {
    css: (text: string) =>
      [...text.matchAll(PACKAGE_ADDRESS)].map((match) => `import '${match[1]}';`).join('\n'),
  },
};

export default config;
