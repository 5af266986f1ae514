import type { Case } from '#domain/case/case.ts';
import { type HandOverStanding, handOverStanding } from '#domain/case/hand-over.ts';
import { referrerOf } from '#domain/case/referrer.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { addGrant } from '../../access/sessions.ts';
import { statusInWords } from '../../components/record/status.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { page, say } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { posted, type Visit, visited } from '../visit.ts';

/** GET of the question to a colleague whether they take a referral over. It does nothing. */
export function getTakeOver(deps: ReferralDeps) {
  return visited(deps, 'HANDOVER', async (visit) => {
    const standing = handOverStanding(visit.theCase, visit.grant.taskId, deps.now());
    return standing === 'OPEN' ? takeOverPage(deps, visit) : otherwise(deps, visit, standing);
  });
}

/** POST: it is theirs from now on, and this browser may follow it. Pressed twice it is still once. */
export function postTakeOver(deps: ReferralDeps) {
  return posted(deps, 'HANDOVER', async (visit) => {
    const { grant, session } = visit;
    const { reference, taskId: id = '' } = grant;
    return otherwise(deps, visit, await deps.takeOverReferral({ reference, id, mailbox: session.mailbox }));
  });
}

async function otherwise(
  deps: ReferralDeps,
  { theCase, session }: Visit,
  standing: Exclude<HandOverStanding, 'OPEN'>,
): Promise<HttpResponse> {
  const { reference } = theCase;
  if (standing === 'TAKEN') {
    await addGrant(deps.access, session, { reference, purpose: 'STATUS' });
    return seeOther(absoluteUrl(deps.baseUrl, `/referral/${reference}/status`));
  }
  const title = `Referral ${reference} cannot be taken over`;
  return say(deps, 409, title, whys[standing], 'Talk with the colleague who asked you, or ask us.');
}

const whys: Record<Exclude<HandOverStanding, 'OPEN' | 'TAKEN'>, string> = {
  REPLACED: 'There is a newer request, to you or to somebody else, or it has been taken over already.',
  CLOSED: 'It has ended here.',
  EXPIRED: 'The request to you has run out.',
};

function takeOverPage(deps: ReferralDeps, { theCase, referral, csrf, session }: Visit): HttpResponse {
  const { name, email } = referrerOf(theCase, referral);
  const { reference } = theCase;
  const data = {
    ...{ csrf, reference, mailbox: session.mailbox, isAsked: theCase.task?.kind === 'REFERRER' },
    where: statusInWords(theCase.status),
    receivedOn: plainDate(londonDateOf(theCase.receivedAt)),
    from: [name, email].filter((word) => word !== undefined).join(', '),
    until: untilOf(theCase),
  };
  const title = `Will you take over referral ${reference}?`;
  return page(deps, { template: 'referral/take-over/take-over.njk', title, data });
}

function untilOf({ handOver }: Case): string {
  return handOver ? plainDate(londonDateOf(handOver.expiresAt)) : '';
}
