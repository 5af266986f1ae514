import * as z from 'zod';
import { CONCURRENCY_NEEDED } from '#lib/http/limits.ts';
import type { BeforeDeployment } from './before.ts';
import type { SignedCall } from './signed-call.ts';

/** Deploys although the account has too little room: for a trial that few people use. */
export const DESPITE_QUOTA = '--despite-quota';

const settingsSchema = z.object({ AccountLimit: z.object({ ConcurrentExecutions: z.int() }) });

/**
 * Refuses an account that cannot run as many functions at one moment as people may ask for: it would turn people away. Source
 * of the number: AWS's GetAccountSettings, for the region that is deployed to.
 */
export function concurrencyIsEnough(call: SignedCall): BeforeDeployment {
  return async (args) => {
    if (args.includes(DESPITE_QUOTA)) return [];
    const settings = settingsSchema.parse(await call({ service: 'lambda', path: '/2016-08-19/account-settings/' }));
    const { ConcurrentExecutions: there } = settings.AccountLimit;
    if (there >= CONCURRENCY_NEEDED) return [];
    return [
      `This account can run ${there} functions at the same moment in this region. The service needs ${CONCURRENCY_NEEDED}.`,
      'Ask AWS for more: Service Quotas, AWS Lambda, Concurrent executions (L-B99A9384). It costs nothing.',
      `For a trial that few people use: npm run deploy -- ${DESPITE_QUOTA}`,
    ];
  };
}
