import * as keys from '#adapters/records/keys.ts';

/** Every kind of item that keys.ts can name, as its examples begin: `caseKey` is `case`, `TEAM_KEY` is `team`. */
export const kinds = Object.keys(keys)
  .filter((name) => /(Key|_KEY)$/.test(name))
  .map((name) => name.replace(/_?KEY$/i, '').toLowerCase());
