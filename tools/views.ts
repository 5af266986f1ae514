import type { InstanceOptions } from '#local/instance.ts';

/** What this machine shows of the records under /local/; a reader is loaded at the first look, as it costs 15 MB. */
export const views: InstanceOptions['views'] = {
  lists: async ({ endpoints, tableName, now }) => {
    const { readLists } = await import('./lists.ts');
    return tableName === undefined ? [] : readLists(endpoints.dynamodb, tableName, now);
  },
  verify: async (instance) => {
    const { verifyHere } = await import('./verify/local.ts');
    return verifyHere(instance);
  },
};
