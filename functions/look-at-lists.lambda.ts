import { composeEveryone } from '#adapters/compose/everyone.ts';
import { composeService } from '#adapters/compose/service.ts';
import { lookAtLists } from '#application/lists/look-at-lists.ts';
import { tellReferrers } from '#application/lists/tell-referrers.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const env = readEnv('look-at-lists');
const service = { ...composeService('look-at-lists', env), ...composeEveryone(env) };
const [look, tell] = [lookAtLists(service), tellReferrers(service)];

export const handler = eventHandler(service, async () => {
  const looked = await look();
  await tell();
  return looked;
});
