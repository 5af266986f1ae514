import { plainDate } from '#domain/dates.ts';
import { ageDates } from '#domain/rules/age.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import { notFound } from '../../referrer/not-found.ts';
import { callerOf, type ReferDeps } from '../deps.ts';
import type { Fields, Filling } from '../filling.ts';
import { readBody } from '../read-body.ts';
import { birthDateIn } from '../so-far.ts';
import { stepAt } from '../steps.ts';
import { inspectFile } from './inspect.ts';

/** S3 answers a file that is too large with raw XML, so the form lets more through and the page refuses it. */
const FORM_BYTES = 25 * 1024 * 1024;
const FORM_SECONDS = 60 * 60;

/** GET of the upload form of one document. With `hasCome` the browser was sent back here after an upload. */
export function getFile(deps: ReferDeps, hasCome: boolean) {
  return async (filling: Filling, { page: path = '', entry = '' }: Fields): Promise<HttpResponse> => {
    const { draft, at } = filling;
    const step = stepAt(draft.answers, path, entry);
    if (step?.page.kind !== 'list' || !step.page.hasFiles) return notFound(deps);
    const evidenceId = draft.answers[`${step.page.root}[${step.index}].evidenceId`];
    if (!evidenceId) return notFound(deps);
    const address = `${at}/${step.path}/file`;
    const request = {
      caller: callerOf(draft),
      evidenceId,
      fileName: 'document',
      contentType: 'application/octet-stream',
    };
    const limits = { maxBytes: FORM_BYTES, seconds: FORM_SECONDS };
    const [file, form] = await Promise.all([
      inspectFile(deps, evidenceId, callerOf(draft)),
      deps.evidence.uploadForm({ ...request, ...limits, redirectTo: absoluteUrl(deps.baseUrl, `${address}/arrived`) }),
    ]);
    if (hasCome && file.problem === '') return seeOther(absoluteUrl(deps.baseUrl, `${at}/${step.page.path}`));
    const isWrong = (hasCome || file.isThere) && file.problem !== '';
    const message = file.isThere ? file.problem : 'The file did not arrive. Add it again.';
    const data = {
      problems: isWrong ? [{ path: 'file', message }] : [],
      document: draft.answers[`${step.page.root}[${step.index}].title`] ?? '',
      isThere: file.problem === '',
      upload: { url: form.url, fields: Object.entries(form.fields) },
      list: `${at}/${step.page.path}`,
      lastDay: lastDayIn(deps, filling),
      at,
    };
    const spec = { template: 'refer/file.njk', title: 'Add the file', formOrigins: [new URL(form.url).origin] };
    return page(deps, { ...spec, status: isWrong ? 422 : 200, data });
  };
}

/** The last day on which the referral would be in time, in words; empty while the date of birth is not known. */
function lastDayIn({ policy }: ReferDeps, { draft, today }: Filling): string {
  const dob = birthDateIn(readBody(draft.answers).body);
  return dob === undefined || dob > today ? '' : plainDate(ageDates(dob, today, policy).lastReferralOn);
}
