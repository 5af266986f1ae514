import type { Case } from '#domain/case/case.ts';
import type { Colleague } from '#domain/case/hand-over.ts';
import { referrerOf } from '#domain/case/referrer.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import type { Problem } from '#domain/problems/problems.ts';
import { email, text } from '#domain/referral/text.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';

const LONGEST_NAME = 150;

export function trimmedColleague({ name, email: address, role }: Colleague): Colleague {
  return { name: name.trim(), email: address.trim(), role: role.trim() };
}

/** What keeps a colleague from being asked; each problem says what to do about it. */
export function colleagueProblems(colleague: Colleague, theCase: Case, referral: Addressees): Problem[] {
  const why = [
    { path: 'name', message: wordProblem(colleague.name, 'Enter the name of your colleague') },
    { path: 'role', message: wordProblem(colleague.role, 'Enter the role of your colleague, such as health visitor') },
    { path: 'email', message: addressProblem(colleague.email, theCase, referral) },
  ];
  return why.flatMap(({ path, message }) => (message ? [{ code: 'FIELD_INVALID', path, message }] : []));
}

function wordProblem(typed: string, missing: string): string | undefined {
  if (typed === '') return missing;
  if (typed.length > LONGEST_NAME) return `Shorten this to ${LONGEST_NAME} characters or fewer`;
  return text(LONGEST_NAME).safeParse(typed).success
    ? undefined
    : 'This holds a character that cannot be shown. Type it again';
}

function addressProblem(address: string, theCase: Case, referral: Addressees): string | undefined {
  if (address === '') return 'Enter the work e-mail address of your colleague';
  if (!email().safeParse(address).success) return 'Write one e-mail address, such as name@example.org';
  if (sameMailbox(referrerOf(theCase, referral).email, address)) {
    return 'This referral is with this address already. Enter the address of a colleague';
  }
  if (referral.family.parents.some((parent) => sameMailbox(parent.email, address))) {
    return 'The referral gives this address for a parent or carer. Enter the work address of a colleague';
  }
  return undefined;
}
