import * as z from 'zod';
import type { BeforeDeployment } from './before.ts';
import type { SignedCall } from './signed-call.ts';
import type { FindStack } from './stack.ts';

/** Web ACLs that an account may have in a region. Source: AWS WAF Developer Guide, "AWS WAF quotas". */
const WEB_ACLS = 100;

const listSchema = z.object({ WebACLs: z.array(z.unknown()) });

/** Refuses a first deployment where the region has no room for one more firewall: it would fail after ten minutes. */
export function firewallHasRoom(call: SignedCall, stack: FindStack): BeforeDeployment {
  return {
    about: 'the quota of firewalls',
    despite: '--despite-firewalls',
    right: 'cloudformation:DescribeStacks and wafv2:ListWebACLs',
    look: async () => {
      if ((await stack()) !== undefined) return [];
      const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSWAF_20190729.ListWebACLs' };
      const body = JSON.stringify({ Scope: 'REGIONAL', Limit: WEB_ACLS });
      const { WebACLs } = listSchema.parse(await call({ service: 'wafv2', path: '/', post: { headers, body } }));
      if (WebACLs.length < WEB_ACLS) return [];
      return [
        `This account has ${WEB_ACLS} web ACLs of AWS WAF in this region, which is all that AWS gives at first. Delete one, or ask for more in Service Quotas.`,
      ];
    },
  };
}
