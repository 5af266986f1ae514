import { absoluteUrl } from '../../http/base-url.ts';
import { seeOther } from '../../http/message.ts';
import type { Route } from '../../http/router.ts';
import type { FormDeps } from '../deps.ts';
import { getEntry, getStaff, postStaff } from './ask.ts';
import { postEntry } from './begin.ts';

/** The door for codes. Where staff sign in with their work accounts there is none, and its address leads to the staff area. */
export function paperRoutes(deps: FormDeps): Route[] {
  if (deps.config.access.mode === 'sign-in') {
    const handle = async () => seeOther(absoluteUrl(deps.baseUrl, '/staff/paper'));
    return [{ method: 'GET', pattern: '/refer/staff', handle }];
  }
  return [
    { method: 'GET', pattern: '/refer/staff', handle: getStaff(deps) },
    { method: 'POST', pattern: '/refer/staff', handle: postStaff(deps) },
    { method: 'GET', pattern: '/refer/staff/code', handle: getEntry(deps) },
    { method: 'POST', pattern: '/refer/staff/code', handle: postEntry(deps) },
  ];
}
