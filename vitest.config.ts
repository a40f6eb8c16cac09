import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Every isolated file pays for its imports again; the tests share no module state.
    isolate: false,
    maxWorkers: 2,
  },
});
