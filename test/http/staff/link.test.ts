import { describe, expect, it } from 'vitest';
import { codeWords } from '#web/access/code-words.ts';
import { reference } from '../records.ts';
import { taskId, triager1, triageWorld } from './world.ts';

const unknown = 'A'.repeat(43);

type World = Awaited<ReturnType<typeof triageWorld>>;

/** Guesses wrongly through the first link until it has no tries left. */
async function guessAll({ newBrowser, token, lastCode }: World) {
  const code = lastCode() === '000000' ? '000001' : '000000';
  for (let n = 0; n < 5; n += 1) await newBrowser().post(`/triage/l/${token}/code`, { code });
}

describe('GET of a link', () => {
  it('shows the reference and a form, nothing of the record, and acts on nothing', async () => {
    const { newBrowser, token, mailer, stores, readings } = await triageWorld();
    const before = await stores.cases.readCase(reference);
    const answer = await newBrowser().get(`/triage/l/${token}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain(reference);
    expect(answer.body).toContain(`<form method="post" action="/triage/l/${token}">`);
    expect(answer.body).not.toMatch(/Poppy|Testerfield|Taunton/);
    expect([mailer.sent, readings, answer.cookies]).toEqual([[], [], []]);
    expect(await stores.cases.readCase(reference)).toEqual(before);
  });

  it.each(['.', ')', '%3E', '%20', ',%20thanks', '%E2%80%9D'])(
    'malformed: leads to its clean address where a mail program put %s behind it',
    async (behind) => {
      const { newBrowser, token } = await triageWorld();
      const answer = await newBrowser().get(`/triage/l/${token}${behind}`);
      expect([answer.status, answer.location]).toEqual([303, `/triage/l/${token}`]);
    },
  );

  it('looks the same for unknown, malformed, expired, decided and revoked links', async () => {
    const { newBrowser, token, second, putLink, signIn, clock, stores } = await triageWorld();
    const expired = await putLink('expired', { expiresAt: clock.now() });
    const stranger = await putLink('stranger', { mailbox: 'stranger@example.org' });
    const otherTask = await putLink('other task', { taskId: `${reference}-T2` });
    const referrers = await putLink('referrer', { purpose: 'STATUS' });
    const links = [unknown, 'short', '__proto__', expired, stranger, otherTask, referrers];
    const answers = await Promise.all(links.map((link) => newBrowser().get(`/triage/l/${link}`)));

    const using = await signIn(token);
    const page = await using.get(`/triage/tasks/${taskId}`);
    const csrf = /name="csrf" value="(\w+)"/.exec(page.body)?.[1] ?? '';
    const form = {
      confirm: '1',
      outcome: 'ACCEPT_INITIAL_ASSESSMENT',
      reason: '',
      deciderName: 'R',
      deciderRole: 'P',
      csrf,
      taskId,
    };
    await using.post(`/triage/tasks/${taskId}`, form);
    expect((await stores.cases.readCase(reference))?.task?.decision).toBeTruthy();
    answers.push(await newBrowser().get(`/triage/l/${token}`), await newBrowser().get(`/triage/l/${second}`));
    answers.push(
      await newBrowser().post(`/triage/l/${token}`),
      await newBrowser().post(`/triage/l/${token}/code`, { code: '000000' }),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });
});

describe('POST of a link', () => {
  it('mails a six-digit code, alone on a line, to the mailbox of the link and shows the form for it', async () => {
    const { newBrowser, token, mailer } = await triageWorld();
    const answer = await newBrowser().post(`/triage/l/${token}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('name="code"');
    expect(mailer.sent.map(({ to }) => to)).toEqual(['triage-1@example.org']);
    expect(mailer.sent[0]?.text).toMatch(/^\d{6}$/m);
    expect(answer.body).not.toContain(/^\d{6}$/m.exec(mailer.sent[0]?.text ?? '')?.[0]);
  });

  it('goes straight on where the mailbox has shown itself already', async () => {
    const { signIn, token, putLink, mailer, readings } = await triageWorld();
    const using = await signIn(token);
    const reminder = await putLink('reminder');
    const answer = await using.post(`/triage/l/${reminder}`);
    expect([answer.status, answer.location]).toEqual([303, `/triage/tasks/${taskId}`]);
    expect(mailer.sent).toHaveLength(1);
    expect(readings.map(({ what }) => what)).toEqual(['SESSION_OPENED', 'LINK_OPENED']);
  });

  it("asks for a code again where the session is another mailbox's", async () => {
    const { signIn, token, second, mailer } = await triageWorld();
    const using = await signIn(token);
    expect((await using.post(`/triage/l/${second}`)).status).toBe(200);
    expect(mailer.sent.at(-1)?.to).toBe('triage-2@example.org');
  });

  it('sends no other code while one of at most five minutes lies there, and that one works (hostile: a scanner)', async () => {
    const { newBrowser, token, mailer, clock, lastCode } = await triageWorld();
    for (let n = 0; n < 10; n += 1) {
      const answer = await newBrowser().post(`/triage/l/${token}`);
      expect([answer.status, answer.body.includes('name="code"')]).toEqual([200, true]);
      if (n === 5) clock.advanceMinutes(5);
    }
    expect(mailer.sent).toHaveLength(1);
    expect((await newBrowser().post(`/triage/l/${token}/code`, { code: lastCode() })).status).toBe(303);
  });

  it.each([
    ['is older than five minutes (late)', async ({ clock }: World) => clock.advanceMinutes(6)],
    ['was entered (twice)', async ({ signIn }: World) => signIn()],
    ['was guessed at too often (hostile)', guessAll],
  ])('sends another code where the last one %s', async (_what, first) => {
    const world = await triageWorld();
    await world.newBrowser().post(`/triage/l/${world.token}`);
    await first(world);
    const before = world.mailer.sent.length;
    await world.newBrowser().post(`/triage/l/${world.token}`);
    expect(world.mailer.sent).toHaveLength(before + 1);
  });

  it('asks for a code through another link of the same mailbox without sending one', async () => {
    const { newBrowser, token, putLink, mailer, lastCode } = await triageWorld();
    const reminder = await putLink('reminder');
    await newBrowser().post(`/triage/l/${token}`);
    expect((await newBrowser().post(`/triage/l/${reminder}`)).body).toContain('name="code"');
    expect(mailer.sent).toHaveLength(1);
    expect((await newBrowser().post(`/triage/l/${reminder}/code`, { code: lastCode() })).status).toBe(303);
  });

  it('refuses a POST from another site (hostile) with 403 and sends nothing', async () => {
    const { newBrowser, token, mailer } = await triageWorld();
    const answer = await newBrowser().post(`/triage/l/${token}`, {}, { Origin: 'https://evil.example' });
    expect([answer.status, mailer.sent]).toEqual([403, []]);
  });

  it.each([[{}], [{ newCode: 'yes' }]])('sends one code to a hundred requests at once, with %j', async (fields) => {
    const { newBrowser, token, mailer } = await triageWorld();
    await Promise.all(Array.from({ length: 100 }, () => newBrowser().post(`/triage/l/${token}`, fields)));
    expect(mailer.sent).toHaveLength(1);
  });
});

describe('the code', () => {
  it('opens a session with a cookie that no script reads and leads to the clean address', async () => {
    const { newBrowser, token, lastCode, readings } = await triageWorld({ baseUrl: 'https://x.example/live' });
    const using = newBrowser();
    await using.post(`/triage/l/${token}`);
    const answer = await using.post(`/triage/l/${token}/code`, { code: lastCode() });
    expect([answer.status, answer.headers.location]).toEqual([303, `https://x.example/live/triage/tasks/${taskId}`]);
    expect(answer.cookies).toHaveLength(1);
    expect(answer.cookies[0]).toMatch(
      /^__Secure-small-steps-staff=[\w-]{43}; Path=\/live\/; Max-Age=28800; HttpOnly; SameSite=Strict; Secure$/,
    );
    expect(readings).toEqual([{ by: triager1, what: 'SESSION_OPENED' }]);
  });

  it('is not marked Secure on plain HTTP, where a browser would drop it', async () => {
    const { newBrowser, token, lastCode } = await triageWorld();
    const using = newBrowser();
    await using.post(`/triage/l/${token}`);
    const answer = await using.post(`/triage/l/${token}/code`, { code: lastCode() });
    expect(answer.cookies[0]).toMatch(/Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict$/);
  });

  it('is taken with spaces in it, as people copy it', async () => {
    const { newBrowser, token, lastCode } = await triageWorld();
    await newBrowser().post(`/triage/l/${token}`);
    const code = ` ${lastCode().slice(0, 3)} ${lastCode().slice(3)} `;
    expect((await newBrowser().post(`/triage/l/${token}/code`, { code })).status).toBe(303);
  });

  it.each([
    ['empty (half-finished)', ''],
    ['blank (half-finished)', '   '],
    ['not six digits (malformed)', 'abcdef'],
  ])('that is %s is no try: 422 and the form again', async (_kind, typed) => {
    const { newBrowser, token, lastCode } = await triageWorld();
    await newBrowser().post(`/triage/l/${token}`);
    for (let n = 0; n < 6; n += 1) {
      const answer = await newBrowser().post(`/triage/l/${token}/code`, { code: typed });
      expect(answer.status).toBe(422);
      expect(answer.body).toContain('<title>Error: ');
      expect(answer.body).toContain('name="code"');
    }
    expect((await newBrowser().post(`/triage/l/${token}/code`, { code: lastCode() })).status).toBe(303);
  });

  it('that is wrong is counted, and after five even the right one is used up', async () => {
    const { newBrowser, token, lastCode } = await triageWorld();
    await newBrowser().post(`/triage/l/${token}`);
    const wrong = lastCode() === '000000' ? '000001' : '000000';
    const bodies: string[] = [];
    for (let n = 0; n < 5; n += 1)
      bodies.push((await newBrowser().post(`/triage/l/${token}/code`, { code: wrong })).body);
    expect(bodies[0]).toContain('4 tries left');
    expect(bodies[3]).toContain('one try left');
    expect(bodies[4]).toContain('tried this code too often');
    const right = await newBrowser().post(`/triage/l/${token}/code`, { code: lastCode() });
    expect([right.status, right.cookies]).toEqual([422, []]);
    expect(right.body).toContain(codeWords.newCode);
  });

  it('is guessed at most five times by two hundred guesses at once (hostile)', async () => {
    const { newBrowser, token, lastCode, stores } = await triageWorld();
    await newBrowser().post(`/triage/l/${token}`);
    const guesses = Array.from({ length: 200 }, (_, n) => String(n).padStart(6, '0')).filter(
      (guess) => guess !== lastCode(),
    );
    await Promise.all(guesses.map((code) => newBrowser().post(`/triage/l/${token}/code`, { code })));
    expect((await newBrowser().post(`/triage/l/${token}/code`, { code: lastCode() })).status).toBe(422);
    expect((await stores.cases.readCase(reference))?.task?.decision).toBeUndefined();
  });

  it('works for ten minutes and not longer (late)', async () => {
    const { newBrowser, token, lastCode, clock } = await triageWorld();
    await newBrowser().post(`/triage/l/${token}`);
    clock.advanceMinutes(10);
    const answer = await newBrowser().post(`/triage/l/${token}/code`, { code: lastCode() });
    expect([answer.status, answer.cookies]).toEqual([422, []]);
    expect(answer.body).toContain(codeWords.newCode);
  });

  it('works once (twice)', async () => {
    const { newBrowser, token, lastCode } = await triageWorld();
    await newBrowser().post(`/triage/l/${token}`);
    expect((await newBrowser().post(`/triage/l/${token}/code`, { code: lastCode() })).status).toBe(303);
    expect((await newBrowser().post(`/triage/l/${token}/code`, { code: lastCode() })).status).toBe(422);
  });

  it("of one mailbox does not open another's link (hostile)", async () => {
    const { newBrowser, token, second, lastCode } = await triageWorld();
    await newBrowser().post(`/triage/l/${token}`);
    expect((await newBrowser().post(`/triage/l/${second}/code`, { code: lastCode() })).status).toBe(422);
  });

  it('before any was asked for (out of order) is refused with a button for one', async () => {
    const { newBrowser, token } = await triageWorld();
    const answer = await newBrowser().post(`/triage/l/${token}/code`, { code: '123456' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(codeWords.newCode);
  });

  it('is asked for again by GET of its address, without sending one', async () => {
    const { newBrowser, token, mailer } = await triageWorld();
    const answer = await newBrowser().get(`/triage/l/${token}/code`);
    expect([answer.status, mailer.sent]).toEqual([200, []]);
  });
});
