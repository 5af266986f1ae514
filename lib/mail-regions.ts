import type { DeployConfig } from './config.ts';

/**
 * The regions in which SES receives email. AWS adds to them: where yours is new, add it here. Source: AWS General Reference,
 * "Amazon Simple Email Service endpoints and quotas", email receiving endpoints. The last line has what AWS added after the
 * table that we read, as others receive email there. Looked up on 1 December 2026.
 */
const RECEIVING: ReadonlySet<string> = new Set([
  ...['us-east-1', 'us-east-2', 'us-west-2', 'ca-central-1'],
  ...['eu-west-1', 'eu-west-2', 'eu-central-1'],
  ...['ap-northeast-1', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3'],
  ...['ap-northeast-2', 'ap-south-1', 'eu-north-1', 'eu-south-1', 'eu-west-3', 'sa-east-1'],
]);

/** Why the address for emails cannot be had in this region, in one line; undefined where it can, or where none is asked for. */
export function mailDoorRefused(config: Pick<DeployConfig, 'mailDoor'>, region: string): string | undefined {
  if (config.mailDoor === 'off' || RECEIVING.has(region)) return undefined;
  return `mailDoor: AWS receives no email in ${region}. Set it to "off" and have emails uploaded, or deploy to another region. lib/mail-regions.ts lists them.`;
}
