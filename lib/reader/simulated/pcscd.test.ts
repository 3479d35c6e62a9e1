import { afterEach, expect, test, vi } from 'vitest';
import { startPcscd } from './pcscd.ts';

afterEach(() => vi.unstubAllEnvs());

test('the PC/SC service is never started outside a namespace of its own', async () => {
  vi.stubEnv('KAZASU_PRIVATE_NAMESPACE', undefined);
  await expect(startPcscd({ reader: 'virtual' })).rejects.toThrow('only inside scripts/in-namespace.sh');
});
