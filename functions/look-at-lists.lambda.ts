import { composeService } from '#adapters/compose/service.ts';
import { lookAtLists } from '#application/lists/look-at-lists.ts';
import { tellReferrers } from '#application/lists/tell-referrers.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const service = composeService('look-at-lists', readEnv('look-at-lists'));
const [look, tell] = [lookAtLists(service), tellReferrers(service)];

export const handler = eventHandler(service, async () => {
  const looked = await look();
  await tell();
  return looked;
});
