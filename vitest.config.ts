import { defineConfig } from 'vitest/config';
import { INLINE, WITHOUT_SOURCE_MAPS } from './test/github/actions-packages.ts';

export default defineConfig({
  plugins: [WITHOUT_SOURCE_MAPS],
  test: {
    server: INLINE,
    globalSetup: ['test/built.ts'],
    include: ['test/**/*.test.ts'],
    exclude: ['test/openstack/**', '**/node_modules/**'],
    // by itself vitest leaves one core of two idle
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
