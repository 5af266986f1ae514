import { describe, expect, it } from 'vitest';
import { writeTeam } from '#application/access/write-team.ts';
import { joined, left, mailboxChanged, type TeamChange } from '#domain/people/change.ts';
import { seededId } from '#domain/people/seed.ts';
import type { Team } from '#domain/people/team.ts';
import { hidden } from '../browser.ts';
import { codeOf, reference } from '../records.ts';
import { testConfig } from '../service-config.ts';
import { accept, taskId, triageWorld } from './world.ts';

const moment = { now: '2026-09-24T08:00:00.000Z', by: { kind: 'MACHINE' } } as const;
const [one, two] = [seededId('triage-1@example.org'), seededId('triage-2@example.org')];
const at = `/triage/tasks/${taskId}`;

async function world() {
  const opened = await triageWorld();
  const change = writeTeam({ ...opened.stores, config: testConfig });
  /** Makes this change of the team. */
  const team = async (step: (before: Team) => TeamChange) => {
    expect(await change(step)).not.toHaveProperty('refused');
  };
  const leaves = (id: string) => team((before) => left(before, moment, id));
  const moves = (id: string, mailbox: string) => team((before) => mailboxChanged(before, moment, id, mailbox));
  return { ...opened, team, leaves, moves };
}

describe('a colleague who leaves', () => {
  it('can use no link any more, which looks like one that nobody knows; a colleague can use theirs', async () => {
    const { newBrowser, token, second, leaves, mailer } = await world();
    const unknown = await newBrowser().get(`/triage/l/${'A'.repeat(43)}`);
    await leaves(one);
    const get = await newBrowser().get(`/triage/l/${token}`);
    const post = await newBrowser().post(`/triage/l/${token}`);
    expect([get.status, get.body, post.status]).toEqual([404, unknown.body, 404]);
    expect(mailer.sent).toEqual([]);
    expect((await newBrowser().get(`/triage/l/${second}`)).status).toBe(200);
  });

  it('is shut out of a session that is open, before they see or decide anything (late)', async () => {
    const { signIn, leaves, stores } = await world();
    const using = await signIn();
    const csrf = hidden(await using.get(at), 'csrf');
    await leaves(one);
    expect((await using.get(at)).status).toBe(404);
    expect((await using.get(`${at}/evidence/0`)).status).toBe(404);
    const answer = await using.post(at, { ...accept, csrf, taskId });
    expect(answer.body).not.toContain('Poppy');
    expect((await stores.cases.readCase(reference))?.task?.decision).toBeUndefined();
  });

  it('cannot undo what they decided, and is not told of it any more (late)', async () => {
    const { signIn, leaves, stores } = await world();
    const using = await signIn();
    const csrf = hidden(await using.get(at), 'csrf');
    await using.post(at, { ...accept, csrf, taskId });
    await leaves(one);
    await using.post(`${at}/undo`, { csrf, taskId });
    expect((await using.get(at)).status).toBe(404);
    expect((await stores.cases.readCase(reference))?.task?.decision).toBeTruthy();
  });

  it('has no use for a code that was mailed a moment before (out of order)', async () => {
    const { newBrowser, token, leaves, lastCode } = await world();
    const using = newBrowser();
    await using.post(`/triage/l/${token}`);
    await leaves(one);
    expect((await using.post(`/triage/l/${token}/code`, { code: lastCode() })).status).toBe(404);
  });

  it('who comes back is a new person: no old link or session lives again (twice)', async () => {
    const { signIn, newBrowser, token, leaves, team } = await world();
    const using = await signIn();
    await leaves(one);
    const again = { id: 'again', name: 'One', mailbox: 'triage-1@example.org', roles: ['TRIAGER'] } as const;
    await team((before) => joined(before, moment, again));
    expect((await using.get(at)).status).toBe(404);
    expect((await newBrowser().get(`/triage/l/${token}`)).status).toBe(404);
  });
});

describe('a colleague whose mailbox changes', () => {
  it('loses what was sent to the old one, links and sessions alike', async () => {
    const { signIn, newBrowser, token, moves } = await world();
    const using = await signIn();
    await moves(one, 'new@example.org');
    expect((await newBrowser().get(`/triage/l/${token}`)).status).toBe(404);
    expect((await using.get(at)).status).toBe(404);
  });

  it('gets the code for a new link at the new one', async () => {
    const { newBrowser, putLink, moves, mailer } = await world();
    await moves(one, 'new@example.org');
    const fresh = await putLink('fresh', { mailbox: 'new@example.org', to: codeOf('triage-1@example.org') });
    expect((await newBrowser().post(`/triage/l/${fresh}`)).status).toBe(200);
    expect(mailer.sent.map(({ to }) => to)).toEqual(['new@example.org']);
  });

  it('keeps everything where only its letters change', async () => {
    const { signIn, moves } = await world();
    const using = await signIn();
    await moves(one, 'Triage-1@Example.org');
    expect((await using.get(at)).status).toBe(200);
  });
});

it('two colleagues who swap mailboxes: neither opens what was sent to the other', async () => {
  const { signIn, newBrowser, token, second, moves } = await world();
  const using = await signIn();
  await moves(one, 'between@example.org');
  await moves(two, 'triage-1@example.org');
  await moves(one, 'triage-2@example.org');
  expect((await using.get(at)).status).toBe(404);
  for (const link of [token, second]) expect((await newBrowser().get(`/triage/l/${link}`)).status).toBe(404);
});

it('a colleague who is not asked about this task has no use for a link to it, even in their own mailbox (hostile)', async () => {
  const { newBrowser, putLink, team } = await world();
  const newcomer = { id: 'n1', name: 'N', mailbox: 'n@example.org', roles: ['TRIAGER'] } as const;
  await team((before) => joined(before, moment, newcomer));
  const link = await putLink('n', { mailbox: 'n@example.org', to: 'PERSON:n1' });
  expect((await newBrowser().get(`/triage/l/${link}`)).status).toBe(404);
});

it('a code of one way to write a mailbox is that of every other, and so is its limit', async () => {
  const { newBrowser, token, putLink, lastCode, mailer } = await world();
  const shouted = await putLink('shouted', { mailbox: 'TRIAGE-1@example.org' });
  const using = newBrowser();
  await using.post(`/triage/l/${shouted}`);
  expect((await using.post(`/triage/l/${token}/code`, { code: lastCode() })).status).toBe(303);
  expect(mailer.sent).toHaveLength(1);
});
