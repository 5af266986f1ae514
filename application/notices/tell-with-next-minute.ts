import { sentNext } from '#domain/notices/ledger.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { NoticeStore } from '#domain/ports/stores.ts';
import { errorName } from '#domain/problems/errors.ts';
import type { TellNewHolder } from './tell-new-holder.ts';

/** Leaves the email to the sweeper, which sends it with the next minute, once. For a function that may send none. */
export function tellWithNextMinute(deps: {
  readonly notices: Pick<NoticeStore, 'claimNotice'>;
  readonly now: Now;
  readonly log: Log;
}): TellNewHolder {
  return async (reference, owed) => {
    try {
      await deps.notices.claimNotice(sentNext(reference, owed, deps.now()));
      return true;
    } catch (error) {
      deps.log.error('new-holder-not-told', { reference, error: errorName(error) });
      return false;
    }
  };
}
