import { describe, expect, it } from 'vitest';
import type { Stores } from '#adapters/records/stores.ts';
import type { Case } from '#domain/case/case.ts';
import { PUT_RIGHT } from '#domain/case/tell-family.ts';
import { newDraft } from '#domain/draft/change.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { sha256 } from '#domain/values/hash.ts';
import { sendWords } from '#web/form/check/words.ts';
import { notes } from '#web/form/engine/note-words.ts';
import { resubmitWords } from '#web/referral/words.ts';
import { type Answer, type Browser, hidden } from '../browser.ts';
import { begin, fill, send } from '../form/world.ts';
import { checkedCase, reference } from '../records.ts';
import { declined, inTriage } from './standings.ts';
import { referrerWorld } from './world.ts';

const noEvidence: Case = {
  ...checkedCase('NOT_ACCEPTED_NO_EVIDENCE', ['NO_ASSESSMENT_EVIDENCE_INCLUDED']),
  version: 1,
};
const document = { 'evidence[0].type': 'SOGS', 'evidence[0].title': 'Schedule of Growing Skills' };

const draftsIn = (stores: Stores) => stores.indexes.due('DRAFT', '2030-01-01T00:00:00.000Z', 10);

const press = (using: Browser, page: Answer, address: string) => using.post(address, { csrf: hidden(page, 'csrf') });

describe('the status page of a returned referral', () => {
  const invalid = checkedCase('RETURNED_INVALID', ['FIELD_MISSING']);
  it.each<[string, Case]>([
    ['without a document', noEvidence],
    ['with answers to correct', { ...invalid, version: 1 }],
  ])('leads to sending it again with no other link: one %s', async (_what, theCase) => {
    const { visit } = await referrerWorld(theCase, 'STATUS');
    const { using, page } = await visit();
    expect(page.body).toContain(`href="/referral/${reference}/resubmit">${resubmitWords.again.title}`);
    const again = await using.get(`/referral/${reference}/resubmit`);
    expect((await press(using, again, `/referral/${reference}/resubmit`)).location).toMatch(/^\/refer\/[\w-]{22}$/);
  });

  it.each<[string, Case, number]>([
    ['was sent again', { ...noEvidence, untold: PUT_RIGHT }, 200],
    ['was declined', declined, 404],
    ['is in triage', inTriage, 404],
  ])('does not offer it where the referral %s', async (_how, theCase, status) => {
    const { visit } = await referrerWorld(theCase, 'STATUS');
    const { using, page } = await visit();
    expect(page.body).not.toContain(resubmitWords.again.title);
    expect((await using.get(`/referral/${reference}/resubmit`)).status).toBe(status);
  });
});

describe('the page to send a referral again', () => {
  it('says what was missing and until when it works, the third birthday, and begins nothing by itself', async () => {
    const { visit, stores } = await referrerWorld(noEvidence, 'RESUBMIT');
    const { page } = await visit();
    expect(page.status).toBe(200);
    expect(page.body).toContain(resubmitWords.noEvidence);
    expect(page.body).toContain('10 September 2027');
    expect(page.body).not.toContain('Poppy');
    expect(await draftsIn(stores)).toEqual([]);
  });

  it('opens the form with the referral filled in, so that only the document is left to add', async () => {
    const { visit } = await referrerWorld(noEvidence, 'RESUBMIT');
    const { using, page, address } = await visit();
    const opened = await press(using, page, address);
    expect(opened.location).toMatch(/^\/refer\/[\w-]{22}$/);
    const tasks = await using.get(opened.location);
    expect(tasks.body).toContain(`This is a copy of referral ${reference}.`);
    expect((await using.get(`${opened.location}/child`)).body).toContain('value="Poppy"');
    const check = await using.get(`${opened.location}/check`);
    expect(check.body).toContain(notes.noEvidence);
    expect(check.body).toContain(sendWords.cannot);
    expect(check.body).not.toContain(sendWords.before);
  });

  it('sends it as a new referral under the caller that has its files; the earlier one stays as it was', async () => {
    const { visit, evidence, stores } = await referrerWorld(noEvidence, 'RESUBMIT');
    const { using, page, address } = await visit();
    const { location: at } = await press(using, page, address);
    await fill(using, `${at}/evidence/1`, document);
    await using.get(`${at}/evidence/1/file`);
    const { caller = '', evidenceId = '' } = evidence.forms.at(-1) ?? {};
    evidence.upload(caller, evidenceId);
    expect((await send(using, at)).location).toBe(`${at}/sent`);
    const sent = await using.get(`${at}/sent`);
    const again = /<strong>([0-9A-Z]{11})<\/strong>/.exec(sent.body)?.[1] ?? '';
    expect(again).not.toBe(reference);
    expect(await stores.referrals.readReferral(again)).toMatchObject({
      caller: 'local',
      body: { child: { firstName: 'Poppy' }, evidence: [{ type: 'SOGS', evidenceId }] },
    });
    expect((await stores.cases.readCase(again))?.status).toBe('RECEIVED');
    expect(await stores.cases.readCase(reference)).toEqual(noEvidence);
  });

  it('pressed again (twice) opens the same draft with what was typed since, and once sent its confirmation', async () => {
    const { visit, evidence } = await referrerWorld(noEvidence, 'RESUBMIT');
    const { using, page, address } = await visit();
    const { location: at } = await press(using, page, address);
    await fill(using, `${at}/evidence/1`, document);
    expect((await press(using, page, address)).location).toBe(at);
    expect((await using.get(`${at}/evidence`)).body).toContain('Schedule of Growing Skills');
    await using.get(`${at}/evidence/1/file`);
    evidence.upload('local', evidence.forms.at(-1)?.evidenceId ?? '');
    await send(using, at);
    expect((await press(using, page, address)).location).toBe(`${at}/sent`);
  });

  it('pressed in two windows at the same moment (twice) is one draft', async () => {
    const { visit } = await referrerWorld(noEvidence, 'RESUBMIT');
    const { using, page, address } = await visit();
    const opened = await Promise.all([press(using, page, address), press(using, page, address)]);
    expect(new Set(opened.map(({ location }) => location)).size).toBe(1);
  });

  it.each([1, 2, 3])(
    'has an address that does not follow from the reference: not place %i of before (hostile)',
    async (place) => {
      const { visit, stores } = await referrerWorld(noEvidence, 'RESUBMIT');
      const { using, page, address } = await visit();
      const { location } = await press(using, page, address);
      const guess = Buffer.from(sha256(`draft ${place} of ${reference} sent again`), 'hex').subarray(0, 16);
      expect(location).not.toBe(`/refer/${guess.toString('base64url')}`);
      expect((await using.get(`/refer/${guess.toString('base64url')}/child`)).body).not.toContain('Poppy');
      expect(await draftsIn(stores)).toHaveLength(1);
    },
  );

  it('goes on with the draft that an earlier release began under an id of the reference', async () => {
    const { visit, stores, clock } = await referrerWorld(noEvidence, 'RESUBMIT');
    const id = Buffer.from(sha256(`draft 1 of ${reference} sent again`), 'hex')
      .subarray(0, 16)
      .toString('base64url');
    await stores.drafts.saveDraft(newDraft(id, clock.now(), defaultPolicy));
    const { using, page, address } = await visit();
    expect((await press(using, page, address)).location).toBe(`/refer/${id}`);
  });

  it('begins again from the referral once the draft has been deleted unsent (late)', async () => {
    const { visit, stores, clock, token } = await referrerWorld(noEvidence, 'RESUBMIT');
    const first = await visit();
    const { location: at } = await press(first.using, first.page, first.address);
    const link = await stores.access.readLink(sha256(token));
    if (!link) throw new Error('The link is gone.');
    await stores.access.putLink({ ...link, expiresAt: '2030-01-01T00:00:00.000Z' });
    clock.advanceMinutes(29 * 24 * 60);
    const second = await visit();
    const again = await press(second.using, second.page, second.address);
    expect(again.location).not.toBe(at);
    expect((await second.using.get(`${again.location}/child`)).body).toContain('value="Poppy"');
  });

  it('after the third birthday (late) says so, and opens the form for the other service', async () => {
    const { visit, stores, clock, token } = await referrerWorld(noEvidence, 'RESUBMIT');
    const link = await stores.access.readLink(sha256(token));
    if (!link) throw new Error('The link is gone.');
    await stores.access.putLink({ ...link, expiresAt: '2030-01-01T00:00:00.000Z' });
    clock.advanceMinutes(366 * 24 * 60);
    const { using, page, address } = await visit();
    expect(page.body).toContain(`${resubmitWords.lastDayWas} 10 September 2027`);
    const { location: at } = await press(using, page, address);
    expect((await using.get(`${at}/check`)).body).toContain('Early Years Advisory Teacher');
  });

  it('is from the colleague who has taken the referral over, and asks them for their role', async () => {
    const handedTo = {
      id: `${reference}-H1`,
      name: 'B. Colleague',
      email: 'colleague@example.org',
      role: 'health visitor',
      from: 'referrer01@example.org',
      at: '2026-09-24T07:00:00.000Z',
    };
    const { visit, stores, token } = await referrerWorld({ ...noEvidence, handedTo }, 'RESUBMIT');
    const link = await stores.access.readLink(sha256(token));
    if (!link) throw new Error('The link is gone.');
    await stores.access.putLink({ ...link, mailbox: handedTo.email });
    const { using, page, address } = await visit();
    const { location: at } = await press(using, page, address);
    const you = await using.get(`${at}/you`);
    expect(you.body).toContain('value="B. Colleague"');
    expect(you.body).toContain('value="colleague@example.org"');
    expect(you.body).not.toContain('<option value="HEALTH_VISITOR" selected');
  });

  it('without a CSRF token (hostile) answers 403 and begins nothing', async () => {
    const { visit, stores } = await referrerWorld(noEvidence, 'RESUBMIT');
    const { using, address } = await visit();
    expect((await using.post(address)).status).toBe(403);
    expect(await draftsIn(stores)).toEqual([]);
  });

  it('leaves another draft of this browser open, to which no e-mail leads yet', async () => {
    const { visit } = await referrerWorld(noEvidence, 'RESUBMIT');
    const { using, page, address } = await visit();
    const unmailed = await begin(using);
    const { location: at } = await press(using, page, address);
    expect([(await using.get(unmailed)).status, (await using.get(at)).status]).toEqual([200, 200]);
  });

  it('opens the draft in no other browser (hostile)', async () => {
    const { visit, newBrowser } = await referrerWorld(noEvidence, 'RESUBMIT');
    const { using, page, address } = await visit();
    const { location: at } = await press(using, page, address);
    const other = await newBrowser().get(at);
    expect([other.status, other.body.includes('Poppy')]).toEqual([403, false]);
  });
});
