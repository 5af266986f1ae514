import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnConfigurationSetEventDestination, ConfigurationSet, ConfigurationSetTlsPolicy } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { DeployConfig } from './config.ts';

/**
 * How mail leaves: always encrypted on the way, never with opens or clicks tracked (tracking rewrites private links), and
 * whatever comes back is put on the event bus.
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
  }

  /** Sending as the service's sender, from its verified identity, through this configuration set; nothing else of SES. */
  send(): PolicyStatement[] {
    const { sender, sesIdentity } = this.config;
    const identity = sesIdentity ?? sender.slice(sender.indexOf('@') + 1);
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    return [
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [arn('identity', identity), arn('configuration-set', this.configurationSet.configurationSetName)],
        conditions: { StringEquals: { 'ses:FromAddress': sender } },
      }),
    ];
  }
}
