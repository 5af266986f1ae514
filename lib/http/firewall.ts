import { Stack } from 'aws-cdk-lib';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { refuseWith, responseBodies } from './firewall-bodies.ts';
import { firewallLog, HIDDEN } from './firewall-log.ts';
import { rules } from './firewall-rules.ts';
import type { StaticPages } from './static-page.ts';

interface FirewallProps {
  readonly stageArn: string;
  readonly pages: StaticPages;
  readonly logRetentionDays: number;
}

/**
 * AWS WAF in front of the stage. It stops scanners and floods and lets typed text through. Rules that mistake a
 * referral for an attack only count, because a bare 403 would lose what was typed. No request is ever sampled, since a
 * sample is not redacted. CloudWatch counts what it does under the stack's name.
 */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { stageArn, pages, logRetentionDays }: FirewallProps) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      rules: rules(refuseWith(pages)),
      customResponseBodies: responseBodies(pages),
      dataProtectionConfig: HIDDEN,
      associationConfig: { requestBody: { API_GATEWAY: { defaultSizeInspectionLimit: 'KB_64' } } },
      visibilityConfig: {
        cloudWatchMetricsEnabled: true,
        metricName: Stack.of(this).stackName,
        sampledRequestsEnabled: false,
      },
    });
    new CfnWebACLAssociation(this, 'Association', { resourceArn: stageArn, webAclArn: acl.attrArn });
    firewallLog(this, acl, logRetentionDays);
  }
}
