import { join } from 'node:path';
import * as timers from 'node:timers/promises';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { expect } from 'vitest';
import { startDynamoDb } from '#local/dynamodb/start-dynamodb.ts';
import { bodyOf } from '#test/cases.ts';
import { COPY, subjects } from '#test/kit/words/emails.ts';
import { clientOf } from '#test/local/dynamodb/case-table.ts';
import { accepted, anotherChild, post, statusOf, upload } from './api.ts';
import { leaks } from './privacy.ts';
import { emptyFolder, type Service, start } from './service.ts';
import { FIRST, SECOND } from './triage.ts';
import { until } from './until.ts';
import { executionsOf, type Mail, mailsOf, move } from './window.ts';

/** Submits under one key until it is acknowledged, wherever the service may run by then. */
function persistently(current: () => Service, body: unknown): Promise<string> {
  const key = { 'idempotency-key': crypto.randomUUID() };
  const attempt = async () => {
    const response = await post(current(), body, key).catch(() => undefined);
    if (response === undefined || response.status >= 500) return undefined;
    return (await accepted(response)).reference;
  };
  return until('a referral was acknowledged', attempt, 90_000);
}

/** Reads the inbox again and again, as a person would; keeps every email that it was shown. */
function watchInbox(current: () => Service) {
  const shown = new Map<string, Mail>();
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const mails = await mailsOf(current()).catch(() => []);
      for (const mail of mails) shown.set(JSON.stringify(mail), mail);
      await timers.setTimeout(100);
    }
  })();
  const stop = async () => {
    isOver = true;
    await watching;
    return [...shown.keys()];
  };
  return { stop, shown: () => shown.size };
}

/** Every index entry that its item does not have, and every item that an index should list and does not. */
export async function disagreements(data: string): Promise<string[]> {
  const server = await startDynamoDb({ folder: join(data, 'dynamodb'), now: () => Date.now() });
  try {
    const indexes = [
      ['work', 'workKey', 'workDue'],
      ['list', 'listKey', 'listOrder'],
      ['due', 'dueKey', 'dueAt'],
      ['log', 'logKey', 'logAt'],
    ] as const;
    const { TableNames: [table = ''] = [] } = await clientOf(server.endpoint).send(new ListTablesCommand({}));
    const items = await server.scanAll(table);
    expect(items.length).toBeGreaterThan(100);
    const wrong: string[] = [];
    let compared = 0;
    for (const [name, hash, range] of indexes) {
      const line = (row: Record<string, unknown>) =>
        [name, row.pk, row.sk, row[hash], row[range]].map(String).join(' ');
      const expected = items.filter((item) => item[hash] !== undefined && item[range] !== undefined).map(line);
      const entries = (await server.scanAll(table, name)).map(line);
      compared += entries.length;
      wrong.push(...entries.filter((entry) => !expected.includes(entry)).map((entry) => `stale: ${entry}`));
      wrong.push(...expected.filter((entry) => !entries.includes(entry)).map((entry) => `missing: ${entry}`));
    }
    expect(compared).toBeGreaterThan(0);
    return wrong;
  } finally {
    await server.close();
  }
}

interface Storm {
  readonly kills: number;
  readonly clients: number;
  /** Referrals that each client sends, one after the other. */
  readonly each: number;
}

/** Referrals come in from many clients while the service is killed again and again; nothing is lost, and everyone is told once. */
export async function killWhileReferralsComeIn({ kills, clients: count, each }: Storm): Promise<void> {
  const data = emptyFolder();
  let at = await start({ data, now: '2026-09-24T09:00' });
  const evidenceId = await upload(at);
  const inbox = watchInbox(() => at);
  const acknowledged: string[] = [];

  const clients = Array.from({ length: count }, async () => {
    for (let n = 0; n < each; n += 1) {
      const body = { ...bodyOf('C01', [evidenceId]), ...anotherChild() };
      acknowledged.push(await persistently(() => at, body));
    }
  });
  for (let kill = 1; kill <= kills; kill += 1) {
    const enough = (count * each * kill) / (kills + 1);
    await until('enough was acknowledged', async () => acknowledged.length >= enough || undefined, 60_000);
    await until('emails were shown before the kill', async () => inbox.shown() > count || undefined, 60_000);
    // At a moment that no one chose: within whatever the service is in the middle of.
    await timers.setTimeout(Math.random() * 400);
    await at.kill();
    at = await start({ data });
  }
  await Promise.all(clients);
  const seen = await inbox.stop();
  await move(at, { advance: 'PT15M' });

  expect(new Set(acknowledged).size).toBe(count * each);
  const statuses = await Promise.all(acknowledged.map((reference) => statusOf(at, reference)));
  expect(statuses.filter(({ status }) => status !== 'IN_TRIAGE')).toEqual([]);
  const executions = (await executionsOf(at)).map(({ name, status }) => `${name} ${status}`);
  expect(executions.sort()).toEqual(acknowledged.map((reference) => `${reference}-intake-1 RUNNING`).sort());

  const mails = await mailsOf(at);
  const kept = new Set(mails.map((mail) => JSON.stringify(mail)));
  expect(seen.length).toBeGreaterThan(count);
  expect(seen.filter((mail) => !kept.has(mail))).toEqual([]);
  for (const reference of acknowledged) {
    const about = mails.filter(({ text }) => text.includes(reference));
    for (const [mailbox, subject] of [
      [FIRST, subjects.triage],
      [SECOND, subjects.triage],
      ['referrer01@example.org', ''],
    ] as const) {
      const copies = about.filter((mail) => mail.to.includes(mailbox) && mail.subject.includes(subject));
      expect([reference, mailbox, copies.length > 0]).toEqual([reference, mailbox, true]);
      expect(copies.slice(1).filter(({ text }) => !text.includes(COPY))).toEqual([]);
    }
  }
  expect(await leaks(at)).toEqual([]);

  await at.kill();
  expect(await disagreements(data)).toEqual([]);
}
