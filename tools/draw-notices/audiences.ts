import type { NoticeKind } from '#domain/notices/notice.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import * as told from '#domain/notices/recipients.ts';

/** Some people who are told of something, and on which basis. */
export interface ToldPeople {
  readonly who: string;
  /** What must hold for them to be told, as the code asks it. */
  readonly basis: string;
}

const staff = 'They work here, and the team record gives them the role.';
const family = 'The rule of safe contact allows an email to this adult.';
const referrer = 'They made the referral, or have taken it over. A team mailbox is told where the referral gives one.';
const agreed = 'Our team recorded that the parents or carers agree to it.';
const inPerson = `${staff} They are asked to tell the family instead of an email.`;

const BY_ADDRESSEE = new Map<told.Addressee, ToldPeople>([
  [
    told.parents,
    { who: 'Each adult of the family', basis: `${family} For any other adult staff are asked to tell them.` },
  ],
  [
    told.parentsToWriteTo,
    { who: 'Adults of the family to whom we may write', basis: `${family} No one is asked to tell the others.` },
  ],
  [
    told.whoAsked,
    { who: 'The adult who asked us on their page', basis: `${family} They asked, and the answer waits on their page.` },
  ],
  [told.referrers, { who: 'The referrer and their team', basis: referrer }],
  [
    told.otherService,
    { who: 'The service that the referral is shared with', basis: 'The referrer confirmed that the parents agree.' },
  ],
  [told.jointServices, { who: 'The services that decide with us on Little Treasures', basis: agreed }],
  [told.silentServices, { who: 'The services that decide with us and have said nothing', basis: agreed }],
  [told.managers, { who: 'Service managers', basis: staff }],
  [
    told.managersForParents,
    { who: 'Service managers', basis: `${inPerson} Neither an email nor a letter may go to an adult.` },
  ],
  [told.managersForUnemailed, { who: 'Service managers', basis: `${inPerson} No email may go to an adult.` }],
  [
    told.managersAfterBounce,
    { who: 'Service managers', basis: `${inPerson} An email came back, and a letter may not be sent.` },
  ],
  [told.managersOnceListed, { who: 'Service managers', basis: `${inPerson} The child has been on a list.` }],
  [
    told.printersForParents,
    { who: 'Staff who print letters', basis: `${staff} A letter may go to an adult, an email may not.` },
  ],
  [
    told.printersOfStanding,
    { who: 'Staff who print letters', basis: `${staff} A letter may go to an adult, an email may not.` },
  ],
  [
    told.printersAfterBounce,
    { who: 'Staff who print letters', basis: `${staff} An email to an adult came back, and a letter may go.` },
  ],
  [told.triagers, { who: 'The triage team', basis: staff }],
  [told.triagersOrAsker, { who: 'The triage team, or who asked the referrer', basis: staff }],
  [told.triagersAndManagers, { who: 'The triage team and service managers', basis: staff }],
  [told.secondPerson, { who: 'The second person of a decision', basis: `${staff} The decision names them.` }],
  [
    told.otherThanFirst,
    { who: 'Staff who may confirm a safe way', basis: `${staff} They are not the one who recorded it.` },
  ],
  [
    told.staffWhoKnew,
    {
      who: 'Staff who had the child in hand',
      basis: `${staff} They were asked, had the child on a list, or were to visit.`,
    },
  ],
  [told.operators, { who: 'Operators', basis: `${staff} Where there is none, service managers are told.` }],
  [
    told.practitioners,
    { who: 'The practitioner of the child', basis: `${staff} Where there is none, service managers are told.` },
  ],
]);

const DUTY = {
  who: 'The duty team',
  basis: 'Someone told us that a child is at immediate risk. The email names no child.',
};
const COLLEAGUE = { who: 'A colleague of the referrer', basis: 'The referrer asked them to take the referral over.' };

/** Of kinds whose addressee is a fixed part in the case. */
const BY_KIND: Partial<Record<NoticeKind, ToldPeople>> = {
  DUTY_ALERT: DUTY,
  DUTY_ALERTS: DUTY,
  DUTY_CONTACT: DUTY,
  DUTY_ALL_CLEAR: DUTY,
  HAND_OVER_REQUEST: COLLEAGUE,
  HAND_OVER_TAKEN: { who: 'The referrer who took over', basis: 'They have taken the referral over.' },
  HAND_OVER_GIVEN: {
    who: 'The referrer who handed over',
    basis: 'They made the referral. A colleague has taken it over.',
  },
};

/** Who gets a kind of notice. Throws for one that this page does not know yet, so that no email is left off it. */
export function toldOf(kind: NoticeKind): ToldPeople {
  const people = BY_ADDRESSEE.get(noticeTable[kind].addressee) ?? BY_KIND[kind];
  if (people === undefined) throw new Error(`Say in tools/draw-notices/audiences.ts who is told by ${kind}.`);
  return people;
}
