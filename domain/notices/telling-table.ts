import {
  printAfterBounce,
  printOfEnd,
  printOfListing,
  printOfPlace,
  printOfReopening,
  tellAfterBounce,
  tellOfDelay,
  tellOfEnd,
  tellOfListing,
  tellOfPlace,
  tellOfQuestion,
  tellOfReopening,
  tellOfSilence,
} from './asked-todos.ts';
import { printOfCheckIn, tellOfCheckIn } from './check-in-todos.ts';
import {
  never,
  onceEnded,
  onceNoFaultDelays,
  onceNotInvited,
  oncePlaceChangedAgain,
  onceWithdrawn,
} from './is-over.ts';
import type { NoticeKind } from './notice.ts';
import type { NoticeDefinition } from './notice-definition.ts';
import { printOfPlay, tellOfPlay } from './play-todos.ts';
import {
  managers,
  managersAfterBounce,
  managersForParents,
  managersForUnemailed,
  managersOnceListed,
  printersAfterBounce,
  printersForParents,
  printersOfStanding,
} from './recipients.ts';
import { printOfSchool, tellOfSchool } from './school-todos.ts';

const ofEnd = { link: 'TASK', isOver: never } as const;
const whileOpen = { link: 'TASK', isOver: onceEnded } as const;
const whileListed = { link: 'TASK', isOver: onceWithdrawn } as const;
const ofPlay = { link: 'TASK', isOver: never } as const;
const ofSchool = { link: 'TASK', isOver: onceNotInvited } as const;
const ofPlace = { link: 'TASK', isOver: oncePlaceChangedAgain } as const;
const unemailed = { ...whileOpen, addressee: managersForUnemailed } as const;
const ofStanding = { addressee: printersOfStanding } as const;
const printed = { addressee: printersForParents } as const;

/** The notices that ask staff to tell a family, in person or by a letter, what no email may tell them. */
export const tellingTable = {
  TEAM_TELL_ASKED: { ...unemailed, template: 'team-tell-asked.njk', todo: tellOfQuestion },
  TEAM_TELL_NOT_ANSWERED: { ...unemailed, template: 'team-tell-not-answered.njk', todo: tellOfSilence },
  TEAM_TELL_DELAYED: {
    ...{ ...unemailed, isOver: onceNoFaultDelays },
    ...{ template: 'team-tell-delayed.njk', todo: tellOfDelay },
  },
  TEAM_TELL_REOPENED: {
    ...{ ...whileOpen, template: 'team-tell-reopened.njk', todo: tellOfReopening },
    addressee: managersForParents,
  },
  TEAM_TELL_IN_PERSON: {
    ...{ ...whileListed, template: 'team-tell-in-person.njk', todo: tellOfListing },
    addressee: managersForParents,
  },
  TEAM_TELL_WITHDRAWN: {
    ...{ ...ofEnd, template: 'team-tell-withdrawn.njk', todo: tellOfEnd },
    addressee: managersOnceListed,
  },
  TEAM_TELL_CLOSED: { ...ofEnd, template: 'team-tell-closed.njk', todo: tellOfEnd, addressee: managersForParents },
  TEAM_TELL_PLACE: { ...ofPlace, template: 'team-tell-place.njk', todo: tellOfPlace, addressee: managersForParents },
  TEAM_PRINT_PLACE: { ...ofPlace, ...printed, template: 'team-print-place.njk', todo: printOfPlace },
  TEAM_TELL_CHECK_IN: {
    ...{ ...whileListed, template: 'team-tell-check-in.njk', todo: tellOfCheckIn },
    addressee: managersForParents,
  },
  TEAM_PRINT_CHECK_IN: { ...whileListed, ...printed, template: 'team-print-check-in.njk', todo: printOfCheckIn },
  TEAM_TELL_SCHOOL: {
    ...{ ...ofSchool, template: 'team-tell-school.njk', todo: tellOfSchool },
    addressee: managersForParents,
  },
  TEAM_PRINT_SCHOOL: { ...ofSchool, ...printed, template: 'team-print-school.njk', todo: printOfSchool },
  TEAM_TELL_PLAY: { ...ofPlay, template: 'team-tell-play.njk', todo: tellOfPlay, addressee: managersForParents },
  TEAM_PRINT_PLAY: { ...ofPlay, ...printed, template: 'team-print-play.njk', todo: printOfPlay },
  TEAM_FAMILY_UNTOLD: { ...ofEnd, template: 'team-family-untold.njk', todo: tellOfEnd, addressee: managers },
  TEAM_CAME_BACK: {
    ...{ ...ofEnd, template: 'team-came-back.njk', todo: tellAfterBounce },
    addressee: managersAfterBounce,
  },
  TEAM_PRINT_LISTED: { ...whileListed, ...ofStanding, template: 'team-print-listed.njk', todo: printOfListing },
  TEAM_PRINT_ENDED: { ...ofEnd, ...ofStanding, template: 'team-print-ended.njk', todo: printOfEnd },
  TEAM_PRINT_REOPENED: { ...whileOpen, ...printed, template: 'team-print-reopened.njk', todo: printOfReopening },
  TEAM_PRINT_AGAIN: {
    ...{ ...ofEnd, template: 'team-print-again.njk', todo: printAfterBounce },
    addressee: printersAfterBounce,
  },
} as const satisfies Partial<Record<NoticeKind, NoticeDefinition>>;
