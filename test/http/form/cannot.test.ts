import { describe, expect, it } from 'vitest';
import { linkSentTo } from '#test/kit/words/referral.ts';
import { EMAIL_FORMAT } from '#web/form/engine/words.ts';
import { fileProblems, LAST_DAY, tags, WITHOUT_FILE } from '#web/form/files/words.ts';
import { ALL_LINKS_WORK } from '#web/form/save-for-later/words.ts';
import { hidden } from '../browser.ts';
import { answersAt, describeDocument, filesAt } from './document.ts';
import { answers, begin, fill, fillAll, referWorld, send } from './world.ts';

const OWN = 'referrer01@example.org';

/** A draft of a child with one document that was described, at "I cannot attach it here". */
async function cannotAttach() {
  const world = referWorld();
  const using = world.newBrowser();
  const at = await begin(using);
  await fill(using, `${at}/you`, answers.you ?? {});
  await fill(using, `${at}/child`, answers.child ?? {});
  const address = await describeDocument(using, at, 1, { type: 'SOGS', title: 'Schedule of Growing Skills' });
  return { world, using, at, address, cannot: `${address}/cannot` };
}

describe('whoever cannot attach a document', () => {
  it('is told what is kept and until when, and the last day on which the child can be referred', async () => {
    const { using, address, cannot } = await cannotAttach();
    expect((await using.get(address)).body).toContain(`href="${cannot}"`);
    const { body } = await using.get(cannot);
    expect(body).toContain('until 22 October 2026');
    expect(body).toContain(`${LAST_DAY} <strong>10 September 2027</strong>`);
    expect(body).toContain('Schedule of Growing Skills');
  });

  it.each([
    ['on that day', '24', true],
    ['not any more on the day after (late)', '23', false],
  ])('is told the last day %s', async (_when, day, isTold) => {
    const { using, at, cannot } = await cannotAttach();
    const born = { 'child.dob-day': day, 'child.dob-month': '9', 'child.dob-year': '2023' };
    await fill(using, `${at}/child`, { ...answers.child, ...born });
    expect((await using.get(cannot)).body.includes(LAST_DAY)).toBe(isTold);
  });

  it('is told of no last day while the date of birth is not known', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await begin(using);
    const address = await describeDocument(using, at, 1, { type: 'SOGS', title: 'Record' });
    const { status, body } = await using.get(`${address}/cannot`);
    expect(status).toBe(200);
    expect(body).not.toContain(LAST_DAY);
    expect(body).toContain('until 22 October 2026');
  });

  it('gets a link that works on another device, where the very file is then added', async () => {
    const { world, using, at, address, cannot } = await cannotAttach();
    expect((await using.get(cannot)).body).toContain(`value="${OWN}"`);
    const answer = await fill(using, cannot, { email: OWN });
    expect(answer).toMatchObject({ status: 303, location: `${cannot}?sent=yes` });
    expect((await using.get(cannot, { sent: 'yes' })).body).toContain(linkSentTo(OWN));
    expect(world.mailer.sent).toMatchObject([{ to: OWN }]);
    expect(world.mailer.sent[0]?.text).not.toMatch(/Poppy|Testerfield|Growing Skills/);
    const link = /\/refer\/l\/[\w-]{43}/.exec(world.mailer.sent[0]?.text ?? '')?.[0] ?? '';
    const phone = world.newBrowser();
    await phone.post(link, { 'dob-day': '10', 'dob-month': '9', 'dob-year': '2024' });
    const files = filesAt(world, phone, address);
    await files.upload();
    expect((await using.get(`${at}/evidence`)).body).toContain(tags.there);
  });

  it('may go on without it, and is reminded of it before the referral is sent', async () => {
    const { world, using, at, cannot } = await cannotAttach();
    expect((await using.get(cannot)).body).toContain(`href="${at}/evidence">${WITHOUT_FILE}`);
    await fillAll(world, using, at, ['evidence/1']);
    await send(using, at);
    expect(world.started).toEqual([]);
    expect((await using.get(`${at}/check`)).body).toContain(`: ${fileProblems.missing}`);
  });

  it('comes back to the answers when the way began there', async () => {
    const { using, cannot, address, at } = await cannotAttach();
    const page = await using.get(cannot, { from: 'check' });
    expect(page.body).toContain(`href="${address}?from=check"`);
    expect(page.body).toContain(`href="${at}/evidence?from=check">${WITHOUT_FILE}`);
    const fields = { csrf: hidden(page, 'csrf'), from: hidden(page, 'from'), email: OWN };
    expect((await using.post(cannot, fields)).location).toBe(`${cannot}?sent=yes&from=check`);
  });

  it.each(['', 'nobody', 'two@example.org, three@example.org', 'a@b\nBcc: c@example.org'])(
    'is told to enter one address, with what was typed kept, and nothing is sent (malformed): %j',
    async (email) => {
      const { world, using, cannot } = await cannotAttach();
      const answer = await fill(using, cannot, { email });
      expect(answer.status).toBe(422);
      expect(answer.body).toContain('<title>Error: ');
      expect(answer.body).toContain(EMAIL_FORMAT);
      expect(answer.body).toContain('<a href="#email">');
      expect(world.mailer.sent).toEqual([]);
    },
  );

  it('gets no sixth link in a day, and is told that any of the five works (twice)', async () => {
    const { world, using, cannot } = await cannotAttach();
    for (const _ of [1, 2, 3, 4, 5]) await fill(using, cannot, { email: OWN });
    const sixth = await fill(using, cannot, { email: OWN });
    expect(sixth.status).toBe(429);
    expect(sixth.body).toContain(ALL_LINKS_WORK);
    expect(world.mailer.sent).toHaveLength(5);
  });

  it('gets no link by a form of another site or without the token (hostile)', async () => {
    const { world, at, using, cannot } = await cannotAttach();
    const csrf = hidden(await using.get(cannot), 'csrf');
    const foreign = { Origin: 'https://elsewhere.example' };
    expect((await using.post(cannot, { csrf, email: OWN }, foreign)).status).toBe(403);
    expect((await using.post(cannot, { csrf: 'x', email: OWN })).status).toBe(403);
    expect(world.mailer.sent).toEqual([]);
    expect((await answersAt(world, at))['evidence[0].title']).toBe('Schedule of Growing Skills');
  });

  it('of a referral that was sent meanwhile is shown its confirmation (late)', async () => {
    const { world, using, at, address, cannot } = await cannotAttach();
    const csrf = hidden(await using.get(cannot), 'csrf');
    await filesAt(world, using, address).upload();
    await fillAll(world, using, at, ['evidence/1']);
    await send(using, at);
    expect((await using.post(cannot, { csrf, email: OWN })).location).toBe(`${at}/sent`);
    expect(world.mailer.sent).toEqual([]);
  });
});
