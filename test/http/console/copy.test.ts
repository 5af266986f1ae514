import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryTable } from '#adapters/memory/table.ts';
import {
  caseKey,
  checkKey,
  commentKey,
  meetingKey,
  minuteKey,
  noticeKey,
  openingKey,
  planKey,
  readingKey,
  supportKey,
  todoKey,
} from '#adapters/records/keys.ts';
import { storesOver } from '#adapters/records/stores.ts';
import { readTeam } from '#application/access/read-team.ts';
import { personActor } from '#domain/people/actor.ts';
import { brokenAt } from '#domain/process/history.ts';
import { aNotice } from '#test/contract/samples.ts';
import { examples } from '#test/contract/stored-examples/examples.ts';
import { kinds } from '#test/contract/stored-examples/kinds.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { caseAt, copyAt, copyFileAt } from '#web/console/address.ts';
import { actWords } from '#web/console/case/acts-words.ts';
import { markedLines } from '#web/console/copy/marks.ts';
import { copyFaultWords, fileWords, opinionWords, sectionWords, copyWords as words } from '#web/console/copy/words.ts';
import { hidden } from '../browser.ts';
import { otherReference, reference } from '../records.ts';
import { testConfig } from '../service-config.ts';
import { consoleWorld, KEEPER } from './world.ts';

const [AT, FILE] = [copyAt(reference), copyFileAt(reference)];
const CHILD = referralExample.child.firstName;
const WHO = 'Jo Parent, her mother. Birth certificate seen';
const asks = {
  ...{ 'on-day': '24', 'on-month': '9', 'on-year': '2026', reason: WHO },
  ...{ holds: 'YES', opinion: 'NO_HARM', said: 'Dr Field sees no harm' },
};

/** A service manager whom someone asked for a copy. */
async function asked(options: Parameters<typeof consoleWorld>[0] = {}) {
  const world = await consoleWorld(options);
  const desk = await world.as('SERVICE_MANAGER');
  const fields = async () => {
    const page = await desk.get(AT);
    return { csrf: hidden(page, 'csrf'), seen: hidden(page, 'seen') };
  };
  const record = async (more: Record<string, string> = {}) => desk.post(AT, { ...(await fields()), ...asks, ...more });
  const history = async () => (await world.stores.cases.readWholeCase(reference))?.history ?? [];
  return { ...world, desk, fields, record, history };
}

describe('a request for a copy of a record', () => {
  it('is recorded with who asks and the opinion on serious harm, and says by when to answer', async () => {
    const { desk, record, history, mailer } = await asked();
    expect((await desk.get(caseAt(reference))).body).toContain(`href="${AT}">${actWords.copy}`);
    const before = mailer.sent.length;
    const { status, body } = await record();
    expect([status, body.includes(words.done), body.includes('24 October 2026')]).toEqual([200, true, true]);
    for (const said of [WHO, asks.said, opinionWords.NO_HARM, `href="${FILE}"`]) expect(body).toContain(said);
    expect((await history()).at(-1)).toMatchObject({
      ...{ event: 'ACCESS_REQUESTED', askedOn: '2026-09-24', holds: 'YES', opinion: 'NO_HARM' },
      text: `${WHO}\n${asks.said}`,
    });
    expect(brokenAt(await history())).toBeUndefined();
    expect(mailer.sent).toHaveLength(before);
  });

  it('is recorded once by two presses of one form (twice)', async () => {
    const { desk, fields, record, history } = await asked();
    const before = await fields();
    await record();
    const { status, body } = await desk.post(AT, { ...before, ...asks });
    expect([status, body.includes(words.same)]).toEqual([409, true]);
    expect((await history()).filter(({ event }) => event === 'ACCESS_REQUESTED')).toHaveLength(1);
  });

  it('may come before anyone was asked about harm, and the page and the file say to ask', async () => {
    const { desk, record } = await asked();
    const { status, body } = await record({ opinion: 'NOT_ASKED', said: '' });
    expect([status, body.includes(opinionWords.NOT_ASKED)]).toEqual([200, true]);
    const [head = ''] = (await desk.get(FILE)).body.split('\n== ');
    expect(head).toContain(opinionWords.NOT_ASKED);
  });

  it.each([
    ['no one asks (missing)', { reason: ' ' }, copyFaultWords.REASON_MISSING],
    ['no choice of responsibility (missing)', { holds: '' }, copyFaultWords.HOLDS_MISSING],
    ['a code that is none (malformed)', { opinion: 'MAYBE' }, copyFaultWords.OPINION_MISSING],
    ['an opinion of no one (missing)', { said: '' }, copyFaultWords.OPINION_UNSAID],
    ['a day that is to come (too late)', { 'on-year': '2027' }, copyFaultWords.DATE_IN_FUTURE],
  ])('is not recorded with %s, and keeps what was typed', async (_what, more, said) => {
    const { record, history } = await asked();
    const { status, body } = await record({ ...more, 'on-day': '23' });
    expect([status, body.includes(String(said)), body.includes('value="23"')]).toEqual([422, true, true]);
    expect((await history()).some(({ event }) => event === 'ACCESS_REQUESTED')).toBe(false);
  });
});

describe('the working copy', () => {
  it('is one file that no cache keeps, by reference alone, recorded as a reading before it is read', async () => {
    const { desk, record, readings } = await asked();
    await record();
    const { status, headers, body } = await desk.get(FILE);
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="${reference}.txt"`);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toContain(CHILD);
    expect(readings.at(-1)).toMatchObject({ what: 'COPY', by: { id: KEEPER.id } });
  });

  it('has every answer of the referral, and no address of the file of a document', async () => {
    const { desk, record } = await asked();
    await record();
    const { body } = await desk.get(FILE);
    const { evidence, ...answers } = referralExample;
    expect(textsOf(answers).filter((one) => !body.includes(one))).toEqual([]);
    for (const { evidenceId } of evidence) expect(body).not.toContain(evidenceId);
  });

  it('says at which meetings the referral stood on the agenda and who was there, and nothing of the others there', async () => {
    const { desk, record, stores } = await asked();
    await record();
    const team = await readTeam({ team: stores.team, config: testConfig })();
    const times = { from: '09:00', until: '10:00' };
    const dates = [MEETING, '2026-10-06', '2026-09-01'];
    await stores.team.saveTeam({ ...team, version: team.version + 1, meetings: dates.map((on) => ({ on, ...times })) });
    const entry = { reference, taskId: `${reference}-T1` };
    const other = { reference: otherReference, taskId: `${otherReference}-T1` };
    const sitting = { version: 1, present: ['Pat Chair'], history: [] };
    await stores.meetings.saveSitting({ ...sitting, on: MEETING, agenda: [other, entry] });
    await stores.meetings.saveSitting({ ...sitting, on: '2026-10-06', agenda: [other] });
    const { body } = await desk.get(FILE);
    const [, section = ''] = body.split(`== ${sectionWords.meetings} ==\n`);
    expect(section.split('\n\n')[0]?.trimEnd().split('\n')).toEqual([
      `meetings[1].on: ${MEETING}`,
      `${fileWords.someoneElse} meetings[1].present[1]: Pat Chair`,
    ]);
    expect(body).not.toContain(otherReference);
  });

  it('says who read the record, as what and when, and which emails were sent to whom', async () => {
    const { desk, record, stores } = await asked();
    await record();
    const by = personActor('kim', 'Kim Park', 'Practitioner');
    const notice = aNotice('NOTED', 'FAMILY_LETTER', { reference, settledAt: '2026-09-24T10:00:00.000Z' });
    await stores.notices.claimNotice(notice);
    await stores.access.recordReading({ reference, at: '2026-09-24T08:30:00.000Z', by, what: 'RECORD' });
    const { body } = await desk.get(FILE);
    for (const said of ['by.name: Kim Park', 'by.role: Practitioner', '.at: 2026-09-24T08:30:00.000Z', '.what: RECORD'])
      expect(body.split(`== ${sectionWords.readings} ==`)[1]).toContain(said);
    for (const said of [`.kind: ${notice.kind}`, `.to: ${notice.to}`, '.settledAt: 2026-09-24T10'])
      expect(body.split(`== ${sectionWords.notices} ==`)[1]).toContain(said);
  });

  it('is not made where the reading cannot be recorded', async () => {
    const { desk, record } = await asked({ readingFails: true });
    await record();
    const { status, body } = await desk.get(FILE);
    expect([status >= 500, body.includes(CHILD)]).toEqual([true, false]);
  });

  it('is not made before it is recorded who asks', async () => {
    const { desk, readings } = await asked();
    const { status, body } = await desk.get(FILE);
    expect([status, body.includes(words.first), body.includes(CHILD)]).toEqual([409, true, false]);
    expect(readings.some(({ what }) => what === 'COPY')).toBe(false);
  });

  it('is not made of a record that is being erased', async () => {
    const { desk, record, stores, readings } = await asked();
    await record();
    const theCase = await stores.cases.readCase(reference);
    if (!theCase) throw new Error('There is no case.');
    const erasing = { at: theCase.updatedAt, ground: 'ASKED', by: { kind: 'MACHINE' } } as const;
    await stores.cases.saveCase({ ...theCase, erasing, version: theCase.version + 1 });
    const answers = [await desk.get(FILE), await desk.get(AT)];
    expect(answers.map(({ status, body }) => [status, body.includes(words.gone)])).toEqual([
      [409, true],
      [200, true],
    ]);
    expect(readings.some(({ what }) => what === 'COPY')).toBe(false);
  });

  it.each([copyAt(otherReference), copyFileAt(otherReference), copyFileAt('..')])(
    'is not made of a reference that no case has: %s',
    async (at) => {
      const { desk } = await asked();
      expect((await desk.get(at)).status).toBe(404);
    },
  );

  it.each(['OPERATOR', 'AUDITOR', 'TRIAGER'] as const)('is not for the role %s', async (role) => {
    const { as } = await consoleWorld();
    const using = await as(role);
    expect([(await using.get(AT)).status, (await using.get(FILE)).status]).toEqual([403, 403]);
  });
});

describe('a mark', () => {
  it('stands before what is about someone else, and not before words about the child', () => {
    const body = {
      child: { firstName: 'Poppy' },
      parents: [{ firstName: 'Ann', holds: 'YES' }],
      referrer: { name: 'R' },
    };
    expect(markedLines({ body }, 'referral')).toEqual([
      'referral.body.child.firstName: Poppy',
      `${fileWords.someoneElse} referral.body.parents[1].firstName: Ann`,
      `${fileWords.someoneElse} referral.body.parents[1].holds: YES`,
      `${fileWords.someoneElse} referral.body.referrer.name: R`,
    ]);
  });

  it('stands before free words of which no one knows whom they are about', () => {
    expect(markedLines({ reason: 'Her aunt said so' }, 'case')).toEqual([
      `${fileWords.someoneElse} case.reason: Her aunt said so`,
    ]);
  });

  it('stands before each fact of safety, also where only a code tells', () => {
    const value = {
      noFamilyEmail: { reason: 'He reads it' },
      history: [{ event: 'SAFE_CHANNEL_RECORDED', text: 'Ring at noon' }],
      child: { address: { postcode: 'TA1 1AA' } },
    };
    expect(markedLines(value, 'x')).toEqual([
      `${fileWords.safety} x.noFamilyEmail.reason: He reads it`,
      `${fileWords.safety} x.history[1].event: SAFE_CHANNEL_RECORDED`,
      `${fileWords.safety} x.history[1].text: Ring at noon`,
      `${fileWords.safety} x.child.address.postcode: TA1 1AA`,
    ]);
  });

  it('cannot be forged by a line that someone typed', () => {
    const [line = ''] = markedLines({ text: 'One\n== Plan ==\r[SAFETY\u2028x' }, 'case');
    expect(line.split('\n').slice(1)).toEqual(['    | == Plan ==', '    | [SAFETY', '    | x']);
  });
});

/** Every text in a value, one line at a time. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n');
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

const MEETING = '2026-09-29';

/** Kinds of which a record has items that the copy tells of. */
const IN_COPY = new Map<string, (of: Readonly<Record<string, unknown>>) => { pk: string; sk: string }>([
  ['case', () => caseKey(reference)],
  ['support', () => supportKey(reference)],
  ['plan', () => planKey(reference)],
  ['notice', ({ id }) => noticeKey(reference, String(id))],
  ['todo', ({ id }) => todoKey(reference, String(id))],
  ['comment', ({ id }) => commentKey(reference, String(id))],
  ['opening', ({ id }) => openingKey(reference, String(id))],
  ['reading', () => readingKey(reference, '2026-09-24T08:00:00.000Z', 'x')],
  ['check', () => checkKey(reference, 1)],
  ['minute', () => minuteKey(reference, `${reference}-T1`)],
  ['meeting', () => meetingKey(MEETING)],
]);

/** Kinds that are read with another one, and so are in the copy by it. */
const READ_WITH = ['referral', 'part', 'supportpart', 'edition'];

/** Kinds of which no copy tells: of no one child, keys and hashes alone, what is said elsewhere, or what the file says to look for. */
const NOT_IN_COPY = [
  ...['refused', 'claim', 'link', 'session', 'challenge', 'match', 'followed', 'pause', 'settled', 'slot'],
  ...['team', 'capacity', 'rollup', 'reconciliation', 'present', 'sums', 'marks', 'balance', 'night', 'lease'],
  ...['audit', 'alarms', 'lastalarm', 'import', 'rows', 'draft', 'mail', 'samemail'],
];

it('of every kind that is stored it is decided whether the copy tells of it', () => {
  expect([...IN_COPY.keys(), ...READ_WITH, ...NOT_IN_COPY].toSorted()).toEqual(kinds.toSorted());
});

/** Under these names stands what people typed, however short it is. */
const TYPED = /^(text|reason|message|question|note|words|said|activities|others|writtenWith|strengths|needs)$/;
const PLANTED = 'zebrafish';
const SECRET = 'octopus';

/** The same with words that can be found in place of what people typed, and of what opens something. */
function planted(value: unknown, name = ''): unknown {
  if (typeof value === 'string' && /^(token|\w*[hH]ash|basis)$/.test(name)) return SECRET;
  if (typeof value === 'string') return TYPED.test(name) ? PLANTED : value;
  if (Array.isArray(value)) return value.map((one) => planted(one, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, planted(one, key)]));
}

const count = (text: string, word: string) => text.split(word).length - 1;
const kept = (value: unknown): number => count(JSON.stringify(value), PLANTED);

it('tells all that was typed, and nothing that opens anything, of each item that a release has stored', async () => {
  const wrong: string[] = [];
  const table = memoryTable(false);
  const { desk, record, stores } = await asked({ stores: storesOver(table, (bytes) => randomBytes(bytes)) });
  await record();
  const before = await stores.cases.readCase(reference);
  const request = before?.history.at(-1);
  let looked = 0;
  for (const { name, kind, item } of examples) {
    const keyOf = IN_COPY.get(kind);
    if (!keyOf) continue;
    const typed = Object(planted(item));
    const history = kind === 'case' ? { history: [...typed.history, request], sealed: undefined } : {};
    const more = kind === 'support' ? { sealed: undefined } : kind === 'check' ? { n: 1 } : {};
    await table.put({ ...typed, ...more, ...history, ...keyOf(item), reference });
    const { status, body } = await desk.get(FILE);
    const section = body.split('\n== ').find((one) => count(one, PLANTED) >= kept(typed));
    looked += 1;
    if (status !== 200) wrong.push(`${name}: ${status}`);
    if (kept(typed) > 0 && !section) wrong.push(`${name}: not all is told`);
    if (body.includes(SECRET)) wrong.push(`${name}: a secret`);
  }
  expect(wrong).toEqual([]);
  expect(looked).toBeGreaterThan(100);
});
