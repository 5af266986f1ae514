import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { smallStepsApp, WITHOUT_BUNDLES } from '#lib/app.ts';
import { parseDeployConfig } from '#lib/config.ts';
import { exampleConfig, ofType, only, synthesised } from './synthesised.ts';

const name = 'portage.example.org';
const zoneId = 'Z0123456789ABCDEFGHIJ';
const parse = (changes: object) => parseDeployConfig(JSON.stringify({ ...exampleConfig, ...changes }), 'a test');
const withDomain = (domain: object) => ({ sesIdentity: undefined, mailDomain: { name, ...domain } });

test('the identity of the sender is signed by DKIM, and undelivered mail returns to a name of its own', () => {
  const resources = synthesised(withDomain({ mailFrom: 'returned' }));

  expect(resources.MailIdentity).toMatchObject({
    Type: 'AWS::SES::EmailIdentity',
    Properties: {
      EmailIdentity: name,
      DkimAttributes: { SigningEnabled: true },
      DkimSigningAttributes: { NextSigningKeyLength: 'RSA_2048_BIT' },
      MailFromAttributes: { MailFromDomain: `returned.${name}`, BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' },
    },
  });
  expect(ofType(resources, 'AWS::Route53::RecordSet')).toEqual([]);
});

test('functions may send from that identity, as from one that was there', () => {
  const rights = (changes: object) => JSON.stringify(ofType(synthesised({ ...changes }), 'AWS::IAM::Policy'));

  expect(rights(withDomain({}))).toBe(rights({}));
});

test('with a zone the stack sets the five records, and asks no one for any', () => {
  const records = ofType(synthesised(withDomain({ zoneId })), 'AWS::Route53::RecordSet').map(
    ([, one]) => one.Properties,
  );

  expect(records.map(({ Type, HostedZoneId }) => [Type, HostedZoneId])).toEqual([
    ...Array(3).fill(['CNAME', zoneId]),
    ['MX', zoneId],
    ['TXT', zoneId],
  ]);
  expect(records[3]).toMatchObject({ Name: `bounce.${name}` });
  expect(records[4]).toMatchObject({ ResourceRecords: ['"v=spf1 include:amazonses.com ~all"'] });
  expect(outputsOf(withDomain({ zoneId }))).toEqual([]);
});

test('without a zone the outputs say which five records someone must set', () => {
  expect(outputsOf(withDomain({}))).toHaveLength(5);
});

function outputsOf(changes: object): string[] {
  const { Outputs } = Template.fromStack(smallStepsApp(parse(changes), WITHOUT_BUNDLES).stack).toJSON();
  return Object.keys(Outputs).filter((output) => output.startsWith('MailRecord'));
}

test('an identity that is there stays as it is', () => {
  expect(ofType(synthesised(), 'AWS::SES::EmailIdentity')).toEqual([]);
});

test('the topic of the alarms is named, for the command that asks who has confirmed', () => {
  const { stack } = smallStepsApp(parse({}), WITHOUT_BUNDLES);
  const topic = ofType(synthesised(), 'AWS::SNS::Topic')[0]?.[0];

  expect(only(synthesised(), 'AWS::SNS::Topic')).toBeDefined();
  expect(Template.fromStack(stack).toJSON().Outputs).toMatchObject({ AlarmTopicArn: { Value: { Ref: topic } } });
});

test.each([
  [
    'a domain that is not of the sender',
    { mailDomain: { name: 'example.org' }, sesIdentity: undefined },
    'mailDomain.name: ',
  ],
  ['an identity beside the domain', { mailDomain: { name } }, 'sesIdentity: must be left out'],
  [
    'a domain in capitals',
    { ...withDomain({ name: 'Portage.example.org' }) },
    'mailDomain.name: must be a name such as',
  ],
  ['a name of two words for what returns', withDomain({ mailFrom: 'mail.bounce' }), 'mailDomain.mailFrom: '],
  ['a zone by its name', withDomain({ zoneId: 'example.org' }), 'mailDomain.zoneId: '],
  ['an unknown setting', withDomain({ dkim: true }), 'mailDomain: Unrecognized key'],
])('%s is refused (malformed)', (_kind, changes, message) => {
  expect(() => parse(changes)).toThrow(message);
});
