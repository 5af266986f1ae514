import type { HttpService } from '../http/service.ts';
import { consoleBroken } from './broken/page.ts';
import type { ConsoleDeps } from './deps.ts';
import { consolePages } from './routes.ts';

/** The pages of those who look after the service: what is stuck, why, and how it is put right. */
export function serveConsole(deps: ConsoleDeps): HttpService {
  return { audience: 'console', baseUrl: deps.baseUrl, handle: consolePages(deps), broken: consoleBroken(deps) };
}
