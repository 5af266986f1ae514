import type { SignInProvider } from '#domain/ports/sign-in.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { endSession } from '../../../access/gain-rights.ts';
import type { HttpResponse } from '../../../http/message.ts';
import { forgetKept } from '../../../keep/forget.ts';
import type { StaffDeps } from '../../deps.ts';
import { accountPage, startAt } from './pages.ts';
import { accountWords } from './words.ts';

/** POST: ends the session here straight away, then leads to where the provider ends its own. */
export function postAccountSignOut(deps: StaffDeps, provider: SignInProvider) {
  return async ({ session }: AreaAccess): Promise<HttpResponse> => {
    await endSession(deps, session);
    const at = session.idToken === undefined ? undefined : await provider.signOutAt(session.idToken);
    if (at === undefined) return forgetKept(signedOutPage(deps));
    const onward = accountPage(deps, {
      title: accountWords.signedOutHere,
      sentences: ['We now take you to where you sign out of your work account.'],
      go: { at, text: accountWords.signOutThere },
      onTo: at,
    });
    return forgetKept(onward);
  };
}

/** GET: where the provider sends someone back to who has signed out there. */
export function getSignedOut(deps: StaffDeps) {
  return async (): Promise<HttpResponse> => signedOutPage(deps);
}

function signedOutPage(deps: StaffDeps): HttpResponse {
  return accountPage(deps, {
    title: accountWords.signedOut,
    sentences: ['If you share this computer, close the browser as well.'],
    go: { at: startAt(deps, undefined), text: accountWords.again },
  });
}
