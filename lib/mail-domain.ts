import { CfnOutput, Stack } from 'aws-cdk-lib';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import { CfnEmailIdentity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { DeployConfig } from './config.ts';

interface MailRecord {
  readonly id: string;
  readonly name: string;
  readonly type: 'CNAME' | 'MX' | 'TXT';
  readonly value: string;
}

/**
 * The identity in SES of the domain that email is sent from: signed by DKIM, with returned mail at a name of its own, so
 * that both checks of DMARC name the council. With the id of a zone its five records are made; else the outputs of the
 * stack say which ones someone must set.
 */
export class MailDomain extends Construct {
  constructor(scope: Construct, id: string, domain: NonNullable<DeployConfig['mailDomain']>) {
    super(scope, id);
    const mailFrom = `${domain.mailFrom}.${domain.name}`;
    const identity = new CfnEmailIdentity(this, 'Identity', {
      emailIdentity: domain.name,
      dkimAttributes: { signingEnabled: true },
      dkimSigningAttributes: { nextSigningKeyLength: 'RSA_2048_BIT' },
      // Without the MX record mail still leaves, by the domain of SES: a record that was deleted must stop no email.
      mailFromAttributes: { mailFromDomain: mailFrom, behaviorOnMxFailure: 'USE_DEFAULT_VALUE' },
    });
    identity.overrideLogicalId('MailIdentity');
    for (const record of recordsOf(identity, mailFrom)) {
      if (domain.zoneId === undefined) this.say(record);
      else this.set(record, domain.zoneId);
    }
  }

  private say({ id, name, type, value }: MailRecord): void {
    new CfnOutput(this, id, { value: `${name} ${type} ${value}` }).overrideLogicalId(id);
  }

  private set({ id, name, type, value }: MailRecord, hostedZoneId: string): void {
    const props = { hostedZoneId, name, type, ttl: '1800', resourceRecords: [value] };
    new CfnRecordSet(this, id, props).overrideLogicalId(id);
  }
}

function recordsOf(identity: CfnEmailIdentity, mailFrom: string): MailRecord[] {
  const { attrDkimDnsTokenName1: name1, attrDkimDnsTokenValue1: value1 } = identity;
  const { attrDkimDnsTokenName2: name2, attrDkimDnsTokenValue2: value2 } = identity;
  const { attrDkimDnsTokenName3: name3, attrDkimDnsTokenValue3: value3 } = identity;
  const returned = `10 feedback-smtp.${Stack.of(identity).region}.amazonses.com`;
  return [
    { id: 'MailRecordDkim1', name: name1, type: 'CNAME', value: value1 },
    { id: 'MailRecordDkim2', name: name2, type: 'CNAME', value: value2 },
    { id: 'MailRecordDkim3', name: name3, type: 'CNAME', value: value3 },
    { id: 'MailRecordReturned', name: mailFrom, type: 'MX', value: returned },
    { id: 'MailRecordSpf', name: mailFrom, type: 'TXT', value: '"v=spf1 include:amazonses.com ~all"' },
  ];
}
