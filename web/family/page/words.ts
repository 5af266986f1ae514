import type { Status } from '#domain/case/codes.ts';

/** Where a child is, as the family reads it. It names no other child and no place. */
const standings: Readonly<Record<Exclude<Status, 'ON_WAITING_LIST' | 'IN_SUPPORT'>, string>> = {
  RECEIVED: 'We have the referral for your child. Our team will read it.',
  AWAITING_REFERRER: 'We asked the person who sent the referral to tell us more. Then our team will read it again.',
  IN_TRIAGE: 'Our team is reading the referral for your child. We will tell you what we decide.',
  HELD_AS_DUPLICATE: 'We have the referral for your child. We are checking if we have another one for your child.',
  HELD_FOR_A_PERSON: 'We have the referral for your child. Someone in our team is checking it.',
  CLOSED: 'Your child is not on our waiting list now. Please call us if you think that is wrong.',
  NOT_ACCEPTED: 'We could not accept the referral as it was sent. Please call us to hear why, and what you can do.',
  REDIRECTED: 'We think that another service can help your child more. Please call us if you want to talk about it.',
  DECLINED: 'We cannot offer Portage for your child now. Please call us to hear why, and what else may help.',
  OUT_OF_SCOPE: 'Your child is too old for Portage. Please call us to hear who can help.',
  WITHDRAWN: 'We are not working on this referral now. Please call us if you think that is wrong.',
  PARKED: 'Something went wrong on our side. We still have the referral. You do not need to do anything.',
};

const known: ReadonlyMap<string, string> = new Map(Object.entries(standings));

/** How a referral stands, for the family; in general words for a status of a later release. */
export function standingForFamily(status: string): string {
  return known.get(status) ?? 'We have the referral for your child and are working on it.';
}

const waits: ReadonlyMap<string, string> = new Map([
  ['INITIAL_ASSESSMENT', 'a first visit at home'],
  ['HOME_VISITING', 'home visits'],
  ['PORTAGE_GROUP', 'the Portage group'],
  ['LITTLE_TREASURES', 'Little Treasures'],
]);

/** What a child waits for, as families read it. */
export function waitsForInWords(pathway: string): string {
  return waits.get(pathway) ?? 'support from our team';
}

export const familyPageWords = {
  title: 'Your page',
  reference: (reference: string) => `Your reference is ${reference}. Please say it if you call us.`,
  where: 'Where we are',
  held: 'Your place is on hold, as you asked. Please call us when you are ready.',
  visit: (when: string, where: string) => `Your next visit is on ${when}, ${where}.`,
  atHome: 'at your home',
  supportClosed: 'Your support from us has ended.',
  afterSupport: 'Please call us if you want our help again, or if you think that this is wrong.',
  meaning: 'What the words mean',
  terms: [
    ['Referral', 'Someone who works with your child asked us to help. You agreed to that.'],
    ['Waiting list', 'We cannot help all children on the same day. The list shows whose turn is next.'],
    ['Portage', 'We play with your child and find small steps to learn. We do it with you.'],
    ['First visit at home', 'We come to meet you and your child. We talk about what would help most.'],
    ['Stay and Play', 'A small group each week. You come with your child, play and meet other families.'],
  ],
  why: 'Why some families wait longer',
  reasons: [
    'We look first at how much help each child needs. Then we look at how long they have waited.',
    'A new child may need more help than a child who has waited longer. So a place can go up or down.',
    'Your place does not change if you ask us something, or if you come to Stay and Play.',
  ],
  now: 'What you can do now',
  doNow: [
    'Talk to your health visitor. They can help with sleep, food, play and how your child grows.',
    'Call SENDIASS. It is free. They help parents whose child needs more help to learn, and they do not work for us.',
  ],
  sendiass: 'Ask us for the number of SENDIASS in your area, or search for "SENDIASS" and the name of your council.',
  stayAndPlay: (town: string, said: string) => `Come to Stay and Play in ${town}: ${said}. You do not need to book.`,
  stayAndPlayAsk: 'Come to Stay and Play. Please call us to hear the day and the place that is best for you.',
  tell: 'If you want to tell us something',
  call: 'You can also call us.',
  language: 'Please call us if you want this page in another language, in large print, in easy read or read to you.',
  safe: 'Keep your page safe',
  safety: [
    'We made this page for you. Please do not share it.',
    'If someone else can open it, call us. We can close it on the same day.',
  ],
  leave: 'Close this page on this device',
  left: 'You have closed your page',
  leftSays: 'No one can open it on this device now without your link or code.',
} as const;

const places: ReadonlyMap<string, string> = new Map([
  ['CHILDRENS_CENTRE', 'at a children’s centre'],
  ['SETTING', 'at your child’s nursery or other setting'],
]);

/** Where a visit is, as families read it. */
export function visitedAt(where: string): string {
  return places.get(where) ?? familyPageWords.atHome;
}
