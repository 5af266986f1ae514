import { neverDue, sentFromNow } from '#domain/notices/never-due.ts';
import type { Notice } from '#domain/notices/notice.ts';
import type { WrongItem } from '#domain/ports/reconciler-stores.ts';
import type { Now } from '#domain/ports/services.ts';
import type { NoticeStore } from '#domain/ports/stores.ts';

/** An email that was begun and that the sweeper would look at only at an instant which no one meant: it goes with its next run. */
export function compareNotice(deps: { readonly notices: Pick<NoticeStore, 'saveNotice'>; readonly now: Now }) {
  return (notice: Notice): WrongItem | undefined => {
    if (!neverDue(notice, deps.now())) return undefined;
    const putRight = () => deps.notices.saveNotice(sentFromNow(notice, deps.now()), notice.attempts);
    return { reference: notice.reference, item: 'NOTICE', fault: 'NEVER_DUE', putRight };
  };
}
