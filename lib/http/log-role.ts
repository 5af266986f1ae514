import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnAccount, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';

const LOG_WRITER = 'service-role/AmazonAPIGatewayPushToCloudWatchLogs';

/**
 * The role by which API Gateway writes access logs. AWS knows one an account and region, so this one takes the place of
 * whatever was there, also for APIs of others. Where there is one already, the configuration says so and this is left out.
 * The stage waits for it. It stays when the stack goes, because another API may log by it by then.
 */
export class GatewayLogRole extends Construct {
  constructor(scope: Construct, id: string, restApi: RestApi) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName(LOG_WRITER)],
    });
    const account = new CfnAccount(this, 'Account', { cloudWatchRoleArn: role.roleArn });
    role.applyRemovalPolicy(RemovalPolicy.RETAIN);
    account.applyRemovalPolicy(RemovalPolicy.RETAIN);
    restApi.deploymentStage.node.addDependency(account);
    acknowledge(
      role,
      `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${LOG_WRITER}]`,
      'API Gateway writes its access log through the one managed policy made for it.',
    );
  }
}
