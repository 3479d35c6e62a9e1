import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const exclude = [...configDefaults.exclude, '.next/**', 'e2e/**'];

export default defineConfig({
  resolve: {
    alias: {
      '@': root,
      // The real module throws outside Next.
      'server-only': `${root}node_modules/next/dist/compiled/server-only/empty.js`,
    },
  },
  test: {
    retry: 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.pcscd.test.ts'],
          // Many start a program, which takes a while on a machine that has other work.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // Against the real pcscd and its virtual readers, of which there is one set: one file at a time.
          name: 'pcscd',
          include: ['**/*.pcscd.test.ts'],
          exclude,
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
