import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { ADVISORY_TEACHERS } from '#domain/service/description/other-services.ts';
import { fileProblems } from '#web/form/files/words.ts';
import { answerPageWords, forwardWords, SEE_REFERRAL } from '#web/referral/words.ts';
import { hidden } from '../browser.ts';
import { checkedCase, reference, withAsk, withTask } from '../records.ts';
import { referrerWorld } from './world.ts';

const file = 'A'.repeat(22);
const named = { files: file, [`type-${file}`]: 'SOGS', [`title-${file}`]: 'Schedule of Growing Skills' };
const question: Case['ask'] = {
  why: 'INFORMATION_REQUESTED',
  question: 'How does Poppy play?',
  failed: [],
  untilAt: null,
};
const asked: Case = withTask(withAsk(checkedCase('TRIAGE'), question), 'REFERRER', ['referrer01@example.org']);
const redirected: Case = { ...checkedCase('REDIRECTED_EY_ADVISORY', ['AGE_OVER_3_0']), version: 1 };

describe('the page with a question', () => {
  it('shows what is asked and a form to add a document, and leads to where the answer is written', async () => {
    const { visit, evidence } = await referrerWorld(asked, 'ANSWER');
    const { using, page, address } = await visit();
    expect(page.status).toBe(200);
    for (const text of ['How does Poppy play?', 'action="https://bucket.example/"', `href="${address}/write"`]) {
      expect(page.body).toContain(text);
    }
    expect((await using.get(`${address}/write`)).body).toContain('name="text"');
    expect(page.headers['content-security-policy']).toContain("form-action 'self' https://bucket.example;");
    expect(evidence.forms.at(-1)).toMatchObject({
      caller: 'local',
      contentType: 'application/octet-stream',
      redirectTo: expect.stringMatching(/^http:\/\/localhost:8080\/referral\/\w+\/answer\/files\/[\w-]{22}$/),
    });
    expect(address).toBe(`/referral/${reference}/answer`);
  });

  it('keeps the answer with the documents that were added, and says thank you', async () => {
    const { visit, evidence, stores } = await referrerWorld(asked, 'ANSWER');
    const { using, address } = await visit();
    evidence.upload('local', file, { contentType: 'application/octet-stream' });
    expect((await using.get(`${address}/files/${file}`)).body).toContain(`href="${address}/write/${file}"`);
    const page = await using.get(`${address}/write/${file}`);
    expect(page.body).toContain(`name="type-${file}"`);
    const answer = await using.post(address, { csrf: hidden(page, 'csrf'), text: 'She plays with cups.', ...named });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain(`href="/referral/${reference}/status">${SEE_REFERRAL}`);
    const theCase = await stores.cases.readCase(reference);
    expect(theCase?.answers).toEqual([
      {
        at: '2026-09-24T08:00:00.000Z',
        text: 'She plays with cups.',
        evidence: [{ evidenceId: file, type: 'SOGS', title: 'Schedule of Growing Skills' }],
      },
    ]);
  });

  it('sent again (twice) is one answer, and looks sent both times', async () => {
    const { visit, stores } = await referrerWorld(asked, 'ANSWER');
    const { using, address } = await visit();
    const page = await using.get(`${address}/write`);
    const fields = { csrf: hidden(page, 'csrf'), task: hidden(page, 'task'), text: 'She plays with cups.' };
    const answers = [
      ...(await Promise.all([1, 2].map(() => using.post(address, fields)))),
      await using.post(address, fields),
    ];
    expect(answers.map(({ status, body }) => [status, body.includes(answerPageWords.received)])).toEqual(
      Array(3).fill([200, true]),
    );
    expect((await stores.cases.readCase(reference))?.answers).toHaveLength(1);
    const closed = await using.get(address);
    expect([closed.status, closed.body.includes(SEE_REFERRAL)]).toEqual([409, true]);
  });

  it('sent again with other words (late) changes nothing, says so and gives them back', async () => {
    const { visit, stores } = await referrerWorld(asked, 'ANSWER');
    const { using, address } = await visit();
    const page = await using.get(`${address}/write`);
    const fields = { csrf: hidden(page, 'csrf'), task: hidden(page, 'task') };
    await using.post(address, { ...fields, text: 'She plays with cups.' });
    const late = await using.post(address, { ...fields, text: 'And with spoons.' });
    expect(late.status).toBe(409);
    for (const text of [answerPageWords.closed, 'And with spoons.']) expect(late.body).toContain(text);
    expect((await stores.cases.readCase(reference))?.answers).toHaveLength(1);
  });

  it('with the words for an earlier question (out of order) keeps nothing for the one that is open', async () => {
    const { visit, theCase } = await referrerWorld(asked, 'ANSWER');
    const { using, address } = await visit();
    const page = await using.get(`${address}/write`);
    const earlier = { csrf: hidden(page, 'csrf'), task: `${reference}-T0`, text: 'For the first question' };
    const refused = await using.post(address, earlier);
    expect([refused.status, refused.body.includes('For the first question')]).toEqual([409, true]);
    expect((await theCase()).answers).toEqual([]);
  });

  it.each([
    ['nothing at all (half-finished)', { text: '  ' }, 'text'],
    ['an answer of 4001 characters', { text: 'x'.repeat(4001) }, 'text'],
    ['a control character in the answer (malformed)', { text: 'Cups\u0007' }, 'text'],
    ['a document without a kind (half-finished)', { ...named, [`type-${file}`]: '' }, `type-${file}`],
    ['a kind that nobody offers (hostile)', { ...named, [`type-${file}`]: 'VIRUS' }, `type-${file}`],
    ['a document without a title (half-finished)', { ...named, [`title-${file}`]: ' ' }, `title-${file}`],
  ])('with %s answers 422 and keeps what was typed', async (_kind, fields, path) => {
    const { visit, evidence, stores } = await referrerWorld(asked, 'ANSWER');
    const { using, address } = await visit();
    const page = await using.get(`${address}/write`);
    evidence.upload('local', file);
    const answer = await using.post(address, { text: 'Kept words', csrf: hidden(page, 'csrf'), ...fields });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`href="#${path}"`);
    if (path !== 'text') expect(answer.body).toContain('>Kept words</textarea>');
    expect((await stores.cases.readCase(reference))?.answers).toEqual([]);
  });

  it.each([
    ['that never arrived (half-finished)', undefined, fileProblems.lost],
    ['that is empty', { bytes: 0 }, 'is empty'],
    ['over 10 MB', { bytes: 10_485_761 }, fileProblems.tooLarge],
    ['of another type (hostile)', { head: new TextEncoder().encode('MZ program') }, fileProblems.type],
  ])('refuses a document %s on our own page', async (_kind, uploaded, said) => {
    const { visit, evidence } = await referrerWorld(asked, 'ANSWER');
    const { using, address } = await visit();
    if (uploaded) evidence.upload('local', file, uploaded);
    const page = await using.get(`${address}/files/${file}`);
    expect([page.status, page.body.includes(said)]).toEqual([422, true]);
    expect(page.body).toContain(`href="${address}">Remove`);
    expect(page.body).toContain(`href="${address}/write">${answerPageWords.withoutDocument}`);
    expect((await using.get(`${address}/write/${file}`)).body).not.toContain(`name="type-${file}"`);
  });

  it('without a CSRF token (hostile) answers 403 and keeps nothing', async () => {
    const { visit, stores } = await referrerWorld(asked, 'ANSWER');
    const { using, address } = await visit();
    expect((await using.post(address, { text: 'Words' })).status).toBe(403);
    expect((await stores.cases.readCase(reference))?.answers).toEqual([]);
  });
});

describe('the page about another service', () => {
  it('shares nothing on GET, and on the button records that the parents agree, once', async () => {
    const { visit, stores, forwarded } = await referrerWorld(redirected, 'FORWARD');
    const { using, page, address } = await visit();
    expect((await stores.cases.readCase(reference))?.history.some(({ event }) => event === 'FORWARDING_AGREED')).toBe(
      false,
    );
    const fields = { csrf: hidden(page, 'csrf') };
    const answers = [await using.post(address, fields), await using.post(address, fields)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const agreed = (await stores.cases.readCase(reference))?.history.filter(
      ({ event }) => event === 'FORWARDING_AGREED',
    );
    expect(agreed).toHaveLength(1);
    expect(new Set(forwarded).size).toBe(1);
    expect((await using.get(address)).body).toContain(forwardWords.confirmed('24 September 2026'));
  });

  const decided: Case = {
    ...{ ...redirected, status: 'REDIRECTED', outcome: 'REDIRECT', next: 'DONE' },
    lastDecision: { outcome: 'REDIRECT', at: '2026-09-24T08:00:00.000Z', service: { code: ADVISORY_TEACHERS } },
  };
  const status = `/referral/${reference}/status`;
  const forward = `/referral/${reference}/forward`;

  it('is asked from the status page after a decision of the team, and its answer stands there', async () => {
    const { visit, stores } = await referrerWorld(decided, 'STATUS');
    const { using, page } = await visit();
    expect(page.body).toContain(`href="${forward}"`);
    const question = await using.get(forward);
    expect(question.body).toContain('The triage team decided');
    expect((await using.post(forward, { csrf: hidden(question, 'csrf') })).status).toBe(200);
    expect((await stores.cases.readCase(reference))?.shared?.to).toBe('ADVISORY');
    const after = (await using.get(status)).body;
    expect(after).toContain(forwardWords.confirmed('24 September 2026'));
    expect(after).not.toContain(forwardWords.title);
    expect(after).not.toContain('We have not shared');
  });

  it('is not asked of a referral that can be sent to no service', async () => {
    const { visit, stores } = await referrerWorld({ ...decided, lastDecision: undefined }, 'STATUS');
    const { using, page } = await visit();
    expect(page.body).not.toContain(forward);
    expect((await using.get(forward)).status).toBe(404);
    expect((await stores.cases.readCase(reference))?.shared).toBeUndefined();
  });

  it('opened before the referral took another way (late) answers 409 and shares nothing', async () => {
    const { visit, stores } = await referrerWorld(redirected, 'FORWARD');
    const { using, page, address } = await visit();
    const stored = await stores.cases.readCase(reference);
    if (!stored) return expect.fail('There is no case.');
    await stores.cases.saveCase({ ...stored, outcome: 'OUT_OF_SCOPE', version: stored.version + 1 });
    const late = [await using.get(address), await using.post(address, { csrf: hidden(page, 'csrf') })];
    expect(late.map(({ status }) => status)).toEqual([409, 409]);
    expect((await stores.cases.readCase(reference))?.shared).toBeUndefined();
  });

  it('without a CSRF token (hostile) answers 403', async () => {
    const { visit } = await referrerWorld(redirected, 'FORWARD');
    const { using, address } = await visit();
    expect((await using.post(address)).status).toBe(403);
  });
});
