import type { Notice } from '#domain/notices/notice.ts';
import { putRightSchema } from '#domain/notices/notice.ts';
import { linkIn } from '#domain/notices/put-right.ts';
import { reachedNoOne } from '#domain/notices/reached-no-one.ts';
import type { CaseSeen } from '../../access/console-case.ts';
import { instantInWords } from '../../access/instants.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { codeInWords } from '../../components/record/words.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { caseAt, noticeAt } from '../address.ts';
import { addresseeAsRole } from '../case/lines.ts';
import { caseWords } from '../case/words.ts';
import { consolePage } from '../console-page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { noticeReasonWords, noticeStateInWords, noticeWords, putRightWhats, refusalWords } from './words.ts';

/** What a press came to, and what was typed with it. */
interface Pressed {
  readonly status?: number;
  readonly notice?: string;
  readonly problems?: readonly { readonly path: string; readonly message: string }[];
  readonly reason?: string;
}

/** GET: what became of one email, and how it is put right. That it is read is written down before it is shown. */
export function getNotice(deps: ConsoleDeps) {
  return (access: CaseSeen, { id = '' }: Parameters): Promise<HttpResponse> => noticePage(deps, access, id, {});
}

/** POST: sends it again, with a new link where that is asked for, or says that nothing more is to be done, once, or the page again with what is missing. */
export function postNotice(deps: ConsoleDeps) {
  return async (access: CaseSeen, fields: FormFields, { id = '' }: Parameters): Promise<HttpResponse> => {
    const { reason = '' } = fields;
    const what = putRightSchema.safeParse(fields.what);
    if (!what.success) return noticePage(deps, access, id, { reason });
    const command = { reference: access.theCase.reference, noticeId: id, what: what.data, reason };
    const result = await deps.putNoticeRight(command, access.actor);
    if (result.kind === 'DONE') return noticePage(deps, access, id, { notice: putRightWhats[result.what] });
    if (result.kind === 'REFUSED')
      return noticePage(deps, access, id, { status: 409, notice: refusalWords[result.why] });
    const problems = inCommandWords(noticeReasonWords, result.problems);
    return noticePage(deps, access, id, { status: 422, problems, reason });
  };
}

async function noticePage(
  deps: ConsoleDeps,
  access: CaseSeen,
  id: string,
  { status = 200, notice, problems = [], reason = '' }: Pressed,
): Promise<HttpResponse> {
  const { theCase, actor: by } = access;
  const { reference } = theCase;
  const entry = /^[\w-]{1,300}$/.test(id) ? await deps.notices.readNotice(reference, id) : undefined;
  if (!entry) return notFound(deps);
  await deps.access.recordReading({ reference, at: deps.now(), by, what: 'CONSOLE' });
  const base = parseBaseUrl(deps.baseUrl).path;
  return consolePage(deps, access, {
    status,
    template: 'console/notice/notice.njk',
    title: noticeWords.title(codeInWords(entry.kind)),
    data: {
      ...{ words: noticeWords, notice, problems, reason, facts: factsOf(entry), at: base + noticeAt(reference, id) },
      back: { href: base + caseAt(reference), text: noticeWords.back(reference) },
      before: (entry.putRight ?? []).map(({ at, what }) => `${instantInWords(at)}: ${whatInWords(what)}`),
      ...{ isUnderWay: entry.state === 'CLAIMED', hasFailed: reachedNoOne(entry), hasLink: linkIn(entry) !== null },
    },
  });
}

function factsOf({ to, state, why, delivery, attempts, claimedAt, settledAt = claimedAt }: Notice) {
  const came = [delivery, why].flatMap((code) => (code === undefined ? [] : [codeInWords(code)]));
  return [
    { what: caseWords.to, said: addresseeAsRole(to) },
    { what: caseWords.state, said: noticeStateInWords(state) },
    { what: caseWords.when, said: instantInWords(settledAt) },
    { what: caseWords.tries, said: `${attempts}` },
    ...(came.length > 0 ? [{ what: caseWords.delivery, said: came.join(', ') }] : []),
  ];
}

function whatInWords(what: string): string {
  const known = putRightSchema.safeParse(what);
  return known.success ? putRightWhats[known.data] : codeInWords(what);
}
