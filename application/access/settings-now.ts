import { type SaidNow, saidNow } from '#domain/people/said-now.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { TeamStore } from '#domain/ports/stores.ts';
import { errorName } from '#domain/problems/errors.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import { plusMinutes } from '#domain/values/dates.ts';

interface SettingsNowDeps {
  readonly team: Pick<TeamStore, 'readTeam'>;
  readonly config: ServiceConfig;
  readonly now: Now;
  readonly log: Log;
}

/** How long what was read is said without reading it again, in minutes. */
const KNOWN_FOR = 1;

/**
 * What pages say of the service, at most a minute old, and the same object until the team sets something else. Never throws:
 * while the team record cannot be read, it is what was read last, or else what the configuration says.
 */
export function settingsNow({ team, config, now, log }: SettingsNowDeps): () => Promise<SaidNow> {
  let known: SaidNow = config;
  let until = '';
  return async () => {
    const at = now();
    if (at < until) return known;
    until = plusMinutes(at, KNOWN_FOR);
    try {
      const read = saidNow((await team.readTeam()) ?? {}, config);
      if (keyOf(read) !== keyOf(known)) known = read;
    } catch (error) {
      log.error('settings-not-read', { error: errorName(error) });
    }
    return known;
  };
}

function keyOf({ contact: { phone, hours, email }, stayAndPlay }: SaidNow): string {
  return JSON.stringify([phone, hours, email, stayAndPlay]);
}
