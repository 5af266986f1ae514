import * as z from 'zod';
import { stored } from '../values/stored.ts';

/** Another service to which the team redirects: its code here, its name, its mailbox, and whether it can be chosen still. */
export const serviceSchema = stored({
  code: z.string(),
  name: z.string(),
  mailbox: z.string(),
  isOffered: z.boolean(),
  /** Whether it decides with us on who gets a place in Little Treasures. */
  decides: z.boolean().optional(),
});
export type SetService = z.infer<typeof serviceSchema>;

type Team = { readonly services?: readonly SetService[] | undefined };

const PREFIX = 'SERVICE_';

/** Whether this is the code of a service that the team has set. It is given once, and no other service gets it. */
export function isSetService(code: string): boolean {
  return code.startsWith(PREFIX);
}

/** The code of the service that is added after so many. */
export function nextServiceCode(before: number): string {
  return `${PREFIX}${before + 1}`;
}

/** The services that can be chosen now, in the order in which they were added. */
export function servicesOffered({ services = [] }: Team): readonly SetService[] {
  return services.filter(({ isOffered }) => isOffered);
}

/** Little Treasures is decided with two services at the least: SEND Support and Physiotherapy. */
export const FEWEST_THAT_DECIDE = 2;

/** The services that decide with us on who gets a place in Little Treasures. */
export function servicesThatDecide({ services = [] }: Team): readonly SetService[] {
  return services.filter(({ decides }) => decides === true);
}

/** How notices name the service with this code. */
export function serviceNamed(code: string): string {
  return `${RECIPIENT}:${code}`;
}
const RECIPIENT = 'SERVICE';

/** The mailbox of the service that notices name so, also of one that can be chosen no longer; undefined of any other name. */
export function serviceMailbox(to: string, { services = [] }: Team): string | undefined {
  return services.find(({ code }) => serviceNamed(code) === to)?.mailbox;
}
