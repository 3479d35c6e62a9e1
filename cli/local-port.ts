import { once } from 'node:events';
import { createServer } from 'node:net';

export const loopback = '127.0.0.1';

/**
 * Finds out whether a server could listen on `port` of the loopback address; 0 asks for any free one.
 *
 * @returns the port, or `undefined` when another program has it (or the operating system does not allow it).
 */
export const findLocalPort = async (port: number): Promise<number | undefined> => {
  const probe = createServer();
  try {
    probe.listen({ port, host: loopback, exclusive: true });
    await once(probe, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
      return undefined;
    throw error;
  }
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' ? address?.port : undefined;
};
