import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/built.ts'],
    include: ['test/**/*.test.ts'],
    exclude: ['test/openstack/**', '**/node_modules/**'],
    testTimeout: 30_000,
  },
});
