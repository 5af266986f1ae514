import { readFamily } from '#application/read-family.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { knownIn } from '#domain/referral/known.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import { liveBlock, openVisit, visitBegins } from '#domain/support/block.ts';
import { instantInWords } from '../../access/instants.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { keepOn } from '../../keep/keep.ts';
import { say } from '../../layout/page.ts';
import { areaPage } from '../area/area-page.ts';
import { beforeVisit, familyRows } from '../assessments/view.ts';
import { closingAt } from '../closing/address.ts';
import { closingWords } from '../closing/words.ts';
import type { StaffDeps } from '../deps.ts';
import { planAt } from '../plan/address.ts';
import { recordAt } from '../records/address.ts';
import { recordsWords } from '../records/words.ts';
import { safePlaceAt } from '../safe-place/address.ts';
import { safePlaceWords } from '../safe-place/words.ts';
import { wrongDates } from '../settings/problems.ts';
import { AGREEMENT_AT, VISITS_AT, visitsAt } from './address.ts';
import { isManager, type VisitSeen } from './guard.ts';
import { places, visitorChoices, visitsView } from './view.ts';
import { visitWords as words } from './words.ts';

/** What was typed, what is wrong with it, and what is said at the top of the page. */
interface Typed {
  readonly form: FormFields;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly notice: string;
  readonly status: number;
  /** Which form was saved just now. */
  readonly saved?: string | undefined;
}

/** The forms of the page, by what they change. */
export const visitForms = ['RECORD', 'PLAN', 'NOTE', 'EXTEND', 'NAME'] as const;

/** GET: the visits of one child, with the form that records the next one first. Showing it is a reading. */
export function getVisits(deps: StaffDeps) {
  return (access: VisitSeen, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const block = liveBlock(access.support);
    const next = block && openVisit(block);
    const savedNow = next ? words.savedNext(instantInWords(visitBegins(next))) : words.saved;
    const saved = query.form === 'reopen' ? closingWords.reopened : savedNow;
    const shown = { form: {}, problems: [], status: 200 };
    return visitsPage(deps, access, {
      ...shown,
      ...(query.saved === '1' ? { notice: saved, saved: query.form } : { notice: '' }),
    });
  };
}

/** The page with what was typed. Who the child is and where they live is shown to who visits, or oversees it. */
export async function visitsPage(deps: StaffDeps, access: VisitSeen, typed: Typed): Promise<HttpResponse> {
  const { theCase, support, team, person, actor: by } = access;
  const { reference, death } = theCase;
  const [stored] = await Promise.all([
    deps.referrals.readReferral(reference),
    deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD' }),
  ]);
  if (!stored) return say(deps, 404, recordsWords.record(reference), recordsWords.lost);
  const family = await readFamily(deps, theCase, addresseesOf(stored.body));
  const referral = referralIn(stored);
  const view = visitsView(support, team, deps.policy);
  const people = isManager(person) && view.ended === '' ? visitorChoices(team, await deps.freeVisits()) : [];
  const isTyped = typed.status !== 200;
  const keep = keepOn({ person: person.id, reference, forms: visitForms, saved: typed.saved, isTyped });
  return areaPage(deps, access, {
    ...{ here: VISITS_AT, status: typed.status, template: 'staff/visits/child.njk', title: words.one(reference) },
    script: keep.script,
    data: {
      // Of a child who came with a present list: how many sessions it says.
      hadBefore: theCase.imported?.sessionsHad || '',
      ...{
        ...typed,
        words,
        view,
        keep,
        places,
        at: visitsAt(reference),
        list: VISITS_AT,
        agreementAt: AGREEMENT_AT,
        planAt: planAt(reference),
      },
      rows: [...view.rows, ...(death ? [] : familyRows(knownIn(stored), family))],
      before: death ? [] : beforeVisit(referral, family, theCase),
      ...{ mayName: isManager(person), people, recordLink: isManager(person) ? recordAt(reference) : '' },
      close: closeLink(support),
      safePlace: { at: safePlaceAt(reference), text: safePlaceWords.link },
      wrong: wrongDates(typed.problems, ['on']),
    },
  });
}

/** Where the support is closed, and how it was once it is. */
function closeLink({ reference, status, ended }: VisitSeen['support']) {
  if (status !== 'STARTED' && !ended?.by) return null;
  return { at: closingAt(reference), text: ended?.by ? closingWords.seeClosed : closingWords.link };
}
