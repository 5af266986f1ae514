import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, type CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

/** What a rule found is never kept: it can quote a body or a query, and so a name. */
export const HIDDEN: CfnWebACL.DataProtectionConfigProperty = {
  dataProtections: ['BODY', 'QUERY_STRING'].map((fieldType) => ({ field: { fieldType }, action: 'SUBSTITUTION' })),
};

/** Headers that can hold a secret or an address of a page. */
const SECRET_HEADERS = ['cookie', 'authorization', 'x-api-key', 'referer'];

/**
 * Logs each request that a rule blocked or counted, with the rule's name and labels, and without path, query or secret
 * headers. Any other request leaves no line.
 */
export function firewallLog(scope: Construct, acl: CfnWebACL, retention: number): void {
  const log = new LogGroup(scope, 'Log', {
    // AWS WAF writes only to a log group whose name begins like this.
    logGroupName: `aws-waf-logs-${Stack.of(scope).stackName}`,
    retention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  new CfnLoggingConfiguration(scope, 'Logging', {
    resourceArn: acl.attrArn,
    logDestinationConfigs: [
      Stack.of(scope).formatArn({
        service: 'logs',
        resource: 'log-group',
        resourceName: log.logGroupName,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    ],
    redactedFields: [
      { uriPath: {} },
      { queryString: {} },
      ...SECRET_HEADERS.map((Name) => ({ singleHeader: { Name } })),
    ],
    loggingFilter: {
      DefaultBehavior: 'DROP',
      Filters: [
        {
          Behavior: 'KEEP',
          Requirement: 'MEETS_ANY',
          Conditions: ['BLOCK', 'COUNT'].map((Action) => ({ ActionCondition: { Action } })),
        },
      ],
    },
  });
}
