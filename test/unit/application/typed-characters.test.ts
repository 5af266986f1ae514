import { describe, expect, test } from 'vitest';
import { teamFaults, teamSchema } from '#application/access/team-command.ts';
import { readCommand } from '#application/command.ts';
import { handOverFaults, handOverSchema } from '#application/intake/hand-over-command.ts';
import { reasonSchema } from '#application/reason-command.ts';
import { toldFaults, toldSchema } from '#application/todos/told-command.ts';
import { decidedIn, decisionSchema } from '#application/triage/decision-command.ts';
import { decisionFaults } from '#application/triage/decision-faults.ts';
import { type DecisionCommand, needed } from '#application/triage/typed-decision.ts';
import { against, held } from '#test/kit/together.ts';
import { caseWith, referral } from './notices/sample.ts';

/** What was typed or pasted, and what its readers are shown. */
const typed = [
  ['an override of direction', 'The \u202Etnerap\u202C agrees', 'The tnerap agrees'],
  ['an isolate of direction', '\u2067Call\u2069 them', 'Call them'],
  ['marks of direction', '\u200ERobin\u200F Field\u061C', 'Robin Field'],
  ['a soft hyphen', 'Port\u00ADage team', 'Portage team'],
  ['a space of no width', 'Port\u200Bage team', 'Portage team'],
  ['a joiner between Latin letters', 'Port\u200Dage team', 'Portage team'],
  ['a mark of byte order', '\uFEFFPortage team', 'Portage team'],
] as const;

/** In words of other scripts and in emoji these mean something. */
const kept = [
  ['a joiner in Persian', 'می\u200Cخواهم بیایم'],
  ['an emoji of several parts', 'Yes 👩\u200D👧 agreed'],
  ['an accent', 'Zoë O’Brien'],
] as const;

const unseen = ['\u202E', '\u200B\u200B', '\u2066\u2069', '\u00AD\uFEFF', '\u2800'] as const;
const refused = ['a\u0000b', 'a\u0007b', 'a\u001Bb', 'a\u0085b', 'a\uD800b'] as const;

const decision = {
  ...{ reference: '23456789CDF', taskId: '23456789CDF-T1', person: 'sam', outcome: 'REDIRECT' },
  ...{ service: 'OTHER', serviceName: 'A hub', question: 'How?', message: 'We read it', reason: 'As agreed' },
  ...{ deciderName: 'Sam Field', deciderRole: 'Portage practitioner' },
  ...against,
};
const second = { secondName: 'alex', urgentBecause: 'They move' };
const decide = (changes: Partial<DecisionCommand>) =>
  readCommand(decisionSchema('TRIAGE', held), decisionFaults, needed({ ...decision, ...changes }));

/** Each text of a person that is recorded: read from what was typed, as its readers see it; undefined where it is refused. */
const texts: Readonly<Record<string, (words: string) => string | undefined>> = {
  'the reason of a decision': (reason) => ofDecision({ reason })?.reason,
  'the message of a decision': (message) => ofDecision({ message })?.message,
  'its question': (question) => ofDecision({ question, outcome: 'REQUEST_INFORMATION' })?.question,
  'its risk': (risk) => ofDecision({ risk, outcome: 'REQUEST_INFORMATION' })?.riskWhileWaiting,
  'the name of a service': (serviceName) => ofDecision({ serviceName })?.service?.name,
  'who was at a meeting': (present) => ofDecision({ present })?.meeting?.present[0],
  'why it could not wait': (urgentBecause) => ofDecision({ ...second, urgentBecause })?.urgentBecause,
  'the role of a second person': (secondRole) => signed({ ...second, secondRole })?.secondRole,
  'the name of who decides': (deciderName) => signed({ deciderName })?.deciderName,
  'the role of who decides': (deciderRole) => signed({ deciderRole })?.deciderRole,
  'any other reason': (words) => reasonSchema.safeParse(words).data,
  'who told a family': (words) => {
    const days = { from: '2026-09-01', today: '2026-09-24' };
    const read = readCommand(toldSchema(days, true), toldFaults, { how: 'BY_PHONE', on: '2026-09-24', words });
    return 'command' in read ? read.command.words : undefined;
  },
  'the name of a colleague': (name) => colleague({ name })?.name,
  'the role of a colleague': (role) => colleague({ role })?.role,
  'the name of a member of staff': (name) => {
    const joins = { change: 'JOIN' as const, id: 'robin', name, mailbox: 'robin@example.org', roles: [] };
    const read = readCommand(teamSchema, teamFaults, joins);
    return 'command' in read && read.command.change === 'JOIN' ? read.command.name : undefined;
  },
};

function signed(changes: Partial<DecisionCommand>) {
  const read = decide(changes);
  return 'command' in read ? read.command : undefined;
}

function ofDecision(changes: Partial<DecisionCommand>) {
  const command = signed(changes);
  return command && decidedIn(command, held);
}

function colleague(changes: { name?: string; role?: string }) {
  const asked = {
    reference: '23456789CDF',
    by: 'referrer@example.org',
    name: 'Bea',
    role: 'GP',
    email: 'bea@example.org',
  };
  const read = readCommand(handOverSchema(caseWith({}), referral), handOverFaults, { ...asked, ...changes });
  return 'command' in read ? read.command : undefined;
}

describe.each(Object.entries(texts))('%s', (_what, recorded) => {
  test.each(typed)('is recorded as its readers see it, after %s (hostile)', (_how, words, shown) => {
    expect(recorded(words)).toBe(shown);
  });

  test.each(kept)('keeps %s', (_how, words) => {
    expect(recorded(words)).toBe(words);
  });

  test.each(unseen)('counts as left blank where nothing in it can be seen: %j (hostile)', (words) => {
    expect(recorded(words) ?? '').toBe('');
  });

  test.each(refused)('is refused with what cannot be shown: %j (malformed)', (words) => {
    expect(recorded(words)).toBeUndefined();
  });
});
