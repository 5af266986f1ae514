import { withAnswers } from '#domain/case/answered-referral.ts';
import { contentTypeOf } from '#domain/evidence-type.ts';
import { referralSchema } from '#domain/referral/schema.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { say } from '../../layout/page.ts';
import type { TriageDeps } from '../deps.ts';
import { notFound } from '../not-found.ts';
import { standingOf } from '../task/standing.ts';

const SECONDS = 60;

/**
 * Opens one document for a minute: the very version that was checked, or the newest of one that was sent since; only when
 * the scan found nothing and it is of a type that is taken. A reading.
 */
export function getEvidence(deps: TriageDeps) {
  return async (request: HttpRequest, { taskId = '', index = '' }: Parameters): Promise<HttpResponse> => {
    const standing = await standingOf(deps, request, taskId);
    if (standing.kind !== 'OPEN' || !/^\d{1,3}$/.test(index)) return notFound(deps);
    const { theCase, session } = standing;
    const { reference, caller } = theCase;
    const [stored, check] = await Promise.all([
      deps.referrals.readReferral(reference),
      deps.cases.readCheck(reference, theCase.checks),
    ]);
    const referral = referralSchema.safeParse(stored?.body);
    const item = referral.success ? withAnswers(referral.data, theCase).evidence[Number(index)] : undefined;
    if (item?.evidenceId === undefined) return notFound(deps);
    const versionId = check?.evidence.find((known) => known.index === Number(index))?.versionId;
    const file = await deps.evidence.inspect(caller, item.evidenceId, versionId);
    if (!file)
      return say(
        deps,
        404,
        'This document is not there',
        'Its file was lost or never arrived. Ask the referrer for it.',
      );
    if (file.scan === 'HARMFUL')
      return say(
        deps,
        403,
        'This document cannot be opened',
        'Harmful content was found in it. Ask the referrer for another copy.',
      );
    if (file.scan === 'PENDING')
      return say(
        deps,
        409,
        'This document cannot be opened yet',
        'It is still being checked for harmful content. Try again in a few minutes.',
      );
    if (contentTypeOf(file.head) === undefined)
      return say(
        deps,
        403,
        'This document cannot be opened',
        'It is not a PDF, JPEG, PNG or Word (DOCX) document. Ask the referrer for another copy.',
      );
    await deps.access.recordReading({ reference, at: deps.now(), by: session.mailbox, what: `EVIDENCE_${index}` });
    return seeOther(await deps.evidence.downloadUrl(caller, item.evidenceId, file.versionId, SECONDS));
  };
}
