import { timeInWords } from '#domain/values/dates.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import { type Issued, issueCode } from '../../access/codes.ts';
import { addGrant, readSession } from '../../access/sessions.ts';
import type { StaffLink } from '../../access/staff-link.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page, say } from '../../layout/page.ts';
import { codePage } from '../code/form.ts';
import type { StaffDeps } from '../deps.ts';
import { codeWords } from '../words.ts';

/** GET of a link: the reference and a form, nothing else. Mail scanners may open it as often as they like. */
export function getLink(deps: StaffDeps) {
  return async ({ token, link }: StaffLink): Promise<HttpResponse> => {
    const data = { token, minutes: deps.policy.codeMinutes };
    return page(deps, { template: 'staff/link/link.njk', title: `Referral ${link.reference}`, data });
  };
}

/** POST of a link: on to the page where this mailbox has shown itself already, else a code to the mailbox. */
export function postLink(deps: StaffDeps) {
  return async (live: StaffLink, _parameters: Parameters, request: HttpRequest): Promise<HttpResponse> => {
    const { link, work, person, actor: by } = live;
    const open = await readSession(deps, request, 'STAFF');
    const isTheirs = open?.session.person === person.id && sameMailbox(open.session.mailbox, person.mailbox);
    if (!isTheirs) return sendCode(deps, live);
    await addGrant(deps.access, open.session, { reference: link.reference, taskId: work.id, purpose: 'TASK' });
    const { reference } = link;
    await deps.access.recordReading({ reference, at: deps.now(), by, what: 'LINK_OPENED', taskId: work.id });
    return seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${work.id}`));
  };
}

async function sendCode(deps: StaffDeps, { link, person, token }: StaffLink): Promise<HttpResponse> {
  const issued: Issued = await issueCode(deps, person.mailbox);
  if (issued.kind === 'REFUSED') return tooManyCodes(deps, issued.againAt);
  const { serviceName, councilName, contact } = deps.config;
  const mail = deps.renderCode({
    serviceName,
    councilName,
    contact,
    code: issued.code,
    minutes: deps.policy.codeMinutes,
  });
  const tags = { reference: link.reference, noticeId: 'CODE' };
  const sent = await deps.mailer.send({ to: person.mailbox, ...mail, tags });
  if ('messageId' in sent) return codePage(deps, { token, reference: link.reference });
  deps.log.error('code-refused', { reference: link.reference, why: sent.refused });
  return say(
    deps,
    502,
    'We could not send the code',
    'The mail service does not deliver to this address.',
    'Contact us, because the address may be wrong.',
  );
}

function tooManyCodes(deps: StaffDeps, againAt: string): HttpResponse {
  const said = say(
    deps,
    429,
    codeWords.tooMany,
    `We sent ${deps.policy.codeBurst} codes to this mailbox in a short time. You can get a new one from ${timeInWords(againAt)}.`,
    'If you did not ask for them, contact us.',
  );
  const seconds = Math.max(1, Math.ceil((Date.parse(againAt) - Date.parse(deps.now())) / 1000));
  return { ...said, headers: { ...said.headers, 'retry-after': String(seconds) } };
}
