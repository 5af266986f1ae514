import type { ServiceConfig } from '../service/config.ts';
import { lettersNow } from './letters.ts';
import type { Town } from './stay-and-play.ts';
import type { Team } from './team.ts';

/** The configuration as readers meet it now: with the contact and the days of Stay and Play that the team has set. */
export type SaidNow = ServiceConfig & { readonly stayAndPlay?: readonly Town[] | undefined };

/** What pages say of the service now. Who signs letters is left out, and so is everyone in the team. */
export function saidNow(
  { letters, stayAndPlay }: Pick<Team, 'letters' | 'stayAndPlay'>,
  config: ServiceConfig,
): SaidNow {
  const { phone, hours, email } = lettersNow({ letters }, config);
  return { ...config, contact: { phone, hours, email }, stayAndPlay };
}
