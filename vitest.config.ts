import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Our files would get graphql's ES build and the packages that Node itself loads its CommonJS one: two realms of types.
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: 'graphql/index.js' },
      { find: '@user-gateway/client', replacement: `${import.meta.dirname}/client/index.ts` },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    // Patience with a busy machine; a test takes a second or two.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Every isolated file pays for its imports again; the tests share no module state.
    isolate: false,
    // Most of a test is waiting for a fault to show, so there are more files at once than cores.
    maxWorkers: 5,
  },
});
