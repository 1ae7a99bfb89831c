import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['proviso-source'] },
  ssr: { resolve: { conditions: ['proviso-source'], externalConditions: ['proviso-source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
