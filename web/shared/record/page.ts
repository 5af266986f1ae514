import { correctedBirthDate } from '#domain/case/corrected.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { SharedRecord } from '../../access/shared-guard.ts';
import type { HttpResponse } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import { page } from '../../layout/page.ts';
import { recordView } from '../../staff/record/record.ts';
import type { SharedDeps } from '../deps.ts';
import { sharedWords } from '../words.ts';

/** GET of a shared referral: what was sent, with its documents. Showing it is a reading, which is written down first. */
export function getRecord(deps: SharedDeps) {
  return async ({ theCase, actor: by }: SharedRecord): Promise<HttpResponse> => {
    const { reference, checks } = theCase;
    const [stored, check] = await Promise.all([
      deps.referrals.readReferral(reference),
      deps.cases.readCheck(reference, checks),
      deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD' }),
    ]);
    if (!stored) return notFound(deps);
    const view = recordView({ theCase, stored, check }, deps.policy, londonDateOf(deps.now()));
    const { glance, development, sections, evidence, assessment, answers, receivedAt } = view;
    const bornOn = correctedBirthDate(theCase);
    return page(deps, {
      template: 'shared/record/record.njk',
      title: `Referral ${reference}`,
      data: {
        ...{ glance, development, sections, evidence, assessment, answers, receivedAt },
        ...{ words: sharedWords, at: `/shared/${reference}` },
        corrected: bornOn === undefined ? '' : sharedWords.corrected(plainDate(bornOn)),
      },
    });
  };
}
