import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { sample } from './sample/all.ts';

const configSchema = z.object({
  triagers: z.array(z.email()),
  serviceManager: z.email(),
  dutyMailbox: z.email(),
  advisoryTeacherMailbox: z.email(),
});
const config = configSchema.parse(
  JSON.parse(readFileSync(new URL('../../local/config.json', import.meta.url), 'utf8')),
);

export const triagerMailboxes = config.triagers;

const roles = new Map([
  ...sample.map(({ body }): [string, string] => [body.referrer.email, 'the referrer']),
  ...sample.flatMap(({ body }) =>
    body.family.parents.map(({ email }): [string, string] => [email ?? '', 'the family']),
  ),
  ...config.triagers.map((mailbox, index): [string, string] => [mailbox, `triager ${index + 1}`]),
  [config.serviceManager, 'the service manager'],
  [config.dutyMailbox, 'the duty team'],
  [config.advisoryTeacherMailbox, 'the advisory teachers'],
]);

/** The part that the owner of an address plays here. */
export function roleOf(address: string): string {
  return roles.get(address) ?? 'someone else';
}
