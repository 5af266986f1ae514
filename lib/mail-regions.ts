import type { DeployConfig } from './config.ts';

/**
 * The regions in which SES receives email, as far as we know. AWS adds to them without telling us: `mailDoorRegion` of a
 * configuration names one that is not here. Sources, looked up on 1 December 2026: AWS General Reference, "Amazon Simple Email
 * Service endpoints and quotas", email receiving endpoints, as of January 2024. The last two lines have what came after it: people
 * publish email that was received there, or services that run on it.
 */
const RECEIVING: ReadonlySet<string> = new Set([
  ...['us-east-1', 'us-east-2', 'us-west-2', 'ca-central-1'],
  ...['eu-west-1', 'eu-west-2', 'eu-central-1'],
  ...['ap-northeast-1', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3'],
  ...['ap-northeast-2', 'ap-south-1', 'eu-north-1', 'eu-south-1', 'eu-west-3', 'sa-east-1'],
  'us-west-1',
]);

type Door = Pick<DeployConfig, 'mailDoor' | 'mailDoorRegion'>;

/** Why the address for emails cannot be had in this region, in one line; undefined where it can, or where none is asked for. */
export function mailDoorRefused({ mailDoor, mailDoorRegion }: Door, region: string): string | undefined {
  if (mailDoor === 'off' || RECEIVING.has(region) || mailDoorRegion === region) return undefined;
  return `mailDoor: AWS receives no email in ${region}, as far as we know. Set it to "off" and have emails uploaded, or deploy to another region. Where AWS says that it does, set "mailDoorRegion": "${region}".`;
}
