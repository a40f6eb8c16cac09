import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest; the first to begin, or all others would wait for them at the end. */
const LONGEST = [
  'test/contract/answers.test.ts',
  'test/contract/failures.test.ts',
  'test/security/upstream.test.ts',
  'test/security/scope.test.ts',
  'test/gateway/reading.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const rank = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return rank === -1 ? LONGEST.length : rank;
    };
    return (await super.sort(files)).toSorted((left, right) => rankOf(left) - rankOf(right));
  }
}

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
    sequence: { sequencer: LongestFirst },
    // Servers and clients in one process leave much behind: with more room it is collected less often.
    execArgv: ['--max-semi-space-size=64'],
  },
});
