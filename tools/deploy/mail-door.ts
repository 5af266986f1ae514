import type { DeployConfig } from '#lib/config.ts';
import { mailDoorRefused } from '#lib/mail-regions.ts';
import type { BeforeDeployment } from './before.ts';
import { type FindRegion, query, type SignedCall } from './signed-call.ts';
import { elements } from './xml.ts';

type Door = Pick<DeployConfig, 'mailDoor' | 'mailDoorAddress' | 'mailDoorRegion'>;

/** Refuses a region in which SES receives no email, where the configuration has an address for emails. */
export function regionReceives({ config, region }: { config: Door; region: FindRegion }): BeforeDeployment {
  return {
    about: 'the region of mailDoor',
    look: async () => [mailDoorRefused(config, await region()) ?? []].flat(),
  };
}

/** Says that emails to the service do not arrive: of all sets of rules in a region one is active, which no template chooses. */
export function emailsArrive({ call, config }: { call: SignedCall; config: Door }): BeforeDeployment {
  const { mailDoor, mailDoorAddress: address = '' } = config;
  return {
    about: 'the active rule set of SES',
    right: 'ses:DescribeActiveReceiptRuleSet',
    look: async () => {
      if (mailDoor === 'off') return [];
      const asked = query('ses', 'DescribeActiveReceiptRuleSet', '2010-12-01', {});
      const xml = String(await call({ ...asked, host: 'email' }));
      const received = elements(xml, 'Recipients').flatMap((recipients) => elements(recipients, 'member'));
      if (received.some((one) => one.toLowerCase() === address.toLowerCase())) return [];
      return [
        `Email to ${address} does not arrive: no rule of the active rule set of SES in this region is for it. See "Email to the service" in docs/deploying.md.`,
      ];
    },
  };
}
