import { RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
import {
  CfnApiKey,
  CfnRestApi,
  CfnStage,
  CfnUsagePlan,
  EndpointType,
  type IApiKey,
  type IResource,
  LambdaIntegration,
  LogGroupLogDestination,
  RestApi,
  type UsagePlan,
} from 'aws-cdk-lib/aws-apigateway';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { DeployConfig } from '../config.ts';
import { pinned } from '../pinned.ts';
import { accepted } from './accepted.ts';
import { ACCESS_LOG } from './access-log.ts';
import { OwnDomain } from './domain.ts';
import { STAGE, SYSTEM } from './limits.ts';
import { GatewayLogRole } from './log-role.ts';
import { refusals } from './refusals.ts';
import { type StaticPages, staticPages } from './static-page.ts';
import { systemKeys } from './systems.ts';

export interface EntryPoints {
  readonly api: IFunction;
  readonly public: IFunction;
  readonly referral: IFunction;
  readonly staff: IFunction;
  readonly family: IFunction;
  readonly console: IFunction;
}

/**
 * The one address. Every path is answered by a function of ours, so no one meets API Gateway's "Missing Authentication
 * Token". /v1 asks for a key, the pages do not.
 */
export class Api extends Construct {
  readonly restApi: RestApi;
  /** The address as people and links use it, without a slash at the end. */
  readonly baseUrl: string;
  readonly key: IApiKey;
  /** What is said without our code, here and by the firewall. */
  readonly pages: StaticPages;

  constructor(scope: Construct, id: string, config: DeployConfig) {
    super(scope, id);
    this.restApi = new RestApi(this, 'RestApi', {
      // CloudWatch tells the measures of two APIs apart by their names only.
      restApiName: config.stackName,
      endpointTypes: [EndpointType.REGIONAL],
      // The gateway hears of it with the next deployment of the API, whose id the CDK takes from this, too.
      disableExecuteApiEndpoint: config.domain?.closeOldAddress ?? false,
      minCompressionSize: Size.kibibytes(1),
      // A file that a form of ours posts; answers stay text. See docs/decisions/0013-accept-uploads-on-our-domain.md.
      binaryMediaTypes: ['multipart/form-data'],
      cloudWatchRole: false,
      deployOptions: {
        stageName: config.stage,
        metricsEnabled: true,
        throttlingRateLimit: STAGE.perSecond,
        throttlingBurstLimit: STAGE.atOnce,
        dataTraceEnabled: false,
        accessLogDestination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', { retention: config.logRetentionDays, removalPolicy: RemovalPolicy.DESTROY }),
        ),
        accessLogFormat: ACCESS_LOG,
      },
    });
    const { region, urlSuffix } = Stack.of(this);
    // From its parts: `restApi.url` would make the functions wait for the stage that waits for the functions.
    const given = `https://${this.restApi.restApiId}.execute-api.${region}.${urlSuffix}/${config.stage}`;
    this.baseUrl = config.baseUrl ?? given;
    if (config.gatewayLogRole === 'make') new GatewayLogRole(this, 'LogRole', this.restApi);
    if (config.domain !== undefined) new OwnDomain(this, 'Domain', { restApi: this.restApi, domain: config.domain });
    this.pages = staticPages(config, this.baseUrl);
    refusals(this.restApi, this.pages);

    this.key = this.restApi.addApiKey('Key');
    const plan = this.restApi.addUsagePlan('UsagePlan', {
      description: 'Systems that send referrals',
      throttle: { rateLimit: SYSTEM.perSecond, burstLimit: SYSTEM.atOnce },
    });
    plan.addApiKey(this.key);
    plan.addApiStage({ stage: this.restApi.deploymentStage });
    this.pin(plan).enabled = config.sharedKey;
    systemKeys(this.restApi, config.systems);
    accepted(this.restApi);
  }

  /** Mailed links and given keys must outlive every move of code. Gives the key. */
  private pin(plan: UsagePlan): CfnApiKey {
    pinned(this.restApi, CfnRestApi, 'RestApi');
    pinned(this.restApi.deploymentStage, CfnStage, 'Stage');
    pinned(plan, CfnUsagePlan, 'UsagePlan');
    return pinned(this.key, CfnApiKey, 'ApiKey');
  }

  /** Leads every path to the function of its audience. */
  open(doors: EntryPoints): void {
    const { root } = this.restApi;
    const answer = (resource: IResource, door: IFunction, apiKeyRequired = false) =>
      resource.addMethod('ANY', new LambdaIntegration(door, { allowTestInvoke: false }), { apiKeyRequired });

    const v1 = root.addResource('v1');
    const referrals = v1.addResource('referrals');
    for (const resource of [
      v1,
      v1.addResource('evidence'),
      referrals,
      referrals.addResource('{reference}'),
      v1.addProxy({ anyMethod: false }),
    ]) {
      answer(resource, doors.api, true);
    }
    answer(v1.addResource('openapi.json'), doors.api);

    for (const part of ['triage', 'staff']) {
      const resource = root.addResource(part);
      for (const each of [resource, resource.addProxy({ anyMethod: false })]) answer(each, doors.staff);
    }

    const shared = root.addResource('shared');
    for (const resource of [shared, shared.addProxy({ anyMethod: false })]) answer(resource, doors.staff);

    const referral = root.addResource('referral');
    for (const resource of [referral, referral.addProxy({ anyMethod: false })]) answer(resource, doors.referral);

    const family = root.addResource('family');
    for (const resource of [family, family.addProxy({ anyMethod: false })]) answer(resource, doors.family);

    const console = root.addResource('console');
    for (const resource of [console, console.addProxy({ anyMethod: false })]) answer(resource, doors.console);

    for (const resource of [root, root.addProxy({ anyMethod: false })]) answer(resource, doors.public);
  }
}
