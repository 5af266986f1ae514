import * as z from 'zod';
import type { DeployConfig } from '#lib/config.ts';
import { identityOf } from '#lib/mail-domain-config.ts';
import { AwsRefused } from './aws-refused.ts';
import type { BeforeDeployment } from './before.ts';
import type { SignedCall } from './signed-call.ts';
import type { FindStack } from './stack.ts';

const accountSchema = z.object({ ProductionAccessEnabled: z.boolean(), SendingEnabled: z.boolean() });
const identitySchema = z.object({ VerifiedForSendingStatus: z.boolean() });

const ses = (call: SignedCall, path: string) => call({ service: 'ses', host: 'email', path: `/v2/email/${path}` });

/** Refuses an account whose SES writes to verified addresses alone, or to no one: families and referrers would hear nothing. */
export function mailReachesEveryone(call: SignedCall): BeforeDeployment {
  return {
    about: 'the sandbox of SES',
    despite: '--despite-sandbox',
    right: 'ses:GetAccount',
    look: async () => {
      const { ProductionAccessEnabled, SendingEnabled } = accountSchema.parse(await ses(call, 'account'));
      if (!ProductionAccessEnabled)
        return [
          'SES of this account is in its sandbox in this region, so no one outside gets an email. Ask for production access: SES, Account dashboard.',
        ];
      if (!SendingEnabled)
        return ['AWS has paused all email of this account in this region. See SES, Account dashboard.'];
      return [];
    },
  };
}

interface Sending {
  readonly call: SignedCall;
  readonly config: Pick<DeployConfig, 'sender' | 'sesIdentity' | 'mailDomain'>;
  readonly stack: FindStack;
}

/** Refuses a sender that SES does not know, and a domain to be set up that SES has from elsewhere. */
export function senderIsVerified({ call, config, stack }: Sending): BeforeDeployment {
  const identity = identityOf(config);
  return {
    about: `the identity ${identity} in SES`,
    despite: '--despite-identity',
    right: 'cloudformation:DescribeStacks and ses:GetEmailIdentity',
    look: async () => {
      const verified = await verifiedIn(call, identity);
      if (config.mailDomain === undefined) return verified === true ? [] : [notVerified(identity)];
      if (verified === undefined || (await stack()) !== undefined) return [];
      return [
        `SES has the identity ${identity} already, so the stack cannot make it. Take mailDomain out of the configuration.`,
      ];
    },
  };
}

/** The same once the stack is deployed: a domain that it has set up must be verified as well. */
export function senderSends({ call, config }: Omit<Sending, 'stack'>): BeforeDeployment {
  const identity = identityOf(config);
  return {
    ...senderIsVerified({ call, config, stack: async () => undefined }),
    look: async () => ((await verifiedIn(call, identity)) === true ? [] : [notVerified(identity)]),
  };
}

const notVerified = (identity: string) =>
  `SES has not verified the identity ${identity} in this region, so it refuses every email. Set the records that SES names, and wait.`;

async function verifiedIn(call: SignedCall, identity: string): Promise<boolean | undefined> {
  try {
    const answer = await ses(call, `identities/${encodeURIComponent(identity)}`);
    return identitySchema.parse(answer).VerifiedForSendingStatus;
  } catch (error) {
    if (error instanceof AwsRefused && error.status === 404) return undefined;
    throw error;
  }
}
