import { secondPeople } from '#domain/case/safe-channel.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { isFlagged } from '#domain/safe-contact/flags.ts';
import { addMonthsClamped, londonDateOf, plainDate } from '#domain/values/dates.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import type { FactAccess } from '../facts/access.ts';
import { type FactShown, FRESH, factPage } from '../facts/page.ts';
import { readAdults } from './read.ts';
import { channelFaultWords, channelWords, safeContactWords as words } from './words.ts';

const channels = Object.entries(channelWords).map(([value, label]) => ({ value, label }));

/** GET: how each adult is reached and what is confirmed, and a form to record a safe way. Showing it is a reading. */
export function getSafeContact(deps: StaffDeps) {
  return async (access: FactAccess): Promise<HttpResponse> => shownPage(deps, access, FRESH);
}

/** POST: recorded, and colleagues asked to confirm it, or the page again with what is missing. */
export function postSafeContact(deps: StaffDeps) {
  return async (access: FactAccess, form: FormFields): Promise<HttpResponse> => {
    const { reference, actor: by } = access;
    const { parent = '', channel = '', reason = '' } = form;
    const result = await deps.recordChannel({ reference, by, parent, channel, on: enteredOn(form), reason });
    if (result.kind === 'DONE') return shownPage(deps, access, { ...FRESH, note: words.done });
    const problems = inDatedWords(channelFaultWords, result.problems, form);
    return shownPage(deps, access, { ...FRESH, form, problems, status: 422 });
  };
}

async function shownPage(deps: StaffDeps, access: FactAccess, { status, ...shown }: FactShown): Promise<HttpResponse> {
  const read = await readAdults(deps, access, 'SAFE_CONTACT');
  if ('status' in read) return read;
  const { facts, adults, who } = read;
  const latest = plainDate(addMonthsClamped(londonDateOf(deps.now()), deps.policy.safeChannelMonths));
  const isAlone = secondPeople(staffOn(await deps.readTeam(), londonDateOf(deps.now())), access.actor).length === 0;
  const note = shown.note === words.done && isAlone ? words.doneAlone : shown.note;
  const data = {
    ...{
      ...shown,
      note,
      alone: isAlone ? words.alone : '',
      adults,
      channels,
      words,
      untilHint: words.untilHint(latest),
    },
    state: isFlagged(facts) ? words.flagged : words.plain,
    who,
  };
  return factPage(deps, access, {
    status,
    template: 'staff/safe-contact/safe-contact.njk',
    title: words.title(access.reference),
    data,
  });
}
