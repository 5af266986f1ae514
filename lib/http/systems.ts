import { CfnApiKey, CfnUsagePlan, Period, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { pinned } from '../pinned.ts';
import type { System } from '../systems-config.ts';

/**
 * Gives each system that the configuration names a key of its own, in a plan of its own: one that sends too much is slowed
 * down alone, and one that is lost is taken back alone. Logical ids are pinned, because a new key is a new caller, who does
 * not know the referrals of the old one.
 */
export function systemKeys(restApi: RestApi, systems: readonly System[]): void {
  for (const { name, perSecond, atOnce, aDay } of systems) {
    const id = name.replace(/(^|-)([a-z0-9])/g, (_whole, _dash, letter: string) => letter.toUpperCase());
    const key = restApi.addApiKey(`Key${id}`, { apiKeyName: name, description: `Small Steps: ${name}` });
    const plan = restApi.addUsagePlan(`UsagePlan${id}`, {
      description: `Small Steps: ${name}`,
      throttle: { rateLimit: perSecond, burstLimit: atOnce },
      quota: { limit: aDay, period: Period.DAY },
    });
    plan.addApiKey(key);
    plan.addApiStage({ stage: restApi.deploymentStage });
    pinned(key, CfnApiKey, `ApiKey${id}`);
    pinned(plan, CfnUsagePlan, `UsagePlan${id}`);
  }
}
