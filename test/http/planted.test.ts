import { describe, expect, it } from 'vitest';
import { handOverReferral } from '#application/intake/hand-over-referral.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { type Browser, hidden } from './browser.ts';
import { answers, begin, fill, fillAll, type ReferWorld, referWorld } from './form/world.ts';
import { caseOnReceipt, checkedCase, linkFor, otherReference, reference, storedReferral, withTask } from './records.ts';
import { LIST, mineWorld } from './referral/mine-world.ts';
import { inTriage } from './referral/standings.ts';
import { birthDate, referrerWorld } from './referral/world.ts';
import { advisory, sharedWorld } from './shared/world.ts';
import { triageWorld } from './staff/world.ts';

const address = 'referrer01@example.org';

/** Puts every cookie of one browser into another, as who shares a computer or a domain with it can. */
function plant(from: Browser, into: Browser): void {
  for (const [name, value] of from.jar) into.jar.set(name, value);
}

const lastMail = ({ mailer }: Pick<ReferWorld, 'mailer'>) => mailer.sent.at(-1)?.text ?? '';
const linkIn = (world: Pick<ReferWorld, 'mailer'>) => /\/refer\/l\/[\w-]{43}/.exec(lastMail(world))?.[0] ?? '';
const codeIn = (world: Pick<ReferWorld, 'mailer'>) => /^\d{6}$/m.exec(lastMail(world))?.[0] ?? '';

/** A draft of someone else with a link to it, and a victim's browser with the cookies of a stranger who has begun a draft. */
async function draftWorld(pages: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const world = referWorld();
  const own = world.newBrowser();
  const at = await begin(own);
  for (const [page, fields] of Object.entries(pages)) await fill(own, `${at}/${page}`, fields);
  await fill(own, `${at}/keep`, { email: address });
  const [stranger, victim] = [world.newBrowser(), world.newBrowser()];
  await fill(stranger, `${await begin(stranger)}/risk`, answers.risk ?? {});
  plant(stranger, victim);
  return { world, at, link: linkIn(world), stranger, victim };
}

describe('a cookie that a stranger has planted (hostile) reads nothing that was gained with it', () => {
  it('by the date of birth, at a link to a draft', async () => {
    const { at, link, stranger, victim } = await draftWorld({ child: answers.child ?? {} });
    expect((await victim.post(link, birthDate)).location).toBe(at);
    expect((await victim.get(`${at}/child`)).body).toContain('Testerfield');
    expect((await stranger.get(`${at}/child`)).status).toBe(403);
  });

  it('by a code, at a link to a draft', async () => {
    const { world, at, link, stranger, victim } = await draftWorld({ 'parents/1': answers['parents/1'] ?? {} });
    await victim.post(link);
    expect((await victim.post(`${link}/code`, { code: codeIn(world) })).location).toBe(at);
    expect((await victim.get(`${at}/parents`)).body).toContain('Parent 01');
    expect((await stranger.get(`${at}/parents`)).status).toBe(403);
  });

  it('by the first answer of a draft', async () => {
    const world = referWorld();
    const [stranger, victim] = [world.newBrowser(), world.newBrowser()];
    await begin(stranger);
    plant(stranger, victim);
    const at = await begin(victim);
    await fillAll(world, victim, at);
    expect((await victim.get(`${at}/child`)).body).toContain('Testerfield');
    expect((await stranger.get(`${at}/child`)).status).toBe(403);
  });

  it('by staff who enter a referral by a code', async () => {
    const world = referWorld();
    const [stranger, victim] = [world.newBrowser(), world.newBrowser()];
    await stranger.post('/refer/staff', { mailbox: 'triage-1@example.org' });
    await fill(stranger, `${await begin(stranger)}/risk`, answers.risk ?? {});
    plant(stranger, victim);
    const page = await victim.post('/refer/staff', { mailbox: 'triage-1@example.org', newCode: 'yes' });
    const entry = { name: 'Sam Field', role: 'Administrator', cameBy: 'PAPER' };
    const day = { 'arrivedOn-day': '3', 'arrivedOn-month': '9', 'arrivedOn-year': '2026' };
    const typed = { mailbox: 'triage-1@example.org', code: codeIn(world), asker: hidden(page, 'asker') };
    const { location } = await victim.post('/refer/staff/code', { ...typed, ...entry, ...day });
    expect((await victim.get(location)).status).toBe(200);
    expect((await stranger.get(location)).status).toBe(403);
    expect(victim.jar.get('small-steps-entry')).not.toBe(stranger.jar.get('small-steps-entry'));
  });

  it('by sending a referral again', async () => {
    const again = { ...checkedCase('NOT_ACCEPTED_NO_EVIDENCE', ['NO_ASSESSMENT_EVIDENCE_INCLUDED']), version: 1 };
    const { newBrowser, visit, token } = await referrerWorld(again, 'RESUBMIT');
    const [stranger, victim] = [newBrowser(), newBrowser()];
    await fill(stranger, `${await begin(stranger)}/risk`, answers.risk ?? {});
    plant(stranger, victim);
    const { page, address: at } = await visit(token, victim);
    const { location } = await victim.post(at, { csrf: hidden(page, 'csrf') });
    expect((await victim.get(`${location}/child`)).body).toContain('Poppy');
    expect((await stranger.get(`${location}/child`)).status).toBe(403);
  });

  it('by the date of birth, at a link to another referral of the same mailbox', async () => {
    const world = await referrerWorld(inTriage, 'STATUS');
    await world.stores.referrals.putReferral({ ...storedReferral(referralExample), reference: otherReference });
    await world.stores.cases.createCase(caseOnReceipt(otherReference));
    const { token: second, link } = linkFor('second', {
      ...{ purpose: 'STATUS', mailbox: 'referrer01@example.org', reference: otherReference, taskId: undefined },
    });
    await world.stores.access.putLink(link);
    const { using: stranger } = await world.visit();
    const victim = world.newBrowser();
    plant(stranger, victim);
    await world.visit(second, victim);
    expect((await victim.get(`/referral/${otherReference}/status`)).status).toBe(200);
    expect((await stranger.get(`/referral/${otherReference}/status`)).status).toBe(404);
  });

  it('by a code, at the list of the referrals of a mailbox, nor by the date of birth after it', async () => {
    const { newBrowser, ask, codeTo, visit } = await mineWorld();
    const [stranger, victim] = [newBrowser(), newBrowser()];
    await ask(stranger);
    await visit(undefined, stranger);
    plant(stranger, victim);
    const page = await ask(victim, address, { newCode: 'yes' });
    const typed = { mailbox: address, asker: hidden(page, 'asker'), code: codeTo(address) };
    expect((await victim.post('/referral/mine/code', typed)).location).toBe(LIST);
    expect((await victim.get(LIST)).status).toBe(200);
    expect((await stranger.get(LIST)).location).toBe('/referral/mine');
    expect(victim.jar.get('small-steps-mine')).not.toBe(stranger.jar.get('small-steps-mine'));
    const one = await victim.get(`/referral/mine/${reference}`);
    const { location } = await victim.post(`/referral/mine/${reference}`, { csrf: hidden(one, 'csrf'), ...birthDate });
    expect((await victim.get(location)).status).toBe(200);
    expect((await stranger.get(`/referral/mine/${reference}`)).location).toBe('/referral/mine');
  });

  it('by taking a referral over', async () => {
    const world = await referrerWorld(inTriage, 'STATUS');
    const asks = handOverReferral({ ...world.service, sendNotices: sendNotices(world.delivering) });
    const bea = { name: 'Bea Colleague', role: 'Health visitor', email: 'bea@example.org' };
    await asks({ reference, by: 'referrer01@example.org', ...bea });
    const { using: stranger, page, address: offer } = await world.visit(world.mailed(bea.email));
    const victim = world.newBrowser();
    plant(stranger, victim);
    const taken = await victim.post(offer, { csrf: hidden(page, 'csrf') });
    expect((await victim.get(taken.location)).status).toBe(200);
    await stranger.get(offer);
    await stranger.post(offer, { csrf: hidden(page, 'csrf') });
    expect((await stranger.get(taken.location)).status).toBe(404);
  });

  /** A second task of the same triager, with a link to it. */
  async function twoTasks() {
    const world = await triageWorld();
    const { reference: _, ...other } = withTask(checkedCase('TRIAGE'), 'TRIAGE');
    const task = other.task && { ...other.task, id: `${otherReference}-T1` };
    await world.stores.referrals.putReferral({ ...storedReferral(referralExample), reference: otherReference });
    await world.stores.cases.createCase({ ...other, task, reference: otherReference });
    const { token, link } = linkFor('second task', {
      ...{ mailbox: 'triage-1@example.org', reference: otherReference },
      taskId: `${otherReference}-T1`,
    });
    await world.stores.access.putLink(link);
    return { ...world, link: `/triage/l/${token}`, at: `/triage/tasks/${otherReference}-T1` };
  }

  it('by a code of staff', async () => {
    const { signIn, second, newBrowser, at, link, lastCode } = await twoTasks();
    const stranger = await signIn(second);
    const victim = newBrowser();
    plant(stranger, victim);
    await victim.post(link);
    await victim.post(`${link}/code`, { code: lastCode() });
    expect((await victim.get(at)).status).toBe(200);
    expect((await stranger.get(at)).status).toBe(404);
  });

  it('by a link of staff, opened without another code', async () => {
    const { signIn, newBrowser, at, link } = await twoTasks();
    const stranger = await signIn();
    const victim = newBrowser();
    plant(stranger, victim);
    expect((await victim.post(link)).location).toBe(at);
    expect((await victim.get(at)).status).toBe(200);
    expect((await stranger.get(at)).status).toBe(404);
  });

  it('by a link to another referral that is shared', async () => {
    const { signIn, stores, theCase, newBrowser, putLink } = await sharedWorld();
    const stranger = await signIn();
    await stores.referrals.putReferral({ ...storedReferral(referralExample), reference: otherReference });
    await stores.cases.createCase({ ...(await theCase()), reference: otherReference, version: 1 });
    const token = await putLink('another', { purpose: 'SHARED', mailbox: advisory, reference: otherReference });
    const victim = newBrowser();
    plant(stranger, victim);
    await victim.post(`/shared/l/${token}`);
    expect((await victim.get(`/shared/${otherReference}`)).body).toContain('Poppy');
    expect((await stranger.get(`/shared/${otherReference}`)).status).toBe(404);
  });
});

describe('a session that was replaced', () => {
  it('ends, and what it had opened is open in the new one', async () => {
    const { signIn, second, newBrowser, clock, putLink } = await triageWorld();
    const before = await signIn(second);
    const after = newBrowser();
    plant(before, after);
    const link = await putLink('reminder', { mailbox: 'triage-2@example.org' });
    const { location } = await after.post(`/triage/l/${link}`);
    clock.advanceMinutes(1);
    expect((await before.get(location)).status).toBe(404);
    expect((await after.get(location)).status).toBe(200);
  });

  it('leaves the forms of its pages good, so that another tab goes on', async () => {
    const { newBrowser, visit, token, theCase } = await referrerWorld(inTriage, 'STATUS');
    const { using } = await visit(token, newBrowser());
    const at = `/referral/${reference}/status/withdraw`;
    const csrf = hidden(await using.get(at), 'csrf');
    await visit(token, using);
    await using.post(at, { csrf, reason: 'They have moved' });
    expect((await theCase()).status).toBe('WITHDRAWN');
  });

  it('does not keep a button from working that was pressed twice (twice)', async () => {
    const { signIn, putLink, mailer } = await triageWorld();
    const using = await signIn();
    const before = new Map(using.jar);
    const link = `/triage/l/${await putLink('reminder', { mailbox: 'triage-1@example.org' })}`;
    await using.post(link);
    for (const [name, value] of before) using.jar.set(name, value);
    expect((await using.post(link)).status).toBe(303);
    expect(mailer.sent).toHaveLength(1);
  });

  it('never lasts longer for a link that asks for no code', async () => {
    const { signIn, putLink, clock } = await triageWorld();
    const using = await signIn();
    // Used all the while, or it would end before.
    for (let hour = 0; hour < 8; hour += 0.25) {
      clock.advanceMinutes(hour === 0 ? 14 : 15);
      await using.get('/staff');
    }
    const { location } = await using.post(`/triage/l/${await putLink('late', { mailbox: 'triage-1@example.org' })}`);
    expect((await using.get(location)).status).toBe(200);
    clock.advanceMinutes(1);
    expect((await using.get(location)).status).toBe(404);
  });
});
