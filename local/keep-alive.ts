import type { Server } from 'node:http';

const TEN_MINUTES = 10 * 60_000;

/**
 * Has a server keep idle connections for longer than any function rests. Node closes them after five seconds, and an SDK
 * that reuses one in that very moment gets an error for a request that was never read: for an email, which is sent but
 * once, that means two minutes until the sweeper looks.
 */
export function keepingConnections(server: Server): Server {
  server.keepAliveTimeout = TEN_MINUTES;
  return server;
}
