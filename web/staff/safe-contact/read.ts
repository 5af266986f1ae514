import { readFamily } from '#application/read-family.ts';
import type { Case } from '#domain/case/case.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { FamilyFacts } from '#domain/safe-contact/facts.ts';
import { notFound } from '../../access/staff-not-found.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import type { FactAccess } from '../facts/access.ts';
import { onToDied } from '../facts/page.ts';
import { adultNames, adultsView } from './view.ts';

/** How each adult of a family is reached today, and the choice of one of them in a form. */
interface FamilyShown {
  readonly theCase: Case;
  readonly facts: FamilyFacts;
  readonly adults: ReturnType<typeof adultsView>;
  readonly who: readonly { readonly value: string; readonly label: string }[];
}

/** The family of a referral for a page of this name, or the page that is shown instead. The reading is recorded first. */
export async function readAdults(
  deps: StaffDeps,
  access: FactAccess,
  what: 'CONTACT' | 'SAFE_CONTACT' | 'FAMILY_PAGES',
): Promise<FamilyShown | HttpResponse> {
  const { reference, actor: by, taskId } = access;
  const [theCase, stored] = await Promise.all([
    deps.cases.readCase(reference),
    deps.referrals.readReferral(reference),
    deps.access.recordReading({ reference, at: deps.now(), by, what, ...(taskId && { taskId }) }),
  ]);
  if (!theCase || !stored) return notFound(deps);
  if (theCase.death) return onToDied(deps, access);
  const facts = await readFamily(deps, theCase, addresseesOf(stored.body));
  const adults = adultsView(facts, adultNames(stored, facts.family.parents.length));
  return { theCase, facts, adults, who: adults.map(({ place, name }) => ({ value: String(place), label: name })) };
}
