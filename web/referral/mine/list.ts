import * as z from 'zod';
import type { FollowedPlace } from '#domain/case/followed.ts';
import { isReference } from '#domain/values/reference.ts';
import type { MailboxRequest } from '../../access/mailbox-guard.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { rowOf } from './rows.ts';
import { mineListWords } from './words.ts';

const SHOWS = ['ALL', 'OPEN', 'ENDED'] as const;
type Show = (typeof SHOWS)[number];

/** A place in the list as an address has it: when it was received, and its reference. */
const placeSchema = z.object({ receivedAt: z.iso.datetime(), reference: z.string().refine(isReference) });
const querySchema = z.object({
  show: z.enum(SHOWS).catch('ALL'),
  after: z
    .string()
    .transform((text): unknown => ({ receivedAt: text.split('~')[0], reference: text.split('~')[1] }))
    .pipe(placeSchema)
    .optional()
    .catch(undefined),
});

/** GET: one page of the referrals of this mailbox, the last received first. */
export function getList(deps: ReferralDeps) {
  return async ({ mailbox }: MailboxRequest, _parameters: Parameters, request: HttpRequest): Promise<HttpResponse> => {
    const { show, after } = querySchema.parse(request.query);
    const { rows, next } = await deps.listFollowed({ mailbox, show, ...(after && { after }) });
    const base = parseBaseUrl(deps.baseUrl).path;
    const { title, columns, none, pages } = mineListWords;
    return page(deps, {
      template: 'referral/mine/list.njk',
      title,
      data: {
        ...{ words: mineListWords, of: mineListWords.of(mailbox), empty: none[show] },
        filters: SHOWS.map((one) => ({
          text: mineListWords.show[one],
          href: addressOf(base, one),
          isNow: one === show,
        })),
        head: Object.values(columns).map((label) => ({ label })),
        rows: rows.map((row) => rowOf(row, deps.policy, base)),
        pages: {
          label: pages,
          ...(after && { back: { href: addressOf(base, show), text: mineListWords.first } }),
          ...(next && { next: { href: addressOf(base, show, next), text: mineListWords.next } }),
        },
      },
    });
  };
}

function addressOf(base: string, show: Show, after?: FollowedPlace): string {
  const query = new URLSearchParams({ show, ...(after && { after: `${after.receivedAt}~${after.reference}` }) });
  return `${base}/referral/mine/list?${query}`;
}
