import { type Guard, posted, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import { getBirthDate, postBirthDate } from '../birth-date/page.ts';
import { getContact, postContact } from '../contact/page.ts';
import type { StaffDeps } from '../deps.ts';
import { getStaffDied, postStaffDied, postToldOfDeath, postUndoDied } from '../died/page.ts';
import { getErasure, postErasure, postErasureAnswered } from '../erasure/page.ts';
import { getFamilyPages, postAgree, postClose, postCode } from '../family-page/page.ts';
import { getLegalHold, postLegalHold, postLiftLegalHold } from '../legal-hold/page.ts';
import { getNoEmail, postNoEmail, postUndoNoEmail } from '../no-email/page.ts';
import { recordAt } from '../records/address.ts';
import { getResponsibility, postMayHear, postResponsibility } from '../responsibility/page.ts';
import { getSafeContact, postSafeContact } from '../safe-contact/page.ts';
import { getSafePlace, postSafePlace, postUndoSafePlace } from '../safe-place/page.ts';
import { type FactAccess, factGuard, factGuardByRole, factGuardOfWorkers } from './access.ts';

/** What staff can record about a referral, beside what they are asked to do: by their task, and by their role. */
export function factRoutes(deps: StaffDeps): Route[] {
  return [
    ...routesAt(deps, '/triage/tasks/{taskId}', factGuard(deps)),
    ...routesAt(deps, recordAt('{reference}'), factGuardByRole(deps)),
    ...safePlaceRoutes(deps, '/triage/tasks/{taskId}', factGuard(deps)),
    ...safePlaceRoutes(deps, recordAt('{reference}'), factGuardOfWorkers(deps)),
    ...keepingRoutes(deps, recordAt('{reference}'), factGuardByRole(deps)),
  ];
}

function safePlaceRoutes(deps: StaffDeps, at: string, who: Guard<FactAccess>): Route[] {
  return [
    { method: 'GET', pattern: `${at}/safe-place`, handle: shown(who, getSafePlace(deps)) },
    { method: 'POST', pattern: `${at}/safe-place`, handle: posted(deps, who, postSafePlace(deps)) },
    { method: 'POST', pattern: `${at}/safe-place/undo`, handle: posted(deps, who, postUndoSafePlace(deps)) },
  ];
}

/** How long the record is kept: for a service manager, without a task. */
function keepingRoutes(deps: StaffDeps, at: string, who: Guard<FactAccess>): Route[] {
  return [
    { method: 'GET', pattern: `${at}/legal-hold`, handle: shown(who, getLegalHold(deps)) },
    { method: 'POST', pattern: `${at}/legal-hold`, handle: posted(deps, who, postLegalHold(deps)) },
    { method: 'POST', pattern: `${at}/legal-hold/lift`, handle: posted(deps, who, postLiftLegalHold(deps)) },
    { method: 'GET', pattern: `${at}/erasure`, handle: shown(who, getErasure(deps)) },
    { method: 'POST', pattern: `${at}/erasure`, handle: posted(deps, who, postErasure(deps)) },
    { method: 'POST', pattern: `${at}/erasure/answered`, handle: posted(deps, who, postErasureAnswered(deps)) },
  ];
}

function routesAt(deps: StaffDeps, at: string, who: Guard<FactAccess>): Route[] {
  return [
    { method: 'GET', pattern: `${at}/died`, handle: shown(who, getStaffDied(deps)) },
    { method: 'POST', pattern: `${at}/died`, handle: posted(deps, who, postStaffDied(deps)) },
    { method: 'POST', pattern: `${at}/died/told`, handle: posted(deps, who, postToldOfDeath(deps)) },
    { method: 'POST', pattern: `${at}/died/undo`, handle: posted(deps, who, postUndoDied(deps)) },
    { method: 'GET', pattern: `${at}/no-email`, handle: shown(who, getNoEmail(deps)) },
    { method: 'POST', pattern: `${at}/no-email`, handle: posted(deps, who, postNoEmail(deps)) },
    { method: 'POST', pattern: `${at}/no-email/undo`, handle: posted(deps, who, postUndoNoEmail(deps)) },
    { method: 'GET', pattern: `${at}/birth-date`, handle: shown(who, getBirthDate(deps)) },
    { method: 'POST', pattern: `${at}/birth-date`, handle: posted(deps, who, postBirthDate(deps)) },
    { method: 'GET', pattern: `${at}/contact`, handle: shown(who, getContact(deps)) },
    { method: 'POST', pattern: `${at}/contact`, handle: posted(deps, who, postContact(deps)) },
    { method: 'GET', pattern: `${at}/safe-contact`, handle: shown(who, getSafeContact(deps)) },
    { method: 'POST', pattern: `${at}/safe-contact`, handle: posted(deps, who, postSafeContact(deps)) },
    { method: 'GET', pattern: `${at}/family-page`, handle: shown(who, getFamilyPages(deps)) },
    { method: 'POST', pattern: `${at}/family-page`, handle: posted(deps, who, postAgree(deps)) },
    { method: 'POST', pattern: `${at}/family-page/code`, handle: posted(deps, who, postCode(deps)) },
    { method: 'POST', pattern: `${at}/family-page/close`, handle: posted(deps, who, postClose(deps)) },
    { method: 'POST', pattern: `${at}/responsibility/told`, handle: posted(deps, who, postMayHear(deps)) },
    { method: 'GET', pattern: `${at}/responsibility`, handle: shown(who, getResponsibility(deps)) },
    { method: 'POST', pattern: `${at}/responsibility`, handle: posted(deps, who, postResponsibility(deps)) },
  ];
}
