import { lettersNow } from '#domain/people/letters.ts';
import type { Log } from '#domain/ports/services.ts';
import type { TeamStore } from '#domain/ports/stores.ts';
import { errorName } from '#domain/problems/errors.ts';
import type { ServiceConfig } from '#domain/service/config.ts';

/** What it takes to say in an email how to reach the team. */
export interface ContactDeps {
  readonly team: Pick<TeamStore, 'readTeam'>;
  readonly config: ServiceConfig;
  readonly log: Log;
}

/** The contact that the team has set. Never throws: a code must not wait for it, so the configuration's stands in. */
export async function contactNow({ team, config, log }: ContactDeps): Promise<ServiceConfig['contact']> {
  try {
    return lettersNow((await team.readTeam()) ?? {}, config);
  } catch (error) {
    log.error('settings-not-read', { error: errorName(error) });
    return config.contact;
  }
}
