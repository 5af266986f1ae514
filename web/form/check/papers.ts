import { readFamily } from '#application/read-family.ts';
import type { Draft } from '#domain/draft/draft.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { FamilyFacts } from '#domain/safe-contact/facts.ts';
import { isFlagged } from '#domain/safe-contact/flags.ts';
import { mayShow } from '#domain/safe-contact/may-show.ts';
import { isShown } from '#domain/safe-contact/shown-to.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { pathKeys } from '#domain/values/path-text.ts';
import { instantInWords } from '../../access/instants.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import { readBody } from '../body/read-body.ts';
import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import { gonePage } from '../engine/refusals.ts';
import { enteredLine } from '../paper/entered.ts';
import { answerSections } from './rows.ts';
import { isRedirected } from './sent.ts';
import { paperWords } from './words.ts';

type Sent = Draft & { readonly sent: NonNullable<Draft['sent']> };

const isSent = (draft: Draft): draft is Sent => draft.sent !== undefined;

/** GET: what the referrer prints for the family: that the referral arrived, who reads it, when to ring. It names the child. */
export function getReceipt(deps: FormDeps) {
  return ofSent(deps, async (draft) => {
    const from = mayShow('WHEREABOUTS', 'FAMILY', await factsOf(deps, draft)) ? ['referrer.organisation'] : [];
    const said = (...paths: string[]) => paths.map((path) => draft.answers[path]?.trim() ?? '').filter((part) => part);
    return page(deps, {
      template: 'form/check/receipt.njk',
      title: paperWords.receiptTitle,
      data: {
        reference: draft.sent.reference,
        child: said('child.firstName', 'child.lastName').join(' '),
        sentBy: said('referrer.name', ...from).join(', '),
        sentOn: plainDate(londonDateOf(draft.sent.at)),
        isRedirected: isRedirected(deps, draft, draft.sent.at),
        privacy: absoluteUrl(deps.baseUrl, '/privacy'),
        emergencyNumbers: deps.config.emergencyNumbers,
      },
    });
  });
}

/** GET: the answers as one file, to keep and to read without this service. Never emailed. */
export function getCopy(deps: FormDeps) {
  return ofSent(deps, async (draft, at) => {
    const { reference } = draft.sent;
    const facts = await factsOf(deps, draft);
    const sections = answerSections(draft.answers, at).map(({ rows, ...section }) => ({
      ...section,
      rows: rows.filter(({ path }) => path === undefined || isShown(pathKeys(path), 'COPY', facts)),
    }));
    const hidden = isFlagged(facts) ? paperWords.hidden : '';
    const data = { reference, sections, hidden, entered: enteredLine(draft), sentAt: instantInWords(draft.sent.at) };
    return page(deps, {
      template: 'form/check/copy.njk',
      title: paperWords.copyTitle(reference),
      data,
      headers: { 'content-disposition': `attachment; filename="referral-${reference}.html"` },
    });
  });
}

/** What the answers say of safe contact, and what staff and other referrals of the child have said since. */
async function factsOf(deps: FormDeps, { answers, sent }: Sent): Promise<FamilyFacts> {
  const [said, theCase] = [addresseesOf(readBody(answers).body), await deps.cases.readCase(sent.reference)];
  return theCase ? readFamily(deps, theCase, said) : said;
}

/** For a referral that was sent and whose answers are still kept. */
function ofSent(deps: FormDeps, show: (draft: Sent, at: string) => Promise<HttpResponse>) {
  return async ({ draft, at }: DraftRequest): Promise<HttpResponse> => {
    if (draft.erasedAt) return gonePage(deps);
    return isSent(draft) ? show(draft, at) : seeOther(absoluteUrl(deps.baseUrl, `${at}/check`));
  };
}
