import { accountServes } from './deploy/account.ts';
import { say, withConfiguration } from './deploy/command.ts';
import { smokeTold } from './deploy/deploy.ts';
import { smoke } from './deploy/smoke.ts';
import { stackOf } from './deploy/stack.ts';

await withConfiguration(async ({ config, args, call }) => {
  const stack = stackOf(call, config.stackName);
  const { outputs, fault } = await stack().then(
    (found) => ({ outputs: found?.outputs, fault: undefined }),
    (error: unknown) => ({ outputs: undefined, fault: error instanceof Error ? error.message : String(error) }),
  );
  if (fault !== undefined) {
    say(`We could not look at the stack ${config.stackName}: ${fault.split('\n', 1)[0]}`);
    return 1;
  }
  const baseUrl = outputs?.BaseUrl;
  if (baseUrl === undefined) {
    say(`There is no stack ${config.stackName} in this account and region.`);
    return 1;
  }
  const looks = accountServes({ call, config, stack });
  return smokeTold(await smoke({ baseUrl, fetch, looks, args, say }), say);
});
