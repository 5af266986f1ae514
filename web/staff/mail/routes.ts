import { areaGuard } from '../../access/area-guard.ts';
import { posted, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { getAddMail } from './add.ts';
import { MAIL_AT, MAIL_ROLES, MAIL_UPLOAD_AT, MAIL_UPLOAD_ROLES, mailAt } from './address.ts';
import { getEnter, postEnter } from './enter.ts';
import { getMails } from './list.ts';
import { getMail, getMailFile, postMail } from './page.ts';

/** Emails to the service: read and closed by who decides, added by hand by who may enter referrals too. */
export function mailRoutes(deps: StaffDeps): Route[] {
  const [readers, adders] = [areaGuard(deps, ...MAIL_ROLES), areaGuard(deps, ...MAIL_UPLOAD_ROLES)];
  const at = mailAt('{id}');
  return [
    { method: 'GET', pattern: MAIL_AT, handle: shown(readers, getMails(deps)) },
    { method: 'GET', pattern: MAIL_UPLOAD_AT, handle: shown(adders, getAddMail(deps)) },
    { method: 'GET', pattern: at, handle: shown(readers, getMail(deps)) },
    { method: 'POST', pattern: at, handle: posted(deps, readers, postMail(deps)) },
    { method: 'GET', pattern: `${at}/enter`, handle: shown(readers, getEnter(deps)) },
    { method: 'POST', pattern: `${at}/enter`, handle: posted(deps, readers, postEnter(deps)) },
    { method: 'GET', pattern: `${at}/files/{index}`, handle: shown(readers, getMailFile(deps)) },
  ];
}
