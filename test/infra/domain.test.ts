import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { smallStepsApp, WITHOUT_BUNDLES } from '#lib/app.ts';
import { parseDeployConfig } from '#lib/config.ts';
import { exampleConfig, ofType, only, type Resources, synthesised } from './synthesised.ts';

const CERTIFICATE = 'arn:aws:acm:eu-west-2:111122223333:certificate/0d1c2b3a-1111-2222-3333-444455556666';
const domain = { name: 'referrals.example.org', certificateArn: CERTIFICATE };
const zoneId = 'Z0123456789ABCDEFGHIJ';

const parse = (changes: object) => parseDeployConfig(JSON.stringify({ ...exampleConfig, ...changes }), 'a test');
const outputsOf = (changes: object): Record<string, { Value: unknown }> =>
  Template.fromStack(smallStepsApp(parse(changes), WITHOUT_BUNDLES).stack).toJSON().Outputs;
const deploymentOf = (resources: Resources) => ofType(resources, 'AWS::ApiGateway::Deployment').map(([id]) => id);

test('a domain is set up with the certificate that is named, in front of the stage, under pinned ids', () => {
  const resources = synthesised({ domain });

  expect(resources.DomainName?.Properties).toMatchObject({
    DomainName: domain.name,
    RegionalCertificateArn: CERTIFICATE,
    EndpointConfiguration: { Types: ['REGIONAL'] },
    SecurityPolicy: 'TLS_1_2',
  });
  expect(resources.DomainMapping?.Properties).toEqual({
    DomainName: { Ref: 'DomainName' },
    RestApiId: { Ref: 'RestApi' },
    Stage: { Ref: 'Stage' },
  });
  expect(ofType(resources, 'AWS::CertificateManager::Certificate')).toEqual([]);
});

test('without a zone the stack says which record to set; with one it makes the record', () => {
  const made = synthesised({ domain: { ...domain, zoneId } });

  expect(outputsOf({ domain })).toMatchObject({
    DomainRecord: { Value: domain.name },
    DomainTarget: { Value: { 'Fn::GetAtt': ['DomainName', 'RegionalDomainName'] } },
  });
  expect(ofType(synthesised({ domain }), 'AWS::Route53::RecordSet')).toEqual([]);
  expect(only(made, 'AWS::Route53::RecordSet').Properties).toMatchObject({
    HostedZoneId: zoneId,
    Name: domain.name,
    Type: 'A',
    AliasTarget: {
      DNSName: { 'Fn::GetAtt': ['DomainName', 'RegionalDomainName'] },
      HostedZoneId: { 'Fn::GetAtt': ['DomainName', 'RegionalHostedZoneId'] },
    },
  });
  expect(outputsOf({ domain: { ...domain, zoneId } })).not.toHaveProperty('DomainTarget');
});

test('the old address stays open until it is closed, which is a new deployment of the API', () => {
  const open = synthesised({ domain });
  const closed = synthesised({ domain: { ...domain, closeOldAddress: true } });

  expect(open.RestApi?.Properties.DisableExecuteApiEndpoint).toBe(false);
  expect(closed.RestApi?.Properties.DisableExecuteApiEndpoint).toBe(true);
  expect(deploymentOf(closed)).not.toEqual(deploymentOf(open));
  expect(synthesised().RestApi?.Properties.DisableExecuteApiEndpoint).toBe(false);
});

test('links begin with the domain, whether or not the configuration says so twice', () => {
  expect(parse({ domain, baseUrl: undefined }).baseUrl).toBe('https://referrals.example.org');
  expect(parse({ domain }).baseUrl).toBe('https://referrals.example.org');
});

test.each([
  [
    'another address than the domain',
    { baseUrl: 'https://elsewhere.example.org', domain },
    'baseUrl: must be https://',
  ],
  ['a domain that is an address', { domain: { ...domain, name: 'https://referrals.example.org' } }, 'domain.name: '],
  ['a domain in capitals', { domain: { ...domain, name: 'Referrals.example.org' } }, 'domain.name: '],
  ['a domain without its certificate', { domain: { name: domain.name } }, 'domain.certificateArn: '],
  ['a certificate that is no ARN', { domain: { ...domain, certificateArn: 'abc' } }, 'domain.certificateArn: '],
  ['a zone by its name', { domain: { ...domain, zoneId: 'example.org' } }, 'domain.zoneId: '],
  ['an unknown flag', { domain: { ...domain, closeAddress: true } }, 'domain: Unrecognized key'],
])('%s is refused (malformed)', (_kind, changes, message) => {
  expect(() => parse(changes)).toThrow(message);
});
