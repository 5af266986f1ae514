import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { parked } from '#domain/case/run.ts';
import { NOBODY_DECIDED } from '#domain/case/tell-of-parked.ts';
import { withdrawn } from '#domain/case/withdraw.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { DEFINITION_TOO_OLD } from '#domain/process/run.ts';
import { waitAim } from '#domain/service/wait-aim.ts';
import { statusInWords } from '#web/components/record/status.ts';
import {
  awaitedWords,
  EMAIL_CAME_BACK,
  JOINED,
  lateWords,
  NOT_DECIDED,
  STEPS_BY_ITSELF,
  STEPS_JOINED,
  STEPS_UNDECIDED,
  steps,
  WAITING_FOR_YOU,
} from '#web/referral/status/words.ts';
import { hidden } from '../browser.ts';
import { caseOnReceipt, checkedCase, reference, withAsk, withTask } from '../records.ts';
import { asked, deciding, declined, inTriage, onList, question, stopped } from './standings.ts';
import { referrerWorld } from './world.ts';

const at = `/referral/${reference}`;
const moment = { now: '2026-09-24T08:00:00.000Z', policyVersion: 1 };
const first = (theCase: Case | undefined): Case => ({ ...(theCase ?? caseOnReceipt()), version: 1 });

const noEvidence: Case['ask'] = {
  why: 'NO_EVIDENCE_YET',
  question: '',
  failed: [],
  untilAt: '2026-10-01T08:00:00.000Z',
};
const duplicate = withTask(checkedCase('POSSIBLE_DUPLICATE', [], 'X'), 'DUPLICATE');
const joined: Case = {
  ...checkedCase('POSSIBLE_DUPLICATE', [], 'X'),
  ...{ version: 1, status: 'NOT_ACCEPTED', outcome: 'POSSIBLE_DUPLICATE', duplicateOf: 'X', next: 'DONE' },
};
const suspicious = withTask({ ...caseOnReceipt(), suspicion: 'STANDS', next: 'QUARANTINE' }, 'SUSPICIOUS');
const lastRound = first(inTriage.task ? { ...inTriage, task: { ...inTriage.task, round: 5 } } : undefined);
const redirected = { ...declined, status: 'REDIRECTED', outcome: 'REDIRECT' } as const;

const dates = { asked: '24 September 2026', due: '29 September 2026' };

const silent: Case = {
  ...withTask(withAsk(checkedCase('TRIAGE'), { ...question, notAnsweredAt: moment.now }), 'TRIAGE'),
  ...{ version: 1, askedAgain: 'NOT_ANSWERED' },
};

describe('a question that was not answered in time (late)', () => {
  it('stays on the status page with how to answer it, until the team decides', async () => {
    const { page } = await (await referrerWorld(silent, 'STATUS')).visit();
    for (const said of [lateWords.title, question.question, lateWords.still]) expect(page.body).toContain(said);
    const decided = await (await referrerWorld(deciding, 'STATUS')).visit();
    expect(decided.page.body).not.toContain(lateWords.title);
  });
});

describe('the status page', () => {
  it.each<[string, Case, ...string[]]>([
    ['just received', caseOnReceipt(), statusInWords('RECEIVED'), awaitedWords.nextStep],
    ['in triage', inTriage, statusInWords('IN_TRIAGE'), awaitedWords.decision, awaitedWords.reminder(dates)],
    ['in triage after the last reminder', lastRound, statusInWords('IN_TRIAGE'), awaitedWords.lastReminder(dates)],
    ['being decided on', deciding, statusInWords('IN_TRIAGE'), awaitedWords.decision, awaitedWords.recording],
    ['with a question', asked, WAITING_FOR_YOU, awaitedWords.answer('15 October 2026')],
    [
      'without evidence yet',
      withTask(withAsk(checkedCase('TRIAGE'), noEvidence), 'REFERRER'),
      WAITING_FOR_YOU,
      awaitedWords.answer('1 October 2026 at 9am'),
    ],
    ['held as a duplicate', duplicate, statusInWords('HELD_AS_DUPLICATE'), awaitedWords.check],
    ['held for a person', suspicious, statusInWords('HELD_FOR_A_PERSON'), awaitedWords.check],
    ['on the waiting list', onList(), statusInWords('ON_WAITING_LIST'), awaitedWords.turn, waitAim(6)],
    ['not accepted', stopped('NOT_ACCEPTED_NO_EVIDENCE', 'X'), statusInWords('NOT_ACCEPTED'), awaitedWords.sendAgain],
    ['out of scope', stopped('OUT_OF_SCOPE', 'X'), statusInWords('OUT_OF_SCOPE'), awaitedWords.tellFamily],
    ['redirected', redirected, statusInWords('REDIRECTED'), awaitedWords.tellFamily],
    ['declined', declined, statusInWords('DECLINED'), awaitedWords.tellFamily],
    ['joined to an earlier one', joined, JOINED, awaitedWords.nothing, ...STEPS_JOINED],
    [
      'withdrawn',
      first(withdrawn(inTriage, moment, { reason: 'Moved', by: referrerActor('referrer01@example.org') })),
      statusInWords('WITHDRAWN'),
      awaitedWords.nothing,
    ],
    ['parked', first(parked(inTriage, moment, 'Bug')), statusInWords('PARKED'), awaitedWords.operator, ...steps.PARKED],
    [
      'undecided after every reminder',
      first(parked(inTriage, moment, NOBODY_DECIDED)),
      NOT_DECIDED,
      awaitedWords.askedWeekly,
      ...STEPS_UNDECIDED,
    ],
    [
      'parked until the service tries again',
      first(parked(inTriage, moment, DEFINITION_TOO_OLD)),
      statusInWords('PARKED'),
      awaitedWords.nextTry,
      ...STEPS_BY_ITSELF,
    ],
    [
      'parked after six tries in vain',
      first(parked({ ...inTriage, tooOld: 6 }, moment, DEFINITION_TOO_OLD)),
      statusInWords('PARKED'),
      awaitedWords.operator,
      ...steps.PARKED,
    ],
  ])(
    'of a referral that is %s says where it is, what is awaited, of whom and by when',
    async (_where, theCase, ...said) => {
      const { visit } = await referrerWorld(theCase, 'STATUS');
      const { page } = await visit();
      expect(page.status).toBe(200);
      for (const text of said) expect(page.body).toContain(text);
      expect(page.body).toContain('The referral was received');
      expect(page.body).not.toMatch(/Poppy|Testerfield|parent01|9990007314|TA1|Sam Field|As agreed/);
    },
  );

  it('promises no operator for what the service starts again by itself', async () => {
    const { visit } = await referrerWorld(first(parked(inTriage, moment, DEFINITION_TOO_OLD)), 'STATUS');
    const { page } = await visit();
    expect(page.body).not.toContain(awaitedWords.operator);
    expect(page.body).not.toContain('for an operator');
  });

  it.each(['HV-0143', 'Poppy’s file'])(
    'gives the referrer their own reference %s, behind the date of birth',
    async (own) => {
      const { visit } = await referrerWorld(inTriage, 'STATUS', undefined, { ownReference: own });
      expect((await visit()).page.body).toContain(own);
    },
  );

  it('does not give it to a colleague who took the referral over, and has other records', async () => {
    const handedTo = {
      ...{ id: 'H1', name: 'B. Colleague', role: 'GP', email: 'referrer01@example.org' },
      ...{ from: 'earlier@example.org', at: moment.now },
    };
    const { visit } = await referrerWorld({ ...inTriage, handedTo }, 'STATUS', undefined, { ownReference: 'HV-0143' });
    const { page } = await visit();
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('HV-0143');
  });

  it('offers an answer only where one is asked for', async () => {
    const withQuestion = await (await referrerWorld(asked, 'STATUS')).visit();
    const without = await (await referrerWorld(inTriage, 'STATUS')).visit();
    expect(withQuestion.page.body).toContain(`href="${at}/answer"`);
    expect(withQuestion.page.body).toContain('How does she play?');
    expect(without.page.body).not.toContain('/answer"');
  });

  it('leads to the question, where a document is added and the answer is kept, by the one link', async () => {
    const { visit, evidence, theCase } = await referrerWorld(asked, 'STATUS');
    const { using } = await visit();
    const file = 'A'.repeat(22);
    evidence.upload('local', file, { contentType: 'application/octet-stream' });
    expect((await using.get(`${at}/answer/files/${file}`)).body).toContain(`href="${at}/status"`);
    const page = await using.get(`${at}/answer/write/${file}`);
    const named = { files: file, [`type-${file}`]: 'SOGS', [`title-${file}`]: 'Schedule' };
    const sent = await using.post(`${at}/answer`, { csrf: hidden(page, 'csrf'), task: `${reference}-T1`, ...named });
    expect(sent.status).toBe(200);
    expect((await theCase()).answers[0]?.evidence).toEqual([{ evidenceId: file, type: 'SOGS', title: 'Schedule' }]);
  });

  it('is open to whoever was let in by the link to a question', async () => {
    const { visit } = await referrerWorld(asked, 'ANSWER');
    const { using } = await visit();
    const page = await using.get(`${at}/status`);
    expect(page.status).toBe(200);
    expect((await using.get(`${at}/status/withdraw`)).status).toBe(200);
  });

  it('is kept by no cache and told to no other site', async () => {
    const { visit } = await referrerWorld(inTriage, 'STATUS');
    const { headers } = (await visit()).page;
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('says that the e-mail to a colleague came back', async () => {
    const handOver = { id: `${reference}-H1`, name: 'Bea', role: 'GP', email: 'bea@example.org', by: 'x@example.org' };
    const times = { askedAt: moment.now, expiresAt: '2026-10-22T08:00:00.000Z' };
    const notice = `HAND_OVER_REQUEST-${reference}-H1-COLLEAGUE`;
    const unreached = [{ notice, why: 'BOUNCED' }];
    const world = await referrerWorld({ ...inTriage, unreached, handOver: { ...handOver, ...times } }, 'STATUS');
    expect((await world.visit()).page.body).toContain(EMAIL_CAME_BACK);
  });
});

it.each(['NOT_ACCEPTED', 'REDIRECTED', 'DECLINED', 'OUT_OF_SCOPE'] as const)(
  'who disagrees with a referral that is %s is promised an answer, and not that it goes on',
  (status) => {
    expect(steps[status].join(' ')).toMatch(/will answer you\.$/);
  },
);
