import type { HttpService } from './service.ts';

/**
 * Serves with the settings of this moment. The service is built with `first`, and anew whenever `settings` answers with
 * another object, so no page mixes old and new.
 */
export function servingNow<Settings>(
  first: Settings,
  settings: () => Promise<Settings>,
  build: (settings: Settings) => HttpService,
): HttpService {
  let built = { settings: first, service: build(first) };
  const { audience, baseUrl } = built.service;
  return {
    ...{ audience, baseUrl },
    handle: async (request) => {
      const now = await settings();
      if (now !== built.settings) built = { settings: now, service: build(now) };
      return built.service.handle(request);
    },
    broken: (failure) => built.service.broken(failure),
  };
}
