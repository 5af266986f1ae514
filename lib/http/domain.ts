import { CfnOutput } from 'aws-cdk-lib';
import { CfnBasePathMapping, CfnDomainName, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import type { DeployConfig } from '../config.ts';

interface DomainProps {
  readonly restApi: RestApi;
  readonly domain: NonNullable<DeployConfig['domain']>;
}

/**
 * The service's own address in front of the API. With the id of a Route 53 zone its record is made; else the stack's outputs
 * say which record someone must set. The certificate comes from outside: one that the stack asks for would hold up the
 * deployment until someone has set the record that proves it. Logical ids are pinned, because mailed links begin with it.
 */
export class OwnDomain extends Construct {
  constructor(scope: Construct, id: string, { restApi, domain }: DomainProps) {
    super(scope, id);
    const name = new CfnDomainName(this, 'Name', {
      domainName: domain.name,
      regionalCertificateArn: domain.certificateArn,
      endpointConfiguration: { types: ['REGIONAL'] },
      securityPolicy: 'TLS_1_2',
    });
    name.overrideLogicalId('DomainName');
    const mapping = new CfnBasePathMapping(this, 'Mapping', {
      domainName: name.ref,
      restApiId: restApi.restApiId,
      stage: restApi.deploymentStage.stageName,
    });
    mapping.overrideLogicalId('DomainMapping');
    if (domain.zoneId === undefined) {
      new CfnOutput(this, 'Record', { value: domain.name }).overrideLogicalId('DomainRecord');
      new CfnOutput(this, 'Target', { value: name.attrRegionalDomainName }).overrideLogicalId('DomainTarget');
      return;
    }
    const record = new CfnRecordSet(this, 'Record', {
      hostedZoneId: domain.zoneId,
      name: domain.name,
      type: 'A',
      aliasTarget: { dnsName: name.attrRegionalDomainName, hostedZoneId: name.attrRegionalHostedZoneId },
    });
    record.overrideLogicalId('DomainRecord');
  }
}
