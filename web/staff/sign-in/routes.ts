import { areaGuard } from '../../access/area-guard.ts';
import { posted } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { getCallback } from './account/callback.ts';
import { getSignedOut, postAccountSignOut } from './account/sign-out.ts';
import { getAccountSignIn, getStart } from './account/start.ts';
import { postEnter } from './enter.ts';
import { getSignIn, postSignIn } from './page.ts';
import { postSignOut } from './sign-out.ts';

/** The ways in and out of the staff area. Where staff sign in with their work accounts there is no door for codes. */
export function signInRoutes(deps: StaffDeps): Route[] {
  const anyone = areaGuard(deps);
  const { signIn } = deps;
  if (signIn === undefined) {
    return [
      { method: 'GET', pattern: '/staff/sign-in', handle: getSignIn(deps) },
      { method: 'POST', pattern: '/staff/sign-in', handle: postSignIn(deps) },
      { method: 'POST', pattern: '/staff/sign-in/code', handle: postEnter(deps) },
      { method: 'POST', pattern: '/staff/sign-out', handle: posted(deps, anyone, postSignOut(deps)) },
    ];
  }
  return [
    { method: 'GET', pattern: '/staff/sign-in', handle: getAccountSignIn(deps) },
    { method: 'GET', pattern: '/staff/sign-in/start', handle: getStart(deps, signIn) },
    { method: 'GET', pattern: '/staff/sign-in/callback', handle: getCallback(deps, signIn) },
    { method: 'GET', pattern: '/staff/sign-in/signed-out', handle: getSignedOut(deps) },
    { method: 'POST', pattern: '/staff/sign-out', handle: posted(deps, anyone, postAccountSignOut(deps, signIn)) },
  ];
}
