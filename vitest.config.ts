import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import viteConfig from './vite.config.ts';

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['tests/**/*.test.{ts,tsx}'],
            exclude: ['tests/browser/**', 'tests/cluster/**'],
            testTimeout: 60_000,
            // Vitest leaves one core to whoever watches; nobody does.
            maxWorkers: '100%',
          },
        },
        {
          extends: true,
          test: {
            name: 'cluster',
            include: ['tests/cluster/**/*.test.ts'],
            testTimeout: 120_000,
            hookTimeout: 120_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: ['tests/browser/**/*.test.ts'],
            fileParallelism: false,
            testTimeout: 300_000,
            hookTimeout: 120_000,
            // The picture is drawn without a graphics card: give what is waited for its time.
            expect: { poll: { timeout: 20_000 } },
          },
        },
      ],
    },
  }),
);
