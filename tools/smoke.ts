import { accountServes } from './deploy/account.ts';
import { say, withConfiguration } from './deploy/command.ts';
import { smokeTold } from './deploy/deploy.ts';
import { smoke } from './deploy/smoke.ts';
import { stackOf } from './deploy/stack.ts';

await withConfiguration(async ({ config, args, call }) => {
  const stack = stackOf(call, config.stackName);
  const baseUrl = (await stack())?.outputs.BaseUrl;
  if (baseUrl === undefined) {
    say(`There is no stack ${config.stackName} in this account and region.`);
    return 1;
  }
  const looks = accountServes({ call, config, stack });
  return smokeTold(await smoke({ baseUrl, fetch, looks, args, say }), say);
});
