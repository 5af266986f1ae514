import type { Stores } from '#adapters/records/stores.ts';
import { earlierFound } from '#domain/case/earlier.ts';
import { lookAgainAnswered, lookAgainAsked, lookAgainTodoId } from '#domain/case/look-again.ts';
import { letterNotPosted } from '#domain/case/not-posted.ts';
import { reopened } from '#domain/case/reopen.ts';
import { stopSeen } from '#domain/case/stop-seen.ts';
import { wroteOfEnd } from '#domain/case/tell-of-end.ts';
import { ENDED, familyTold } from '#domain/case/told.ts';
import { noted } from '#domain/case/unreached.ts';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import { aCase, minutesAfter } from '../samples.ts';
import { changing } from './changing.ts';
import type { Keep } from './store-cases.ts';

const by = personActor('pat', 'Pat Moor', 'Service manager');
const moment = (minutes: number) => ({ now: minutesAfter(minutes), policyVersion: 1 });
const ended = { status: 'NOT_ACCEPTED', next: 'DONE', outcome: 'NOT_ACCEPTED_NO_EVIDENCE' } as const;

/** Ends a case by the rules, writes to its family by post, and opens it again; keeps it each time. */
export async function storeToldCase(stores: Stores, keep: Keep): Promise<void> {
  await stores.cases.createCase(aCase('REF6', { ...ended, outbox: [], task: null }));
  const change = changing(stores, keep, 'REF6');
  await change('stop-seen-with-note', (theCase) =>
    stopSeen(theCase, moment(1), { by, todo: 'REF6-SEE_STOP-STOPPED', note: 'Right' }),
  );
  const written = { everyone: true, byPost: true, allSent: false };
  await change('written-to-by-post', (theCase) => wroteOfEnd(theCase, moment(2), written));
  const failed = { event: 'NOTICE_FAILED', by: MACHINE, notice: 'FAMILY_ENDED-FAMILY-0', why: 'Permanent' } as const;
  await change('email-came-back', (theCase) => noted(theCase, moment(3), failed));
  const ofPlace = { event: 'NOTICE_FAILED', by: MACHINE, notice: 'FAMILY_PLACE-FAMILY-1', why: 'Permanent' } as const;
  await change('news-came-back', (theCase) => noted(theCase, moment(3), ofPlace));
  const letter = { about: ENDED, by, words: 'No address is known', todo: 'REF6-PRINT_LETTER-ENDED' };
  await change('letter-not-posted', (theCase) => letterNotPosted(theCase, moment(4), letter));
  const told = { about: ENDED, how: 'BY_POST', on: '2026-09-24', by } as const;
  await change('told-by-post', (theCase) => familyTold(theCase, moment(5), told));
  const asked = { words: 'They found the report', by, from: 'FAMILY' } as const;
  await change('family-asked-again', (theCase) => lookAgainAsked(theCase, moment(6), asked));
  await change('to-be-reopened', (theCase) => {
    const answer = { words: 'We read it anew', on: '2026-09-24', by, todo: lookAgainTodoId(theCase) ?? '' };
    return lookAgainAnswered(theCase, moment(7), { ...answer, reopens: true });
  });
  await change('reopened-after-post', (theCase) => reopened(theCase, moment(8), by));
  const before = { referredAt: '2026-03-24T09:00:00.000Z', acceptedOn: '2026-03-25', targetOn: '2026-09-25' };
  const earlier = { reference: 'REF5', ...before, listedOn: '2026-03-25' };
  await change('counts-from-earlier', (theCase) => earlierFound(theCase, moment(9), earlier));
}
