import { describe, expect, test } from 'vitest';
import { FromALaterRelease, Transient } from '#domain/problems/errors.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { sweepWorld } from './sweep-world.ts';

const aFault = new TypeError('a bug');
const ofALaterRelease = new FromALaterRelease('Of a later release.');
const outOfReach = new Transient('Out of reach.');
const thousand = Array.from({ length: 1_000 }, (_, n) => `n${n}`);

describe('what is due', () => {
  test('a thousand due notices that hang never delay a case by one sweep', async () => {
    const notices = new AbortController();
    const hanging = () => {
      notices.abort();
      return new Promise<never>(() => {});
    };
    const { run, taken, add } = sweepWorld({ deps: { settleNotice: hanging } });
    await Promise.all(thousand.map((id) => add.notice(id, -60)));
    await add.aCase('REF1', -1);
    const never = new AbortController().signal;
    await run({ CASE: never, SUPPORT: never, NOTICE: notices.signal, TODO: never, SLOT: never, DRAFT: never });
    expect(taken).toContain('REF1');
  });

  test('a thousand cases that can never be fixed do not keep the one behind them waiting', async () => {
    const fail = Object.fromEntries(thousand.map((id) => [id, aFault]));
    const { run, taken, add } = sweepWorld({ fail });
    await Promise.all(thousand.map((id) => add.aCase(id, -60)));
    await add.aCase('BEHIND', -1);
    await run();
    expect(taken).not.toContain('BEHIND');
    await run();
    expect(taken[1_000]).toBe('BEHIND');
  });

  test('more notices that can never be fixed than are looked at in three sweeps do not keep the one behind waiting', async () => {
    const broken = Array.from({ length: 1_600 }, (_, n) => `n${n}`);
    const { run, taken, add } = sweepWorld({ fail: Object.fromEntries(broken.map((id) => [id, aFault])) });
    await Promise.all(broken.map((id) => add.notice(id, -60)));
    await add.notice('BEHIND', -1);
    for (let sweeps = 0; sweeps < 4; sweeps += 1) await run();
    expect(taken).toContain('BEHIND');
  });

  test('notices that wait for the step that has them stand behind the others (nothing to do yet)', async () => {
    const waits = thousand.slice(0, 500);
    const { run, taken, add } = sweepWorld({ waits });
    await Promise.all(waits.map((id) => add.notice(id, -60)));
    await add.notice('BEHIND', -1);
    await run();
    await run();
    expect(taken[500]).toBe('BEHIND');
  });
});

describe('what failed', () => {
  test('is tried ever more rarely: after a minute, two, four, eight, and at last once a day', async () => {
    const { run, minutes, add } = sweepWorld({ fail: { n1: aFault } });
    await add.notice('n1', -1);
    await run();
    const tries: number[] = [];
    for (const wait of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440]) tries.push(await minutes(wait, 'n1'));
    expect(tries).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(await minutes(1439, 'n1')).toBe(0);
  });

  test('is tried at least every quarter of an hour when it is a case, however often it failed', async () => {
    const { run, minutes, add } = sweepWorld({ fail: { REF1: aFault } });
    await add.aCase('REF1', -1);
    await run();
    const tries: number[] = [];
    for (const wait of [1, 2, 4, 8, 15, 15, 15]) tries.push(await minutes(wait, 'REF1'));
    expect(tries).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(await minutes(14, 'REF1')).toBe(0);
  });

  test('through no fault of its own is tried every minute, so that no one waits once the service is back', async () => {
    const { minutes, fail, add } = sweepWorld({ fail: { REF1: outOfReach } });
    await add.aCase('REF1', -1);
    expect(await minutes(60, 'REF1')).toBe(60);
    fail.delete('REF1');
    expect(await minutes(1, 'REF1')).toBeGreaterThan(0);
  });

  test('after half an hour of throttling is put off no longer than what failed for the first time', async () => {
    const { run, minutes, fail, add } = sweepWorld({ fail: { n1: outOfReach } });
    await add.notice('n1', -1);
    expect(await minutes(30, 'n1')).toBe(30);
    fail.set('n1', aFault);
    await run();
    const tries: number[] = [];
    for (const wait of [1, 2, 4]) tries.push(await minutes(wait, 'n1'));
    expect(tries).toEqual([1, 1, 1]);
  });

  test('after thirty sweeps of waiting for its step is put off no longer than what failed for the first time', async () => {
    const waits = ['n1'];
    const { run, minutes, fail, add } = sweepWorld({ waits });
    await add.notice('n1', -1);
    expect(await minutes(30, 'n1')).toBe(30);
    fail.set('n1', aFault);
    await run();
    const tries: number[] = [];
    for (const wait of [1, 2, 4]) tries.push(await minutes(wait, 'n1'));
    expect(tries).toEqual([1, 1, 1]);
  });

  test('for want of a later release is tried every quarter of an hour, so that it goes on soon after a roll-back', async () => {
    const { minutes, add } = sweepWorld({ fail: { n1: ofALaterRelease } });
    await add.notice('n1', -1);
    await minutes(24 * 60, 'n1');
    expect(await minutes(60, 'n1')).toBe(4);
  });

  test('for want of a later release for a day is put off no longer than what fails for the first time', async () => {
    const { minutes, fail, add } = sweepWorld({ fail: { n1: ofALaterRelease } });
    await add.notice('n1', -1);
    await minutes(24 * 60, 'n1');
    fail.set('n1', aFault);
    await minutes(15, 'n1');
    fail.delete('n1');
    expect(await minutes(4, 'n1')).toBeGreaterThan(0);
  });

  test('is shown with how often, since when and why, as long as it is put off', async () => {
    const { run, minutes, stores, clock, metrics, add } = sweepWorld({ fail: { REF1: aFault } });
    await add.aCase('REF1', -1);
    const since = clock.now();
    await run();
    await minutes(2, 'REF1');
    expect(metrics.get('CasesPutOff')).toBe(1);
    expect(metrics.get('SweepFailures')).toBe(1);
    expect(await stores.indexes.paused('CASE', 10)).toMatchObject([
      { reference: 'REF1', attempts: 2, waitingSince: since, why: 'TypeError' },
    ]);
  });

  test('is put off no longer once it succeeds, and begins anew should it fail again', async () => {
    const { run, minutes, stores, fail, metrics, add } = sweepWorld({ fail: { n1: aFault } });
    await add.notice('n1', -1);
    await run();
    await minutes(7, 'n1');
    fail.delete('n1');
    await minutes(8, 'n1');
    expect(await stores.indexes.paused('NOTICE', 10)).toEqual([]);
    expect([metrics.get('NoticesPutOff'), metrics.get('SweepFailures')]).toEqual([0, 0]);
    fail.set('n1', aFault);
    await minutes(1, 'n1');
    expect(await stores.indexes.paused('NOTICE', 10)).toMatchObject([{ attempts: 1 }]);
  });

  test('and has changed since is a new chance, however long the pause of what it was', async () => {
    const { run, minutes, stores, clock, fail, add } = sweepWorld({ fail: { n1: aFault } });
    await add.notice('n1', -1);
    await run();
    await minutes(60, 'n1');
    fail.delete('n1');
    expect(await minutes(1, 'n1')).toBe(0);
    const entry = await stores.notices.readNotice('NOTED', 'n1');
    if (entry) await stores.notices.saveNotice({ ...entry, claimedAt: plusMinutes(clock.now(), -2) }, entry.attempts);
    expect(await minutes(1, 'n1')).toBe(1);
    expect(await stores.indexes.paused('NOTICE', 10)).toEqual([]);
  });

  test('is forgotten once it is due no more: someone else has settled it', async () => {
    const { run, stores, add } = sweepWorld({ fail: { n1: aFault } });
    await add.notice('n1', -1);
    await run();
    const entry = await stores.notices.readNotice('NOTED', 'n1');
    if (entry) await stores.notices.saveNotice({ ...entry, state: 'SENT' }, entry.attempts);
    await run();
    expect(await stores.indexes.paused('NOTICE', 10)).toEqual([]);
  });

  test('of one kind is counted under that kind', async () => {
    const fail = { REF1: aFault, n1: aFault, AAAAAAAAAAAAAAAAAAAAAA: aFault };
    const { run, metrics, minutes, add } = sweepWorld({ fail });
    await add.aCase('REF1', -1);
    await add.draft();
    await run();
    await minutes(2, 'REF1');
    const counted = ['CasesPutOff', 'NoticesPutOff', 'DraftsPutOff'].map((name) => metrics.get(name));
    expect(counted).toEqual([1, 0, 1]);
  });
});
