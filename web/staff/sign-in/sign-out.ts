import type { AreaAccess } from '../../access/area-guard.ts';
import { endSession } from '../../access/gain-rights.ts';
import type { HttpResponse } from '../../http/message.ts';
import { forgetKept } from '../../keep/forget.ts';
import { say } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import { signInWords } from './words.ts';

/** POST: ends the session at once. */
export function postSignOut(deps: StaffDeps) {
  return async ({ session }: AreaAccess): Promise<HttpResponse> => {
    await endSession(deps, session);
    const again = 'To sign in again, open a link in one of our emails or the staff area.';
    return forgetKept(say(deps, 200, signInWords.signedOut, again));
  };
}
