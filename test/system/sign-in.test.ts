import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inFamily, subjects } from '#test/kit/words/emails.ts';
import { digestLinkWords } from '#web/staff/digest-link/words.ts';
import { accountWords } from '#web/staff/sign-in/account/words.ts';
import { decidedWords, previewWords } from '#web/staff/words.ts';
import { leadsTo, signInAs, startOn } from './account.ts';
import { inTriage, statusOf } from './api.ts';
import { leaks, strangeLinks } from './privacy.ts';
import { endAll, type Service, start } from './service.ts';
import {
  browser,
  codesTo,
  confirmed,
  decider,
  digestLinkTo,
  FIRST,
  linkTo,
  onTask,
  openFromToday,
  SECOND,
} from './triage.ts';
import { mailsAbout, move } from './window.ts';

let at: Service;
beforeAll(async () => {
  at = await start({ now: '2026-10-01T09:00', signIn: true });
});
afterAll(endAll);

const REFERRER = 'referrer01@example.org';
const PARENT = 'parent01@example.org';
const accept = { ...decider, outcome: 'ACCEPT_INITIAL_ASSESSMENT', reason: 'Delay in 2 areas, the team agreed' };

/** From the newest link that this mailbox has about a referral, through the provider, to the page of the task. */
async function toTask(reference: string, mailbox: string, user: string, using = browser()) {
  const link = await linkTo(at, reference, mailbox);
  expect((await using.get(link)).body).toContain(reference);
  const asked = await using.post(link);
  expect(asked.body).toContain(accountWords.toOpen(reference));
  return onTask(using, link, leadsTo(await signInAs(using, startOn(asked), user)));
}

async function told(reference: string, mailbox: string) {
  return (await mailsAbout(at, reference)).filter(({ to }) => to.includes(mailbox));
}

describe('where staff sign in with their work accounts', () => {
  test('a referral from another system goes from the email to the waiting list, and everyone is told', async () => {
    const reference = await inTriage(at);
    const triager = await toTask(reference, FIRST, 'triage-1');
    expect(triager.address).toBe(`${at.url}/triage/tasks/${reference}-T1`);
    expect(triager.page.body).toContain('Quixotica');

    const preview = await triager.using.post(triager.address, { ...triager.own, ...accept });
    expect([preview.status, preview.body.includes(previewWords.title(reference))]).toEqual([200, true]);
    for (const said of [previewWords.nothingYet, previewWords.REFERRER]) expect(preview.body).toContain(said);
    expect(await statusOf(at, reference)).toMatchObject({ status: 'IN_TRIAGE', outcome: null });

    const recorded = await triager.using.post(triager.address, confirmed(preview));
    expect([recorded.status, recorded.location]).toEqual([303, triager.address]);
    expect((await triager.reload()).body).toContain(decidedWords.undo);
    await move(at, { advance: 'PT4M' });
    expect((await statusOf(at, reference)).status).toBe('IN_TRIAGE');
    await move(at, { advance: 'PT2M' });
    expect(await statusOf(at, reference)).toMatchObject({
      status: 'ON_WAITING_LIST',
      outcome: 'ACCEPT_INITIAL_ASSESSMENT',
    });

    const toReferrer = (await told(reference, REFERRER)).map(({ subject }) => subject);
    expect(toReferrer.filter((subject) => subject.includes(subjects.accepted))).toHaveLength(1);
    const toFamily = (await told(reference, PARENT)).filter(({ text }) => text.includes(inFamily.letter));
    expect(toFamily).toHaveLength(1);
    expect((await triager.reload()).body).toContain(decidedWords.cannotUndo);
  });
  test('one sign-in opens everything that a digest reminds of, and what was undone is decided again', async () => {
    const references = [await inTriage(at), await inTriage(at)];
    await move(at, { advance: 'P8D' });
    const using = browser();
    const links = await Promise.all(references.map((reference) => digestLinkTo(at, reference, FIRST)));
    const [link = '', other] = links;
    expect(other).toBe(link);
    expect((await using.get(link)).body).toContain(digestLinkWords.account);
    const today = leadsTo(await signInAs(using, startOn(await using.post(link)), 'triage-1'));
    expect(today).toBe(`${at.url}/staff`);
    for (const reference of references) {
      const triager = await openFromToday(using, today, reference);
      await triager.send({ ...accept, outcome: 'DECLINE' });
      expect((await triager.undo()).status).toBe(303);
      expect((await triager.send(accept)).status).toBe(303);
    }
    await move(at, { advance: 'PT6M' });
    for (const reference of references) {
      expect(await statusOf(at, reference)).toMatchObject({ outcome: 'ACCEPT_INITIAL_ASSESSMENT' });
      const toReferrer = (await told(reference, REFERRER)).map(({ subject }) => subject);
      expect(toReferrer.filter((subject) => subject.includes(subjects.accepted))).toHaveLength(1);
    }
  });

  test('who is in none of the groups any more comes in through no link of theirs', async () => {
    const reference = await inTriage(at);
    const using = browser();
    const asked = await using.post(await linkTo(at, reference, FIRST));
    const page = await signInAs(using, startOn(asked), 'no-group');
    expect(page.status).toBe(403);
    expect(leadsTo(page)).toBe('');
    expect((await using.get(`${at.url}/triage/tasks/${reference}-T1`)).status).toBe(404);
  });

  test('no code was mailed, and no email, history or log line says who anyone is', async () => {
    for (const mailbox of [FIRST, SECOND]) expect(await codesTo(at, mailbox)).toEqual([]);
    expect(await leaks(at)).toEqual([]);
    expect(await strangeLinks(at)).toEqual([]);
  });
});
