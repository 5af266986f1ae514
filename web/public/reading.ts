import { evidenceNames, shareInWords } from '#domain/notices/words.ts';
import { townsInLetters } from '#domain/people/stay-and-play.ts';
import { otherHelpLimit } from '#domain/rules/hours.ts';
import { describeService } from '#domain/service/description.ts';
import type { HttpResponse } from '../http/message.ts';
import { KEPT_HOURS } from '../keep/words.ts';
import { page } from '../layout/page.ts';
import type { PublicDeps } from './deps.ts';

/** A page of information: the facts of the service, the numbers of the policy and the emergency numbers. */
export function reading(deps: PublicDeps, template: string, title: string) {
  const { config, policy } = deps;
  const service = describeService(policy, config.description);
  const { emergencyNumbers } = config;
  const accepted = policy.acceptedEvidence.map((kind) => evidenceNames[kind]);
  const judged = policy.judgedEvidence.map((kind) => evidenceNames[kind]);
  const delayShare = shareInWords(policy.delayFraction);
  const shares = { delayShare, otherHelpLimit: otherHelpLimit(policy) };
  const withAccount = config.access.mode === 'sign-in';
  const stayAndPlay = townsInLetters(config);
  const keptHours = KEPT_HOURS;
  const data = { keptHours, service, stayAndPlay, policy, emergencyNumbers, accepted, judged, withAccount, ...shares };
  return async (): Promise<HttpResponse> => page(deps, { template, title, data });
}
