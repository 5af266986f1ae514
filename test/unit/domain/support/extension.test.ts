import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy as policy } from '#domain/service/policy.ts';
import { agreedSessions, openVisit, sessionsOf } from '#domain/support/block.ts';
import type { Block } from '#domain/support/block-shape.ts';
import { extensionAsked, extensionDecided } from '#domain/support/extension.ts';
import { afterTelling } from '#domain/support/follow.ts';
import { newSupport } from '#domain/support/make.ts';
import type { Support } from '#domain/support/support.ts';
import { visitPlanned, visitRecorded } from '#domain/support/visits.ts';
import { addDays } from '#domain/values/dates.ts';
import { anEntry } from '#test/contract/samples.ts';

const kim = personActor('kim', 'Kim Park', 'practitioner');
const pat = personActor('pat', 'Pat Green', 'service manager');
const moment = { now: '2026-09-29T12:00:00.000Z', policyVersion: 1 };
const ask = { sessions: 4, why: 'She has begun to walk', by: kim };
const yes = { extension: 'X1', agreed: 4, reason: 'Yes', by: pat, role: 'SERVICE_MANAGER' };

/** A child whose weekly sessions have begun, with so many that took place. */
function begun(sessionsBefore: number): Support {
  const waiting = newSupport('REFS', { ...anEntry('1#a'), pathway: 'HOME_VISITING' }, moment);
  const block: Block = { pathway: 'HOME_VISITING', practitioner: 'kim', since: moment.now, visits: [], sessionsBefore };
  return { ...waiting, status: 'STARTED', next: 'BLOCK', list: null, block };
}

function made(change: Support | { readonly refused: string }): Support {
  if ('refused' in change) throw new Error(change.refused);
  return change;
}

const blockOf = ({ block }: Support) => block ?? expect.fail('There is no block.');
const asked = (support = begun(18)) => made(extensionAsked(support, moment, ask, policy));

describe('further sessions', () => {
  it('are asked for, then agreed by a service manager, and told: the visits go on', () => {
    expect(asked()).toMatchObject({ next: 'EXTENSION', block: { extensions: [{ id: 'X1', sessions: 4 }] } });
    const decided = made(extensionDecided(asked(), moment, yes, policy));
    expect(decided).toMatchObject({ next: 'NOTIFY', news: { what: 'EXTENSION_DECIDED', about: 'X1' } });
    expect(agreedSessions(blockOf(decided))).toBe(4);
    expect(afterTelling(decided, moment)).toMatchObject({ next: 'BLOCK' });
    expect(afterTelling(decided, moment).news).toBeUndefined();
  });

  it.each([
    ['a practitioner', { ...yes, role: 'PRACTITIONER' }, 'SERVICE_MANAGER_AGREEMENT_REQUIRED'],
    ['a no of a practitioner', { ...yes, agreed: 0, role: 'PRACTITIONER' }, 'SERVICE_MANAGER_AGREEMENT_REQUIRED'],
    ['seven', { ...yes, agreed: 7 }, 'EXTENSION_OVER_6'],
    ['half a session', { ...yes, agreed: 1.5 }, 'EXTENSION_NOT_A_WHOLE_NUMBER'],
    ['less than none', { ...yes, agreed: -1 }, 'EXTENSION_NOT_A_WHOLE_NUMBER'],
    ['no reason', { ...yes, reason: ' ' }, 'REASON_REQUIRED'],
    ['another extension', { ...yes, extension: 'X2' }, 'NOTHING_ASKED'],
  ])('are not agreed by %s (hostile)', (_, decided, refused) => {
    expect(extensionDecided(asked(), moment, decided, policy)).toEqual({ refused });
  });

  it('are decided once, and asked for once at a time (twice)', () => {
    expect(extensionAsked(asked(), moment, ask, policy)).toEqual({ refused: 'ASKED_ALREADY' });
    const decided = made(extensionDecided(asked(), moment, { ...yes, agreed: 0 }, policy));
    expect(extensionDecided(decided, moment, yes, policy)).toEqual({ refused: 'NOTHING_ASKED' });
    expect(agreedSessions(blockOf(decided))).toBe(0);
  });

  it.each([
    [7, 'EXTENSION_OVER_6'],
    [0, 'EXTENSION_NOT_A_WHOLE_NUMBER'],
  ])('%i of them are not asked for', (sessions, refused) => {
    expect(extensionAsked(begun(18), moment, { ...ask, sessions }, policy)).toEqual({ refused });
  });

  it('are not asked for before weekly sessions began', () => {
    expect(extensionAsked({ ...begun(0), status: 'ACCEPTED' }, moment, ask, policy)).toEqual({
      refused: 'NOT_VISITED',
    });
  });
});

test('however they are asked for and agreed, there is no 25th session, and no 19th without a yes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 7 }), { maxLength: 5 }), (answers) => {
      const extended = answers.reduce<Support>((support, agreed, n) => {
        const open = extensionAsked(support, moment, { ...ask, sessions: 1 }, policy);
        if ('refused' in open) return support;
        const decided = extensionDecided(open, moment, { ...yes, extension: `X${n + 1}`, agreed }, policy);
        return 'refused' in decided ? support : afterTelling(decided, moment);
      }, begun(17));
      const all = Array.from({ length: 10 }, (_, n) => addDays('2026-10-06', 7 * n)).reduce((support, on) => {
        const now = { ...moment, now: `${on}T12:00:00.000Z` };
        const planned = visitPlanned(support, now, { on, at: '09:30', where: 'HOME', by: kim }, policy);
        if ('refused' in planned) return support;
        const visit = openVisit(blockOf(planned))?.id ?? '';
        const came = { visit, what: 'ATTENDED', childSeen: true, note: '', by: kim } as const;
        return made(visitRecorded(planned, now, came, { policy }));
      }, extended);
      const agreed = agreedSessions(blockOf(all));
      expect(agreed).toBeLessThanOrEqual(policy.maxExtension);
      expect(sessionsOf(blockOf(all))).toBe(policy.maxSessions + agreed);
    }),
    { numRuns: 60 },
  );
});
