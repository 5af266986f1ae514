import type { Server } from 'node:http';

const TEN_MINUTES = 10 * 60_000;

/**
 * Has a server keep idle connections for longer than any function rests. Node closes them after five seconds. An SDK
 * that reuses one in that moment gets an error for a request that was never read. An email is sent only once, so it
 * would wait two minutes for the sweeper.
 */
export function keepingConnections(server: Server): Server {
  server.keepAliveTimeout = TEN_MINUTES;
  return server;
}
