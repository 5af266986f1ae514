import { readFamily } from '#application/read-family.ts';
import type { Case } from '#domain/case/case.ts';
import { correctedBirthDate } from '#domain/case/corrected.ts';
import { isJointOpen } from '#domain/case/joint.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import type { FamilyFacts } from '#domain/safe-contact/facts.ts';
import { mayShow } from '#domain/safe-contact/may-show.ts';
import { shownTo } from '#domain/safe-contact/shown-to.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { SharedRecord } from '../../access/shared-guard.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { referralSections } from '../../components/record/referral-sections.ts';
import { safetyFacts } from '../../components/record/safety.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import { page } from '../../layout/page.ts';
import { recordView } from '../../staff/record/record.ts';
import type { SharedDeps } from '../deps.ts';
import { sharedWords, viewChoices, viewFaultWords, viewWords } from '../words.ts';

interface ShownView {
  readonly status?: number;
  readonly form?: FormFields;
  readonly problems?: readonly { readonly path: string; readonly message: string }[];
}

/** POST of the view of a service that decides with us. It can change it until it is decided. A second press changes nothing. */
export function postView(deps: SharedDeps) {
  return async (seen: SharedRecord, form: FormFields): Promise<HttpResponse> => {
    const { theCase, services, actor } = seen;
    const { reference } = theCase;
    const to = (theCase.joint?.services ?? []).find((one) => one.to === form.service && services.includes(one.to))?.to;
    if (to === undefined || !isJointOpen(theCase)) return notFound(deps);
    const { what = '', reason = '', name = '', role = '', seen: before = '' } = form;
    const result = await deps.giveView(reference, to, { what, reason, name, role, seen: before }, actor);
    if (result.kind !== 'INVALID') return seeOther(absoluteUrl(deps.baseUrl, `/shared/${reference}`));
    return recordPage(deps, seen, { status: 422, form, problems: inCommandWords(viewFaultWords, result.problems) });
  };
}

/**
 * GET of a shared referral: what was sent, with its documents. Of a flagged family nothing that says how to reach it or where it
 * is. Showing it is a reading, which is written down first.
 */
export function getRecord(deps: SharedDeps) {
  return (seen: SharedRecord): Promise<HttpResponse> => recordPage(deps, seen, {});
}

async function recordPage(deps: SharedDeps, seen: SharedRecord, shown: ShownView): Promise<HttpResponse> {
  const { theCase, actor: by, csrf } = seen;
  const { status = 200, form = {}, problems = [] } = shown;
  const { reference, checks } = theCase;
  const [stored, check] = await Promise.all([
    deps.referrals.readReferral(reference),
    deps.cases.readCheck(reference, checks),
    deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD' }),
  ]);
  if (!stored) return notFound(deps);
  const facts = await readFamily(deps, theCase, addresseesOf(stored.body));
  const view = recordView({ theCase, stored, check }, deps.policy, londonDateOf(deps.now()));
  const { development, evidence, assessment, answers, receivedAt } = view;
  const bornOn = correctedBirthDate(theCase);
  const typed = { evidence, assessment, answers, development };
  return page(deps, {
    status,
    template: 'shared/record/record.njk',
    title: `Referral ${reference}`,
    data: {
      ...(mayShow('TYPED', 'OTHER_SERVICE', facts) ? { ...typed, hidden: '' } : withoutTyped(typed)),
      ...{
        receivedAt,
        words: sharedWords,
        ...jointView(seen),
        csrf,
        form,
        problems,
        at: `/shared/${reference}`,
        glance: safetyOf(theCase, stored, facts),
      },
      sections: referralSections(shownTo('OTHER_SERVICE', facts, referralIn(stored) ?? stored.body)),
      corrected: bornOn === undefined ? '' : sharedWords.corrected(plainDate(bornOn)),
    },
  });
}

/** What the services of this mailbox said of the child, and for whom a view is still to be given. Empty after a redirect. */
function jointView({ theCase, services }: SharedRecord) {
  const mine = isJointOpen(theCase) ? (theCase.joint?.services ?? []).filter(({ to }) => services.includes(to)) : [];
  const asked = mine.find(({ view }) => view === undefined) ?? mine[0];
  return {
    ...{ isJoint: mine.length > 0, viewWords, viewChoices, asked, isAsked: asked !== undefined && !asked.view },
    given: mine.flatMap(({ view }) =>
      view ? [viewWords.given(`${view.name}, ${view.role}`, plainDate(londonDateOf(view.at)))] : [],
    ),
  };
}

/** Ages alone, and why the rest is missing: documents and typed words say where a family lives. */
function withoutTyped<Row extends object>({ development }: { readonly development: readonly Row[] }) {
  const ages = development.map((row) => ({ ...row, how: '', answered: '' }));
  return { development: ages, evidence: [], assessment: null, answers: [], hidden: sharedWords.hidden };
}

/** What must be known of safety, without the words that staff typed for each other. Null for a referral that cannot be read. */
function safetyOf({ noFamilyEmail }: Case, stored: StoredReferral, facts: FamilyFacts) {
  const referral = referralIn(stored);
  if (!referral) return null;
  const stopped = noFamilyEmail ? [{ mark: 'Do not email', said: sharedWords.noEmail }] : [];
  return { safety: [...stopped, ...safetyFacts(referral, (thing) => mayShow(thing, 'OTHER_SERVICE', facts))] };
}
