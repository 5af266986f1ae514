import * as z from 'zod';
import { CONCURRENCY_NEEDED } from '#lib/http/limits.ts';
import type { BeforeDeployment } from './before.ts';
import type { SignedCall } from './signed-call.ts';

const settingsSchema = z.object({ AccountLimit: z.object({ ConcurrentExecutions: z.int() }) });

/**
 * Refuses an account that cannot run as many functions at one moment as people may ask for: it would turn people away. Source
 * of the number: AWS's GetAccountSettings, for the region that is deployed to.
 */
export function concurrencyIsEnough(call: SignedCall): BeforeDeployment {
  return {
    about: 'the quota of functions',
    despite: '--despite-quota',
    right: 'lambda:GetAccountSettings',
    look: async () => {
      const settings = settingsSchema.parse(await call({ service: 'lambda', path: '/2016-08-19/account-settings/' }));
      const { ConcurrentExecutions: there } = settings.AccountLimit;
      if (there >= CONCURRENCY_NEEDED) return [];
      return [
        `This account can run ${there} functions at the same moment in this region, and the service needs ${CONCURRENCY_NEEDED}. Ask AWS for more, which costs nothing: Service Quotas, AWS Lambda, Concurrent executions (L-B99A9384).`,
      ];
    },
  };
}
