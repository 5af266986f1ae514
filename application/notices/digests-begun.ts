import { digestDay } from '#domain/notices/digest.ts';
import type { Notice } from '#domain/notices/notice.ts';
import type { NoticeStore } from '#domain/ports/stores.ts';
import { addDays, londonDateOf } from '#domain/values/dates.ts';

/**
 * The digests of one person, by their id, that may have told what is held here: from the day on which it was to go until today.
 * More than one day only where the sweeper was away overnight.
 */
export async function digestsBegun(
  { notices }: { readonly notices: Pick<NoticeStore, 'readNotice'> },
  id: string,
  { heldUntil = '' }: Pick<Notice, 'heldUntil'>,
  today: string,
): Promise<Notice[]> {
  const planned = heldUntil === '' ? today : londonDateOf(heldUntil);
  const begun: Notice[] = [];
  for (let day = planned < today ? planned : today; day <= today; day = addDays(day, 1)) {
    const digest = await notices.readNotice(digestDay(day), id);
    if (digest) begun.push(digest);
  }
  return begun;
}
