import { describe, expect, test } from 'vitest';
import { createMemoryEvidenceStore } from '#adapters/memory/evidence-store.ts';
import { createMemoryMailFiles } from '#adapters/memory/mail-files.ts';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { createMailParser } from '#adapters/mime/parse-mail.ts';
import { lookAfterMail } from '#application/mail/look-after-mail.ts';
import { takeMail } from '#application/mail/take-mail.ts';
import { openMails } from '#application/mail/tell-of-mail.ts';
import { draftBegun, mailClosed, mailIdOf } from '#domain/mail/incoming-mail.ts';
import type { ParseMail } from '#domain/mail/read-mail.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { personCode } from '#domain/people/code.ts';
import { seededId } from '#domain/people/seed.ts';
import { Transient } from '#domain/problems/errors.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testClock, testLog } from '#test/http/doubles.ts';
import { testConfig } from '#test/http/service-config.ts';
import { fileIn, mailOf, reportIn, wordsIn } from '#test/kit/mails.ts';

const DAY = 24 * 60;
const codeOf = (mailbox: string) => personCode({ id: seededId(mailbox) });

/** A service on a Thursday in September, to which emails arrive. */
function service(parse: Partial<{ parseMail: ParseMail }> = {}) {
  const [stores, mailFiles, evidence] = [createMemoryStores(), createMemoryMailFiles(), createMemoryEvidenceStore()];
  const clock = testClock('2026-09-24T08:00:00.000Z');
  const parseMail = createMailParser({ ours: [testConfig.sender] });
  const deps = {
    ...stores,
    ...{ mailFiles, evidence, parseMail, config: testConfig, policy: defaultPolicy, now: clock.now, log: testLog() },
    ...parse,
  };
  const arrive = (object: string, bytes = mailOf()) => mailFiles.arrive(object, clock.now(), bytes);
  const read = async (object: string) => {
    const mail = await stores.mails.readMail(mailIdOf(object));
    if (!mail) throw new Error('It was not taken in.');
    return mail;
  };
  const held = async (to: string) => (await stores.indexes.held(to, 50)).map(({ reference }) => reference);
  return { ...deps, clock, arrive, read, held, take: takeMail(deps), lookAfter: lookAfterMail(deps) };
}

describe('an email that arrives', () => {
  test('is an open task by its id alone, due in two working days', async () => {
    const { arrive, take, read, indexes } = service();
    arrive('ses1');
    expect(await take('ses1')).toBe('TAKEN');
    const { id, due, signs } = await read('ses1');
    expect([due, signs]).toEqual(['2026-09-29T08:00:00.000Z', []]);
    const [row] = await openMails(indexes);
    expect(row).toMatchObject({ taskId: id, kind: 'MAIL', waitingSince: '2026-09-24T08:00:00.000Z' });
    expect(JSON.stringify(row)).not.toMatch(/ann|referral please/i);
  });

  test('is one task however often its arrival is told (twice)', async () => {
    const { arrive, take, indexes } = service();
    arrive('ses1');
    await take('ses1');
    expect(await take('ses1')).toBe('THERE');
    expect((await openMails(indexes)).length).toBe(1);
  });

  test('is one task where it was delivered twice: the copy says of which email it is one', async () => {
    const { arrive, take, read, indexes } = service();
    arrive('ses1');
    arrive('ses2');
    await take('ses1');
    expect(await take('ses2')).toBe('COPY');
    expect((await read('ses2')).copyOf).toBe(mailIdOf('ses1'));
    expect((await openMails(indexes)).length).toBe(1);
  });

  test('has its reports kept as evidence, and its other files named', async () => {
    const { arrive, take, read, mailFiles, evidence } = service();
    arrive('ses1', mailOf({ parts: [wordsIn('See'), reportIn(), fileIn('plan.xlsx', 'application/x', 'x')] }));
    await take('ses1');
    const { id, files, signs } = await read('ses1');
    expect(signs).toEqual(['FILES_LEFT']);
    expect(files.length).toBe(1);
    expect(await evidence.inspect('form', files[0] ?? '')).toMatchObject({ contentType: 'application/pdf' });
    const named = (await mailFiles.readRead(id))?.files.map(({ name, evidenceId }) => [name, evidenceId]);
    expect(named).toEqual([
      ['report.pdf', files[0]],
      ['plan.xlsx', undefined],
    ]);
  });

  test('is passed over where it is gone', async () => {
    expect(await service().take('ses1')).toBe('GONE');
  });
});

describe('once an hour', () => {
  test('what arrived while the function was down becomes a task', async () => {
    const { arrive, lookAfter, read } = service();
    arrive('ses1');
    expect(await lookAfter()).toEqual({ mails: 1, taken: 1, deleted: 0 });
    expect((await read('ses1')).version).toBe(1);
    expect(await lookAfter()).toMatchObject({ taken: 0 });
  });

  test('what could not be read for two hours is given to a person unread, and stops no other', async () => {
    const parseMail: ParseMail = async (bytes, isWhole) => {
      if (bytes.length < 100) throw new Error('The parser ran out of memory.');
      return createMailParser({ ours: [] })(bytes, isWhole);
    };
    const { arrive, lookAfter, read, clock } = service({ parseMail });
    arrive('ses1', Buffer.from('poison'));
    arrive('ses2');
    await expect(lookAfter()).rejects.toThrow(Transient);
    expect((await read('ses2')).signs).toEqual([]);
    clock.advanceMinutes(120);
    expect(await lookAfter()).toMatchObject({ taken: 1 });
    expect((await read('ses1')).signs).toEqual(['AUTOMATIC', 'UNREADABLE']);
  });

  test('who is on duty has a line of their next digest, once a working day, as long as an email is open', async () => {
    const { arrive, lookAfter, held, clock, read, mails } = service();
    arrive('ses1');
    await lookAfter();
    await lookAfter();
    expect(await held(codeOf('triage-1@example.org'))).toEqual(['LISTS-2026-09-24']);
    expect(await held(codeOf('manager@example.org'))).toEqual([]);
    clock.advanceMinutes(5 * DAY);
    await lookAfter();
    expect(await held(codeOf('manager@example.org'))).toEqual(['LISTS-2026-09-29']);
    const closed = mailClosed(await read('ses1'), MACHINE, clock.now(), { outcome: 'NOT_FOR_US' });
    if (closed) await mails.saveMail(closed);
    clock.advanceMinutes(DAY);
    await lookAfter();
    expect(await held(codeOf('manager@example.org'))).toEqual(['LISTS-2026-09-29']);
  });

  test('what was closed 28 days ago is deleted with its files; its record says only that it was', async () => {
    const { arrive, lookAfter, mails, mailFiles, evidence, read, clock } = service();
    arrive('ses1', mailOf({ parts: [wordsIn('See'), reportIn()] }));
    await lookAfter();
    const mail = await read('ses1');
    const closed = mailClosed(mail, MACHINE, clock.now(), { outcome: 'QUESTION_ANSWERED' });
    if (closed) await mails.saveMail(closed);
    clock.advanceMinutes(28 * DAY - 1);
    expect(await lookAfter()).toMatchObject({ deleted: 0 });
    clock.advanceMinutes(1);
    expect(await lookAfter()).toMatchObject({ deleted: 1 });
    expect(mailFiles.names()).toEqual([]);
    expect(await evidence.inspect('form', mail.files[0] ?? '')).toBeUndefined();
    expect(await read('ses1')).toMatchObject({ deletedAt: clock.now(), closed: { outcome: 'QUESTION_ANSWERED' } });
  });

  test('what was entered as a referral is deleted too, wherever its words stood; its documents stay with the draft', async () => {
    const { arrive, lookAfter, mails, mailFiles, evidence, read, clock, drafts } = service();
    arrive('ses1', mailOf({ parts: [wordsIn('zebrafish'), reportIn()] }));
    await lookAfter();
    const begun = draftBegun(await read('ses1'), 'a-draft-of-22-letters-');
    if (begun) await mails.saveMail(begun);
    const at = clock.now();
    const days = { createdAt: at, updatedAt: at, remindAt: at, expiresAt: at };
    await drafts.saveDraft({
      ...{ id: 'a-draft-of-22-letters-', version: 1, ...days, answers: {}, done: [], linksSentAt: [], attempt: 1 },
    });
    const closed = mailClosed(await read('ses1'), MACHINE, clock.now(), {
      outcome: 'REFERRAL_ENTERED',
      reference: 'SS-1',
    });
    if (closed) await mails.saveMail(closed);
    clock.advanceMinutes(28 * DAY);
    expect(await lookAfter()).toMatchObject({ deleted: 1 });
    expect(mailFiles.names()).toEqual([]);
    expect(await evidence.inspect('form', begun?.files[0] ?? '')).toBeDefined();
    expect(JSON.stringify(await read('ses1'))).not.toContain('zebrafish');
  });

  test('what is open is never deleted, however old', async () => {
    const { arrive, lookAfter, clock, mailFiles } = service();
    arrive('ses1');
    await lookAfter();
    clock.advanceMinutes(400 * DAY);
    expect(await lookAfter()).toMatchObject({ deleted: 0 });
    expect(mailFiles.names().length).toBe(2);
  });
});
