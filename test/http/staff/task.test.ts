import { describe, expect, it } from 'vitest';
import { recordDecision } from '#application/triage/record-decision.ts';
import { decisionSettled } from '#domain/case/decide.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { NO_DOCUMENT } from '#test/kit/words/staff.ts';
import { triageOutcomes } from '#web/components/record/words.ts';
import { decidedWords } from '#web/staff/words.ts';
import { hidden } from '../browser.ts';
import { caseOnReceipt, checkedCase, deciderId, otherReference, reference, storedCheck, withTask } from '../records.ts';
import { testConfig } from '../service-config.ts';
import { accept, taskId, triager1, triageWorld } from './world.ts';

const address = `/triage/tasks/${taskId}`;

const added = [{ evidenceId: 'uploaded-2', type: 'PAEDIATRICIAN_LETTER', title: 'A letter that was asked for' }];
const withAnsweredDocument = withTask(
  {
    ...checkedCase('TRIAGE'),
    answers: [{ at: '2026-09-24T07:30:00.000Z', text: 'Here it is', evidence: added }],
    added,
  },
  'TRIAGE',
);

async function opened(options: Parameters<typeof triageWorld>[0] = {}) {
  const world = await triageWorld(options);
  const using = await world.signIn(world.token);
  const page = await using.get(address);
  const decide = (fields: Readonly<Record<string, string>>, headers = {}) =>
    using.post(address, { csrf: hidden(page, 'csrf'), taskId: hidden(page, 'taskId'), ...fields }, headers);
  return { ...world, using, page, decide };
}

describe('GET of a task', () => {
  it('shows the referral, the checks with value, threshold and source, the recommendation and the evidence', async () => {
    const { page, readings } = await opened();
    expect(page.status).toBe(200);
    for (const text of ['Poppy', '10 September 2024', 'Health visitor', '9990007314', 'TA1 9ZZ'])
      expect(page.body).toContain(text);
    for (const text of ['2 areas', 'at least 2 areas', 'published', 'the criteria look met'])
      expect(page.body).toContain(text);
    expect(page.body).toContain(`href="${address}/evidence/0"`);
    expect(readings.at(-1)).toEqual({
      by: triager1,
      what: 'RECORD',
    });
  });

  it('offers the seven outcomes without a default', async () => {
    const { page } = await opened();
    const values = [...page.body.matchAll(/name="outcome" value="(\w+)"/g)].map(([, value]) => value);
    expect(values).toEqual([
      'ACCEPT_INITIAL_ASSESSMENT',
      'INVITE_GROUP',
      'INVITE_LITTLE_TREASURES',
      'REQUEST_INFORMATION',
      'REDIRECT',
      'DECLINE',
      'DEFER_TO_MEETING',
    ]);
    expect(page.body).not.toContain(' checked>');
  });

  it('holds the name and the role of whoever is signed in, who may change them', async () => {
    const { page } = await opened();
    const held = (name: string) => new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(page.body)?.[1];
    expect([held('deciderName'), held('deciderRole')]).toEqual(['triage-1', 'triager']);
  });

  it('says in words that some criteria do not look met', async () => {
    const world = await triageWorld({ check: storedCheck({ triageRecommendation: 'LIKELY_INELIGIBLE' }) });
    const using = await world.signIn(world.token);
    expect((await using.get(address)).body).toContain('some criteria do not look met. The team decides');
  });

  it('offers a document that the referrer sent because the team asked for it, though no check has seen it', async () => {
    const { using, page, evidence } = await opened({ theCase: withAnsweredDocument });
    const link = `${address}/evidence/1`;
    expect(page.body).toContain('A letter that was asked for');
    expect(page.body).toContain(`href="${link}"`);
    evidence.upload('local', 'uploaded-2', { versionId: 'v7' });
    expect((await using.get(link)).location).toBe('https://bucket.example/uploaded-2?v=v7');
  });

  it('keeps such a document closed when it is not of a type that is taken (hostile)', async () => {
    const { using, evidence } = await opened({ theCase: withAnsweredDocument });
    evidence.upload('local', 'uploaded-2', { head: new TextEncoder().encode('<html>') });
    const answer = await using.get(`${address}/evidence/1`);
    expect([answer.status, answer.location]).toEqual([403, '']);
    expect(answer.body).toContain(NO_DOCUMENT);
  });

  it('escapes what was typed into the referral (hostile)', async () => {
    const world = await triageWorld();
    const using = await world.signIn(world.token);
    const page = await using.get(address);
    const csrf = hidden(page, 'csrf');
    const script = '<script>alert(1)</script>"\'';
    const answer = await using.post(address, {
      ...accept,
      outcome: 'NONE',
      reason: script,
      deciderName: script,
      csrf,
      taskId,
    });
    expect(answer.body).not.toContain('<script>');
    expect(answer.body).toContain('&lt;script&gt;');
  });

  it.each([
    ['without a session', async () => (await triageWorld()).newBrowser()],
    [
      'with a forged cookie (hostile)',
      async () => {
        const using = (await triageWorld()).newBrowser();
        using.jar.set('small-steps-staff', 'A'.repeat(43));
        return using;
      },
    ],
    [
      'with a session that has run out (late)',
      async () => {
        const { signIn, token, clock } = await triageWorld();
        const using = await signIn(token);
        clock.advanceMinutes(8 * 60);
        return using;
      },
    ],
  ])('%s answers 404 and says to open the link again', async (_kind, make) => {
    const answer = await (await make()).get(address);
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('Open the link in your email again');
    expect(answer.body).not.toContain('Poppy');
  });

  it('does not show a task that the session was not sent (hostile)', async () => {
    const { using } = await opened();
    expect((await using.get(`/triage/tasks/${otherReference}-T1`)).status).toBe(404);
    expect((await using.get(`/triage/tasks/${reference}-T2`)).status).toBe(404);
  });

  it('carries the headers of every page', async () => {
    const { page } = await opened({ baseUrl: 'https://x.example/live' });
    expect(page.headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': expect.any(String),
    });
    expect(page.body).not.toMatch(/<script|style="|onclick/);
    expect(page.body).toContain('href="/live/assets/small-steps-');
  });
});

describe('POST of a decision', () => {
  it('records it and shows what was recorded, by whom, when, and until when it can be undone', async () => {
    const { decide, using } = await opened();
    const answer = await decide(accept);
    expect([answer.status, answer.location]).toEqual([303, address]);
    const shown = (await using.get(address)).body;
    for (const text of [
      'offer an initial assessment',
      'Robin Practitioner, Portage practitioner',
      '24 September 2026 at 9am',
      'until 9:05am',
    ]) {
      expect(shown).toContain(text);
    }
    expect(shown).toContain(`action="${address}/undo"`);
  });

  it.each([
    ['no outcome (half-finished)', { ...accept, outcome: '' }, 'outcome'],
    ['an outcome that nobody offers (hostile)', { ...accept, outcome: 'ACCEPT_ALL', reason: 'Because' }, 'outcome'],
    ['a blank reason where one is needed', { ...accept, outcome: 'DECLINE', reason: ' \n ' }, 'reason'],
    ['no name (half-finished)', { ...accept, deciderName: '' }, 'deciderName'],
    ['no role (half-finished)', { ...accept, deciderRole: '  ' }, 'deciderRole'],
  ])('with %s answers 422 and the form again', async (_kind, fields, path) => {
    const { decide, stores } = await opened();
    const answer = await decide(fields);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('<title>Error: ');
    expect(answer.body).toContain(`<a href="#${path}">`);
    expect(answer.body).toContain(`id="${path}"`);
    expect((await stores.cases.readCase(reference))?.task?.decision).toBeUndefined();
  });

  it('keeps everything that was typed when something is missing', async () => {
    const { decide } = await opened();
    const answer = await decide({
      outcome: 'DECLINE',
      reason: '',
      deciderName: 'Robin & Co',
      deciderRole: 'Practitioner',
    });
    expect(answer.body).toContain('value="DECLINE" id="outcome-6" checked');
    expect(answer.body).toContain('value="Robin &amp; Co"');
    expect(answer.body).toContain('value="Practitioner"');
    const kept = await decide({ ...accept, outcome: '', reason: 'Line one\r\nline two' });
    expect(kept.body).toContain('>Line one\nline two</textarea>');
  });

  it.each([
    ['no CSRF token (hostile)', { csrf: '' }, {}],
    ['a forged CSRF token (hostile)', { csrf: 'f'.repeat(64) }, {}],
    ['another task id (hostile)', { taskId: `${reference}-T2` }, {}],
    ['no task id (half-finished)', { taskId: '' }, {}],
    ['a foreign Origin (hostile)', {}, { Origin: 'https://evil.example' }],
    ['a fetch from another site (hostile)', {}, { 'Sec-Fetch-Site': 'cross-site' }],
  ])('with %s answers 403 and records nothing', async (_kind, fields, headers) => {
    const { decide, stores } = await opened();
    expect((await decide({ ...accept, ...fields }, headers)).status).toBe(403);
    expect((await stores.cases.readCase(reference))?.task?.decision).toBeUndefined();
  });

  it('takes the Origin of the base URL', async () => {
    const { decide } = await opened();
    expect((await decide(accept, { Origin: 'http://localhost:8080' })).status).toBe(303);
  });

  it.each([
    ['a field twice (hostile)', 'application/x-www-form-urlencoded', 'outcome=DECLINE&outcome=REDIRECT', 400],
    ['another type of body (malformed)', 'application/json', '{}', 415],
    ['more than 64 KB', 'application/x-www-form-urlencoded', `reason=${'x'.repeat(70_000)}`, 413],
  ])('with %s is refused', async (_kind, type, body, status) => {
    const { using, stores } = await opened();
    const answer = await using.send({ method: 'POST', path: address, headers: { 'Content-Type': type }, body });
    expect(answer.status).toBe(status);
    expect((await stores.cases.readCase(reference))?.task?.decision).toBeUndefined();
  });

  it('without a session answers 404', async () => {
    const { newBrowser } = await triageWorld();
    expect((await newBrowser().post(address, { ...accept, taskId })).status).toBe(404);
  });

  it('after the session has ended (late) gives back what was typed and nothing of the record', async () => {
    const { newBrowser } = await triageWorld();
    const typed = { ...accept, outcome: 'DECLINE', reason: 'As the team agreed <b>today</b>', taskId };
    const { status, body: text } = await newBrowser().post(address, typed);
    expect(status).toBe(404);
    expect(text).toContain('As the team agreed &lt;b&gt;today&lt;/b&gt;');
    expect(text).toContain(triageOutcomes.DECLINE);
    expect(text).not.toContain('Testerfield');
  });

  it.each(['constructor', 'toString', '__proto__'])(
    'hostile: an outcome called %s, without a session, shows itself as text and no source of ours',
    async (outcome) => {
      const { newBrowser } = await triageWorld();
      const { status, body: text } = await newBrowser().post(address, { ...accept, outcome, reason: 'x', taskId });
      expect(status).toBe(404);
      expect(text).not.toMatch(/function|native code|\[object/);
    },
  );

  it('sent again by the same person (twice) is a success', async () => {
    const { decide } = await opened();
    await decide(accept);
    expect((await decide(accept)).status).toBe(303);
  });

  it('has one winner of two at the same moment, and the other is told who decided what', async () => {
    const world = await triageWorld();
    const [first, second] = [await world.signIn(world.token), await world.signIn(world.second)];
    const csrfOf = async (using: typeof first) => hidden(await using.get(address), 'csrf');
    const [one, two] = [await csrfOf(first), await csrfOf(second)];
    const answers = await Promise.all([
      first.post(address, { ...accept, csrf: one, taskId }),
      second.post(address, {
        ...accept,
        outcome: 'DECLINE',
        reason: 'Not here',
        deciderName: 'Sam',
        csrf: two,
        taskId,
      }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const loser = answers.find(({ status }) => status === 409);
    const decision = (await world.stores.cases.readCase(reference))?.task?.decision;
    expect(loser?.body).toContain(decision && actorInWords(decision.by));
  });

  it('loses none of what was typed when a colleague was first (late)', async () => {
    const world = await opened();
    const late = await world.signIn(world.second);
    const csrf = hidden(await late.get(address), 'csrf');
    await world.decide(accept);
    const typed = { outcome: 'DECLINE', reason: 'Not the right service', message: 'Your nursery can help.' };
    const { status, body } = await late.post(address, { ...accept, ...typed, csrf, taskId });
    expect(status).toBe(409);
    for (const said of [decidedWords.unrecorded, typed.reason, typed.message]) expect(body).toContain(said);
    expect((await late.get(address)).body).not.toContain(decidedWords.unrecorded);
  });

  it('is told who decided what and when, on GET and POST, in the undo window and after it (late)', async () => {
    const world = await opened();
    const late = await world.signIn(world.second);
    const csrf = hidden(await late.get(address), 'csrf');
    await world.decide(accept);
    const other = { ...accept, outcome: 'DECLINE', reason: 'Not here', deciderName: 'Sam', csrf, taskId };
    const said = ['Robin Practitioner', 'offer an initial assessment', '24 September 2026 at 9am'];

    const inWindow = [await late.get(address), await late.post(address, other)];
    expect(inWindow.map(({ status }) => status)).toEqual([200, 409]);
    world.clock.advanceMinutes(5);
    const theCase = await world.stores.cases.readCase(reference);
    const settled = theCase && decisionSettled(theCase, { now: world.clock.now(), policyVersion: 1 });
    if (settled) await world.stores.cases.saveCase({ ...settled, version: settled.version + 1 });
    const after = [await late.get(address), await late.post(address, other)];
    expect((await world.stores.cases.readCase(reference))?.task).toBeFalsy();
    expect(after.map(({ status }) => status)).toEqual([200, 409]);
    for (const { body } of [...inWindow, ...after]) for (const text of said) expect(body).toContain(text);
    expect(after[0]?.body).not.toContain('/undo"');
  });

  it('is told who decided what also when another task was decided since (late)', async () => {
    const { decide, using, clock, stores } = await opened();
    await decide({ ...accept, outcome: 'DEFER_TO_MEETING', reason: 'Next week' });
    const settle = async () => {
      clock.advanceMinutes(5);
      const theCase = await stores.cases.readCase(reference);
      const settled = theCase && decisionSettled(theCase, { now: clock.now(), policyVersion: 1 });
      return settled ?? expect.fail('nothing to settle');
    };
    const again = { ...withTask(await settle(), 'TRIAGE'), version: 3 };
    expect(await stores.cases.saveCase(again)).toBe(true);
    const useCases = {
      ...stores,
      now: clock.now,
      policy: defaultPolicy,
      config: testConfig,
      tellSecond: async () => {},
    };
    await recordDecision(useCases)({
      reference,
      taskId: `${reference}-T2`,
      person: deciderId,
      ...accept,
      deciderName: 'Sam',
    });
    expect(await stores.cases.saveCase({ ...(await settle()), version: 5 })).toBe(true);
    const answer = await using.get(address);
    expect(answer.status).toBe(200);
    for (const text of [triageOutcomes.DEFER_TO_MEETING, 'Next week', 'Robin Practitioner'])
      expect(answer.body).toContain(text);
    expect(answer.body).not.toContain('Sam');
  });
});

describe('Undo', () => {
  it('opens the task again while the window is open', async () => {
    const { decide, using, stores } = await opened();
    await decide(accept);
    const page = await using.get(address);
    const answer = await using.post(`${address}/undo`, { csrf: hidden(page, 'csrf'), taskId });
    expect([answer.status, answer.location]).toEqual([303, address]);
    expect((await stores.cases.readCase(reference))?.task?.decision).toBeUndefined();
    expect((await using.get(address)).body).toContain('name="outcome"');
  });

  it('after the window (late) says that the decision has taken effect', async () => {
    const { decide, using, clock } = await opened();
    await decide(accept);
    const page = await using.get(address);
    clock.advanceMinutes(5);
    const answer = await using.post(`${address}/undo`, { csrf: hidden(page, 'csrf'), taskId });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain(decidedWords.undoneTooLate);
    expect(answer.body).not.toContain(decidedWords.tooLate);
  });

  it('of a decision that a colleague has undone, and made another (late), undoes nothing and shows theirs', async () => {
    const { decide, using, clock, signIn, second, stores } = await opened();
    const colleague = await signIn(second);
    await decide(accept);
    const stale = await using.get(address);
    const undo = async (browser: typeof using, page: typeof stale) =>
      browser.post(`${address}/undo`, { csrf: hidden(page, 'csrf'), mark: hidden(page, 'mark'), taskId });
    await undo(colleague, await colleague.get(address));
    clock.advanceMinutes(1);
    const csrf = hidden(await colleague.get(address), 'csrf');
    await colleague.post(address, {
      ...accept,
      outcome: 'DECLINE',
      reason: 'Not here',
      deciderName: 'Sam',
      csrf,
      taskId,
    });
    const answer = await undo(using, stale);
    expect(answer.status).toBe(409);
    expect(answer.body).toContain(decidedWords.decidedAgain);
    expect((await stores.cases.readCase(reference))?.task?.decision?.outcome).toBe('DECLINE');
  });

  it('without a CSRF token (hostile) answers 403 and the decision stays', async () => {
    const { decide, using, stores } = await opened();
    await decide(accept);
    expect((await using.post(`${address}/undo`, { taskId })).status).toBe(403);
    expect((await stores.cases.readCase(reference))?.task?.decision).toBeTruthy();
  });
});

describe('evidence', () => {
  it('opens by a short presigned URL, in the version that was checked, and is a reading', async () => {
    const { using, readings } = await opened();
    const answer = await using.get(`${address}/evidence/0`);
    expect([answer.status, answer.headers.location]).toEqual([303, 'https://bucket.example/uploaded-1?v=v1']);
    expect(readings.at(-1)).toEqual({
      by: triager1,
      what: 'EVIDENCE_0',
    });
  });

  it.each([
    ['PENDING', 409],
    ['HARMFUL', 403],
  ] as const)('whose scan is %s is not opened', async (scan, status) => {
    const { using, evidence } = await opened();
    evidence.upload('local', 'uploaded-1', { scan });
    const answer = await using.get(`${address}/evidence/0`);
    expect([answer.status, answer.location]).toEqual([status, '']);
  });

  it.each(['1', '-1', '999999', 'x', '0x0'])('with the place %s (hostile) answers 404', async (index) => {
    const { using } = await opened();
    expect((await using.get(`${address}/evidence/${index}`)).status).toBe(404);
  });

  it('without a session answers 404', async () => {
    const { newBrowser } = await triageWorld();
    expect((await newBrowser().get(`${address}/evidence/0`)).status).toBe(404);
  });
});

describe('a possible duplicate', () => {
  const held = withTask(checkedCase('POSSIBLE_DUPLICATE', ['SAME_NHS_NUMBER_AND_DOB'], otherReference), 'DUPLICATE');

  it('is asked about with the other case beside it, and decided in its own two words', async () => {
    const world = await triageWorld({ theCase: held });
    await world.stores.cases.createCase(caseOnReceipt(otherReference));
    const using = await world.signIn(world.token);
    const page = await using.get(address);
    expect(page.body).toContain(otherReference);
    expect([...page.body.matchAll(/name="outcome" value="(\w+)"/g)].map(([, value]) => value)).toEqual([
      'NOT_A_DUPLICATE',
      'CONFIRMED_DUPLICATE',
    ]);
    const fields = { ...accept, outcome: 'NOT_A_DUPLICATE', reason: 'Twins', csrf: hidden(page, 'csrf'), taskId };
    expect((await using.post(address, fields)).status).toBe(303);
  });

  it('is not decided with an outcome of triage (hostile)', async () => {
    const { decide } = await opened({ theCase: held });
    expect((await decide({ ...accept, reason: 'Because' })).status).toBe(422);
  });
});

describe('every address of triage', () => {
  it.each(['/triage', '/triage/', '/triage/tasks', '/triage/l/', '/triage/nowhere'])(
    '%s answers a page with 404',
    async (path) => {
      const { newBrowser } = await triageWorld();
      const answer = await newBrowser().get(path);
      expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    },
  );

  it('answers a wrong method with 405 and what is possible', async () => {
    const { newBrowser, token } = await triageWorld();
    const answer = await newBrowser().send({ method: 'PUT', path: `/triage/l/${token}` });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('answers HEAD of a link as GET without a body', async () => {
    const { newBrowser, token } = await triageWorld();
    const answer = await newBrowser().send({ method: 'HEAD', path: `/triage/l/${token}` });
    expect([answer.status, answer.body]).toEqual([200, '']);
  });
});
