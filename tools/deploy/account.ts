import type { DeployConfig } from '#lib/config.ts';
import type { BeforeDeployment } from './before.ts';
import { firewallHasRoom } from './firewall.ts';
import { gatewayRoleIsOurs } from './gateway-role.ts';
import { mailReachesEveryone, senderIsVerified, senderSends } from './mail.ts';
import { emailsArrive, regionReceives } from './mail-door.ts';
import { concurrencyIsEnough } from './quota.ts';
import { recipientsHaveConfirmed } from './recipients.ts';
import type { FindRegion, SignedCall } from './signed-call.ts';
import { type FindStack, nameIsFree } from './stack.ts';

interface Given {
  readonly call: SignedCall;
  readonly config: DeployConfig;
  readonly stack: FindStack;
}

/** What the account must have before anything is deployed to it. */
export function accountIsReady({
  call,
  config,
  stack,
  region,
}: Given & { readonly region: FindRegion }): readonly BeforeDeployment[] {
  return [
    nameIsFree(stack, config.stackName),
    regionReceives({ config, region }),
    gatewayRoleIsOurs({ call, config }),
    firewallHasRoom(call, stack),
    concurrencyIsEnough(call),
    mailReachesEveryone(call),
    senderIsVerified({ call, config, stack }),
    recipientsHaveConfirmed({ call, recipients: config.alarmRecipients, stack }),
  ];
}

/** What the account must have for a service that is deployed to do its work. */
export function accountServes({ call, config, stack }: Given): readonly BeforeDeployment[] {
  return [
    concurrencyIsEnough(call),
    mailReachesEveryone(call),
    senderSends({ call, config }),
    emailsArrive({ call, config }),
    recipientsHaveConfirmed({ call, recipients: config.alarmRecipients, stack }),
  ];
}
