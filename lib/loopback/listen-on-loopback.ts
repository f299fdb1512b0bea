import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Breaks what connections there are, and lets go of the port. */
  close(): Promise<void>;
}

/** Listens on 127.0.0.1, on a free port unless one is named. Throws when the port is taken. */
export async function listenOnLoopback(port: number | undefined, listener: RequestListener): Promise<Listening> {
  const server = createServer(listener);
  // A client that waits between its attempts must not find its connection closed for having been idle.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port ?? 0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
