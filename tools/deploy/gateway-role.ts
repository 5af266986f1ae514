import * as z from 'zod';
import type { DeployConfig } from '#lib/config.ts';
import { AwsRefused } from './aws-refused.ts';
import type { BeforeDeployment } from './before.ts';
import { query, type SignedCall } from './signed-call.ts';
import { elements } from './xml.ts';

const accountSchema = z.object({ cloudwatchRoleArn: z.string().nullish() });

interface Given {
  readonly call: SignedCall;
  readonly config: Pick<DeployConfig, 'gatewayLogRole' | 'stackName'>;
}

/** Refuses to take the place of a role by which other APIs of the account write their logs, and to rely on one that is not there. */
export function gatewayRoleIsOurs({ call, config }: Given): BeforeDeployment {
  return {
    about: 'the role by which API Gateway writes logs',
    right: 'apigateway:GET and cloudformation:DescribeStackResources',
    look: async () => {
      const { cloudwatchRoleArn } = accountSchema.parse(await call({ service: 'apigateway', path: '/account' }));
      const role = cloudwatchRoleArn?.split('/').at(-1);
      if (config.gatewayLogRole === 'exists')
        return role ? [] : ['API Gateway of this account has no role to write logs by. Take gatewayLogRole out.'];
      if (!role) return [];
      const owner = await ownerOf(call, role);
      if (owner === config.stackName || (owner === undefined && role.startsWith(`${config.stackName}-ApiLogRole`)))
        return [];
      return [
        `API Gateway of this account writes logs by the role ${role}, which ${owner ? `the stack ${owner}` : 'no stack'} owns. Set gatewayLogRole to "exists", or that one is replaced for every API.`,
      ];
    },
  };
}

async function ownerOf(call: SignedCall, PhysicalResourceId: string): Promise<string | undefined> {
  try {
    const asked = query('cloudformation', 'DescribeStackResources', '2010-05-15', { PhysicalResourceId });
    return elements(String(await call(asked)), 'StackName')[0];
  } catch (error) {
    // CloudFormation's word for what no stack has made.
    if (error instanceof AwsRefused && error.code === 'ValidationError') return undefined;
    throw error;
  }
}
