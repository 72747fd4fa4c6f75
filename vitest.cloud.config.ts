import { defineConfig } from 'vitest/config';
import { INLINE, WITHOUT_SOURCE_MAPS } from './test/github/actions-packages.ts';

/** The suite against a real OpenStack: `npm run cloud:up` first. Files run one after another: they share one cloud. */
export default defineConfig({
  plugins: [WITHOUT_SOURCE_MAPS],
  test: {
    server: INLINE,
    globalSetup: ['test/built.ts'],
    include: ['test/openstack/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
