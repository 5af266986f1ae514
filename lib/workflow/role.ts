import { type IRole, Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';

/** AWS offers none of these on anything smaller than everything. */
const LOG_AND_TRACE = [
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
];

/** May invoke exactly these functions, deliver its log and trace; CDK's own role could invoke every version of them too. */
export function workflowRole(scope: Construct, functions: readonly IFunction[]): IRole {
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
  const rights = new Policy(role, 'Rights', {
    statements: [
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: functions.map(({ functionArn }) => functionArn),
      }),
      new PolicyStatement({ actions: LOG_AND_TRACE, resources: ['*'] }),
    ],
  });
  role.attachInlinePolicy(rights);
  acknowledge(rights, 'AwsSolutions-IAM5[Resource::*]', 'AWS offers log delivery and X-Ray on * only.');
  return role.withoutPolicyUpdates();
}
