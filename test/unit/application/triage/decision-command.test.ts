import { describe, expect, test } from 'vitest';
import { readCommand } from '#application/command.ts';
import { decidedIn, decisionSchema, isRepeat } from '#application/triage/decision-command.ts';
import type { DecisionContext } from '#application/triage/decision-context.ts';
import { decisionFaults } from '#application/triage/decision-faults.ts';
import { type DecisionCommand, needed } from '#application/triage/typed-decision.ts';
import type { Task } from '#domain/case/case.ts';
import { personActor } from '#domain/people/actor.ts';
import { against, held } from '#test/kit/together.ts';

const decided = {
  ...{ reference: '23456789CDF', taskId: '23456789CDF-T1', person: 'sam' },
  outcome: 'ACCEPT_INITIAL_ASSESSMENT',
  reason: '',
  deciderName: 'Sam Field',
  deciderRole: 'Portage practitioner',
  ...against,
};
const readIn = (context: DecisionContext, changes: Partial<DecisionCommand>, kind: Task['kind'] = 'TRIAGE') =>
  readCommand(decisionSchema(kind, context), decisionFaults, needed({ ...decided, ...changes }));
const read = (kind: Task['kind'], changes: Partial<DecisionCommand>, recommendation: string | null = 'ELIGIBLE') =>
  readIn({ ...held, recommendation }, changes, kind);
const problems = (...[kind, changes, recommendation]: Parameters<typeof read>) => {
  const result = read(kind, changes, recommendation);
  return 'problems' in result ? result.problems.map(({ path, code }) => `${path} ${code}`) : [];
};
const noService = { service: '', serviceName: '' };
const paths = (changes: Partial<DecisionCommand>, recommendation?: string | null) =>
  problems('TRIAGE', changes, recommendation);

test.each(['ELIGIBLE', 'REVIEW'])('a plain accept needs no reason when the recommendation is %s', (recommendation) => {
  expect(paths({}, recommendation)).toEqual([]);
});

test('accepting against the recommendation needs a reason', () => {
  expect(paths({}, 'LIKELY_INELIGIBLE')).toEqual(['reason REASON_MISSING']);
  expect(paths({ reason: 'Seen at the clinic' }, 'LIKELY_INELIGIBLE')).toEqual([]);
});

test.each([
  'INVITE_GROUP',
  'INVITE_LITTLE_TREASURES',
  'REQUEST_INFORMATION',
  'REDIRECT',
  'DECLINE',
  'DEFER_TO_MEETING',
])('%s needs a reason', (outcome) => {
  expect(paths({ outcome })).toEqual(['reason REASON_MISSING']);
  expect(paths({ outcome, reason: 'As the team agreed' })).toEqual([]);
});

test.each(['', 'ACCEPT', 'accept_initial_assessment', 'NOT_A_DUPLICATE'])(
  'outcome %j is refused (malformed)',
  (outcome) => {
    expect(paths({ outcome, reason: 'As the team agreed' })).toEqual(['outcome OUTCOME_UNKNOWN']);
  },
);

test('everything that is missing is said at once (half-finished)', () => {
  expect(paths({ outcome: '', reason: '', deciderName: '', deciderRole: '' })).toEqual([
    'outcome OUTCOME_UNKNOWN',
    'reason REASON_MISSING',
    'deciderName NAME_MISSING',
    'deciderRole ROLE_MISSING',
  ]);
});

test('texts that are too long are refused, at the first character too many (hostile)', () => {
  expect(paths({ reason: 'x'.repeat(4000), deciderName: 'x'.repeat(120), deciderRole: 'x'.repeat(120) })).toEqual([]);
  expect(paths({ reason: 'x'.repeat(4001), deciderName: 'x'.repeat(121), deciderRole: 'x'.repeat(121) })).toEqual([
    'reason REASON_TOO_LONG',
    'deciderName NAME_TOO_LONG',
    'deciderRole ROLE_TOO_LONG',
  ]);
});

test('a possible duplicate has outcomes of its own', () => {
  const duplicate = (outcome: string) => problems('DUPLICATE', { outcome, reason: 'Same child' }, null);
  expect(duplicate('CONFIRMED_DUPLICATE')).toEqual([]);
  expect(duplicate('NOT_A_DUPLICATE')).toEqual([]);
  expect(duplicate('DECLINE')).toEqual(['outcome OUTCOME_UNKNOWN']);
});

test('what was typed is trimmed, so spaces alone are missing (half-finished)', () => {
  expect(read('TRIAGE', { outcome: ' DECLINE ', reason: ' As agreed\r\n', deciderName: '\tSam Field' })).toMatchObject({
    command: { ...decided, ...noService, outcome: 'DECLINE', reason: 'As agreed', risk: '' },
  });
  expect(paths({ outcome: 'DECLINE', reason: ' \n ', deciderName: ' ' })).toEqual([
    'reason REASON_MISSING',
    'deciderName NAME_MISSING',
  ]);
});

test('a character that cannot be shown is refused, and everything else that is missing still said (malformed)', () => {
  expect(paths({ outcome: '', reason: 'As\u0000agreed', deciderRole: '\u0007' })).toEqual([
    'outcome OUTCOME_UNKNOWN',
    'reason REASON_UNPRINTABLE',
    'deciderRole ROLE_UNPRINTABLE',
  ]);
});

test('each problem has its rule and its limit, and a fault that no one can type is an error of ours', () => {
  expect(read('TRIAGE', { outcome: '', reason: 'x'.repeat(4001) })).toMatchObject({
    problems: [
      { rule: 'not-a-choice', params: {} },
      { rule: 'too-long', params: { limit: 4000 } },
    ],
  });
  const schema = decisionSchema('TRIAGE', held);
  expect(() => readCommand(schema, {}, needed({ ...decided, deciderName: '' }))).toThrow('NAME_MISSING');
});

test('the same decision again is known as a repeat, whatever spaces stand around it (twice)', () => {
  const times = { decidedAt: '2026-09-24T10:00:00.000Z', effectiveAt: '2026-09-24T10:05:00.000Z' };
  const by = personActor('sam', 'Sam Field', 'Portage practitioner');
  const decision = { ...times, outcome: 'DECLINE', reason: 'As agreed', by, criterion: 'DELAY' };
  const typed = { ...decided, outcome: 'DECLINE', reason: ' As agreed ', deciderRole: ' Portage practitioner' };
  expect(isRepeat(typed, decision)).toBe(true);
  expect(isRepeat({ ...typed, reason: 'Not as agreed' }, decision)).toBe(false);
  expect(isRepeat({ ...typed, deciderName: 'Alex Meadow' }, decision)).toBe(false);
});

test.each([['x'], ['-'], ['..'], ['?!'], [' é '], ['7'], ['👍👍']])(
  'a needed reason that says nothing is refused: %s',
  (reason) => {
    for (const outcome of ['REDIRECT', 'DECLINE', 'REQUEST_INFORMATION'])
      expect(paths({ outcome, reason })).toEqual(['reason REASON_SAYS_NOTHING']);
  },
);

test.each([['No'], ['ok'], ['30%'], ['同意'], ['A&E']])('a short reason that says something is taken: %s', (reason) => {
  expect(paths({ outcome: 'REDIRECT', reason })).toEqual([]);
});

test.each([
  ['service', { outcome: 'REDIRECT', ...noService }, 'service SERVICE_MISSING'],
  ['service', { outcome: 'REDIRECT', ...noService, service: ' ' }, 'service SERVICE_MISSING'],
  ['service', { outcome: 'REDIRECT', service: 'PORTAGE_ON_MARS' }, 'service SERVICE_UNKNOWN'],
  ['service', { outcome: 'REDIRECT', service: 'constructor' }, 'service SERVICE_UNKNOWN'],
  ['serviceName', { outcome: 'REDIRECT', ...noService, service: 'OTHER' }, 'serviceName SERVICE_NAME_MISSING'],
  ['serviceName', { outcome: 'REDIRECT', serviceName: 'x' }, 'serviceName SERVICE_NAME_SAYS_NOTHING'],
  ['serviceName', { outcome: 'REDIRECT', serviceName: 'x'.repeat(121) }, 'serviceName SERVICE_NAME_TOO_LONG'],
  ['question', { outcome: 'REQUEST_INFORMATION', question: '?' }, 'question QUESTION_SAYS_NOTHING'],
  ['question', { outcome: 'REQUEST_INFORMATION', question: 'x'.repeat(2001) }, 'question QUESTION_TOO_LONG'],
  ['risk', { outcome: 'REQUEST_INFORMATION', risk: ' ' }, 'risk RISK_MISSING'],
  ['risk', { outcome: 'REQUEST_INFORMATION', risk: '-' }, 'risk RISK_SAYS_NOTHING'],
  ['risk', { outcome: 'REQUEST_INFORMATION', risk: 'x'.repeat(2001) }, 'risk RISK_TOO_LONG'],
  ['risk', { outcome: 'REQUEST_INFORMATION', risk: 'As\u0000agreed' }, 'risk RISK_UNPRINTABLE'],
  ['message', { outcome: 'DECLINE', message: 'As\u0000agreed' }, 'message MESSAGE_UNPRINTABLE'],
])('a %s that is wrong is refused by name: %j', (_field, changes, problem) => {
  expect(paths({ reason: 'As agreed', ...changes })).toEqual([problem]);
});

test.each([
  [
    'a service',
    { outcome: 'REDIRECT', service: 'EARLY_YEARS_ADVISORY_TEACHER' },
    { service: { code: 'EARLY_YEARS_ADVISORY_TEACHER' } },
  ],
  [
    'another one',
    { outcome: 'REDIRECT', service: 'OTHER', serviceName: ' Health visiting ' },
    { service: { code: 'OTHER', name: 'Health visiting' } },
  ],
  [
    'a name without its radio',
    { outcome: 'REDIRECT', service: '', serviceName: 'Health visiting' },
    { service: { code: 'OTHER', name: 'Health visiting' } },
  ],
  [
    'a name beside another radio',
    { outcome: 'REDIRECT', service: 'EARLY_YEARS_ADVISORY_TEACHER', serviceName: 'Health visiting' },
    { service: { code: 'EARLY_YEARS_ADVISORY_TEACHER' } },
  ],
  ['a message', { outcome: 'DECLINE', message: 'We are sorry' }, { message: 'We are sorry' }],
  [
    'a question',
    { outcome: 'REQUEST_INFORMATION', question: 'How does she play?' },
    { question: 'How does she play?' },
  ],
  ['no question', { outcome: 'REQUEST_INFORMATION' }, { question: '' }],
  [
    'what the outcome does not need, however wrong',
    { outcome: 'DECLINE', question: '?', service: 'MARS', serviceName: 'x' },
    {},
  ],
])('is recorded as typed: %s', (_what, changes, recorded) => {
  const result = read('TRIAGE', { reason: 'As agreed', ...changes });
  if ('problems' in result) expect.fail(JSON.stringify(result.problems));
  expect(decidedIn(result.command, held)).toEqual({
    ...{ outcome: changes.outcome, reason: 'As agreed', ...recorded },
    meeting: { on: against.meetingOn, present: ['Bo Harper', 'Kit Lowell'] },
    ...(changes.outcome === 'REQUEST_INFORMATION' ? { riskWhileWaiting: 'None known' } : { criterion: 'DELAY' }),
  });
});

test('another message, question or service is no repeat (twice)', () => {
  const times = { decidedAt: '2026-09-24T10:00:00.000Z', effectiveAt: '2026-09-24T10:05:00.000Z' };
  const by = personActor('sam', 'Sam Field', 'Portage practitioner');
  const service = { code: 'OTHER', name: 'Health visiting' };
  const decision = {
    ...times,
    outcome: 'REDIRECT',
    reason: 'As agreed',
    by,
    service,
    message: 'They can help',
    criterion: 'DELAY',
  };
  const typed = {
    ...decided,
    outcome: 'REDIRECT',
    reason: 'As agreed',
    serviceName: 'Health visiting',
    message: 'They can help',
  };
  expect(isRepeat(typed, decision)).toBe(true);
  expect(isRepeat({ ...typed, message: 'They cannot' }, decision)).toBe(false);
  expect(isRepeat({ ...typed, serviceName: 'A hub' }, decision)).toBe(false);
  expect(isRepeat({ ...typed, message: '' }, decision)).toBe(false);
});

const alone = { meetingOn: '', present: '' };
const urgent = { ...alone, secondName: 'alex', urgentBecause: 'The family moves tomorrow' };
const faultsIn = (changes: Partial<DecisionCommand>, context: Partial<DecisionContext> = {}) => {
  const result = readIn({ ...held, ...context }, { reason: 'As agreed', ...changes });
  return 'problems' in result ? result.problems.map(({ path, code }) => `${path} ${code}`) : [];
};

describe('who decides together', () => {
  test.each(['DECLINE', 'REDIRECT', 'INVITE_GROUP', 'INVITE_LITTLE_TREASURES'])(
    '%s needs a meeting and who was there, or a second person and why it could not wait',
    (outcome) => {
      expect(faultsIn({ outcome, ...alone })).toEqual([
        'meetingOn MEETING_MISSING',
        'present PRESENT_OR_SECOND_MISSING',
      ]);
      expect(faultsIn({ outcome, ...alone, meetingOn: '2026-09-21' })).toEqual(['present PRESENT_MISSING']);
      expect(faultsIn({ outcome })).toEqual([]);
      expect(faultsIn({ outcome, ...urgent })).toEqual([]);
      expect(faultsIn({ outcome, ...alone, secondRole: 'Manager' })).toEqual([
        'secondName SECOND_MISSING',
        'urgentBecause URGENT_MISSING',
      ]);
    },
  );

  test.each(['REQUEST_INFORMATION', 'DEFER_TO_MEETING', 'ACCEPT_INITIAL_ASSESSMENT'])(
    '%s needs neither, and what was begun there is ignored',
    (outcome) => {
      expect(faultsIn({ outcome, ...alone })).toEqual([]);
      expect(faultsIn({ outcome, meetingOn: '', secondName: 'nobody' })).toEqual([]);
      expect(faultsIn({ outcome, ...alone, secondRole: 'x' })).toEqual([]);
      expect(faultsIn({ outcome, ...alone, urgentBecause: 'u' })).toEqual([]);
    },
  );

  test('a plain accept needs it where the policy says so', () => {
    const outcome = 'ACCEPT_INITIAL_ASSESSMENT';
    expect(faultsIn({ outcome, ...alone }, { acceptOutsideMeeting: false })).toEqual([
      'meetingOn MEETING_MISSING',
      'present PRESENT_OR_SECOND_MISSING',
    ]);
    expect(faultsIn({ outcome, ...urgent }, { acceptOutsideMeeting: false })).toEqual([]);
  });

  test.each([
    ['today', '2026-09-24', []],
    ['tomorrow', '2026-09-25', ['meetingOn MEETING_IN_FUTURE']],
    ['no day', '2026-02-30', ['meetingOn MEETING_UNREAL']],
    ['words (malformed)', 'last week', ['meetingOn MEETING_UNREAL']],
  ])('a meeting on %s', (_, meetingOn, faults) => {
    expect(faultsIn({ outcome: 'DECLINE', meetingOn })).toEqual(faults);
  });

  test('with a calendar only its meetings count', () => {
    const calendar = { meetings: ['2026-09-24', '2026-09-10'] };
    expect(faultsIn({ outcome: 'DECLINE', meetingOn: '2026-09-10' }, calendar)).toEqual([]);
    expect(faultsIn({ outcome: 'DECLINE', meetingOn: '2026-09-11' }, calendar)).toEqual(['meetingOn MEETING_NOT_OURS']);
  });

  test.each([
    ['by id', 'alex', []],
    ['by name', 'alex meadow', []],
    ['by mailbox', 'Alex@example.org', []],
    ['of no one in the team (hostile)', 'eve', ['secondName SECOND_UNKNOWN']],
    ['of who decides (hostile)', 'Sam Field', ['secondName SECOND_IS_DECIDER']],
  ])('a second person %s', (_, secondName, faults) => {
    expect(faultsIn({ outcome: 'DECLINE', ...urgent, secondName })).toEqual(faults);
  });

  test('is recorded with the role of the team record, unless another was typed', () => {
    const decidedWith = (changes: Partial<DecisionCommand>) => {
      const result = readIn(held, { outcome: 'DECLINE', reason: 'As agreed', ...urgent, ...changes });
      return 'problems' in result ? expect.fail() : decidedIn(result.command, held);
    };
    const second = { person: 'alex', name: 'Alex Meadow', role: 'triager' };
    expect(decidedWith({})).toMatchObject({ second, urgentBecause: urgent.urgentBecause });
    expect(decidedWith({ secondRole: 'Lead' })).toMatchObject({ second: { ...second, role: 'Lead' } });
    expect(decidedWith({})).not.toHaveProperty('meeting');
  });
});

describe('a criterion', () => {
  test.each([
    ['DECLINE', 'LIKELY_INELIGIBLE', true],
    ['DECLINE', 'ELIGIBLE', true],
    ['REDIRECT', 'ELIGIBLE', true],
    ['REDIRECT', 'REVIEW', true],
    ['REDIRECT', null, true],
    ['REDIRECT', 'LIKELY_INELIGIBLE', false],
    ['INVITE_GROUP', 'ELIGIBLE', false],
  ])('of %s where the checks say %s is needed: %s', (outcome, recommendation, isNeeded) => {
    expect(faultsIn({ outcome, criterion: '' }, { recommendation })).toEqual(
      isNeeded ? ['criterion CRITERION_MISSING'] : [],
    );
  });

  test('is one of the rules (hostile)', () => {
    expect(faultsIn({ outcome: 'DECLINE', criterion: 'HAIR' })).toEqual(['criterion CRITERION_UNKNOWN']);
  });
});

describe('the list and the band', () => {
  test('are of this service (hostile)', () => {
    const typed = { outcome: 'ACCEPT_INITIAL_ASSESSMENT', list: 'Mars', band: '0' };
    expect(faultsIn(typed)).toEqual(['list LIST_UNKNOWN', 'band BAND_UNKNOWN']);
    expect(faultsIn({ ...typed, outcome: 'DECLINE' })).toEqual([]);
  });

  test.each([
    ['the suggested one', '2', 2, []],
    ['another', '1', 2, ['reason REASON_MISSING']],
    ['any where none is suggested', '1', null, []],
  ])('a band that is %s', (_, band, suggestedBand, faults) => {
    const typed = { outcome: 'ACCEPT_INITIAL_ASSESSMENT', band, reason: '' };
    expect(faultsIn(typed, { suggestedBand: suggestedBand === null ? null : 2 })).toEqual(faults);
  });

  test('are recorded', () => {
    const result = readIn(held, { list: 'Yeovil', band: '2' });
    expect('problems' in result ? [] : decidedIn(result.command, held)).toMatchObject({
      list: { locality: 'Yeovil' },
      band: 2,
    });
  });
});
