import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnConfigurationSetEventDestination, ConfigurationSet, ConfigurationSetTlsPolicy } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { DeployConfig } from './config.ts';
import { MailDomain } from './mail-domain.ts';
import { identityOf } from './mail-domain-config.ts';

/**
 * Email always leaves encrypted. Opens and clicks are never tracked, because tracking rewrites private links. Bounces
 * and complaints go to the event bus.
 */
export class Mail extends Construct {
  readonly configurationSet: ConfigurationSet;
  private readonly config: DeployConfig;

  constructor(scope: Construct, id: string, config: DeployConfig) {
    super(scope, id);
    this.config = config;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    });
    new CfnConfigurationSetEventDestination(this, 'Events', {
      configurationSetName: this.configurationSet.configurationSetName,
      eventDestination: {
        enabled: true,
        matchingEventTypes: ['BOUNCE', 'COMPLAINT', 'DELIVERY_DELAY', 'REJECT'],
        eventBridgeDestination: {
          eventBusArn: Stack.of(this).formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' }),
        },
      },
    });
    if (config.mailDomain !== undefined) new MailDomain(this, 'Domain', config.mailDomain);
  }

  /**
   * Allows sending as the service's sender, from its verified identity, through this configuration set, and nothing
   * more of SES.
   */
  send(): PolicyStatement[] {
    const { sender } = this.config;
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    return [
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [
          arn('identity', identityOf(this.config)),
          arn('configuration-set', this.configurationSet.configurationSetName),
        ],
        conditions: { StringEquals: { 'ses:FromAddress': sender } },
      }),
    ];
  }
}
