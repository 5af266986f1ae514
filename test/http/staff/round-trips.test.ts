import { expect, test } from 'vitest';
import { shown } from '#web/access/guard.ts';
import { workGuard } from '#web/access/staff-guard.ts';
import { taskAccessOf } from '#web/access/staff-task.ts';
import { requestOf } from '#web/http/proxy-event.ts';
import { getWork } from '#web/staff/work.ts';
import { proxyEvent } from '../proxy-event.ts';
import { taskId, triageWorld } from './world.ts';

async function signedIn() {
  const world = await triageWorld();
  const using = await world.signIn();
  const Cookie = [...using.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const path = `/triage/tasks/${taskId}`;
  return { ...world, request: requestOf(proxyEvent({ path, headers: { Cookie } }), world.deps.baseUrl) };
}

test('the case is read while the session is, so that nobody waits for one after the other', async () => {
  const { deps, request } = await signedIn();
  const caseAsked = Promise.withResolvers<void>();
  const access = {
    ...deps.access,
    readSession: async (hash: string) => {
      await caseAsked.promise;
      return deps.access.readSession(hash);
    },
  };
  const cases = {
    ...deps.cases,
    readWholeCase: async (of: string) => {
      caseAsked.resolve();
      return deps.cases.readWholeCase(of);
    },
  };

  expect((await taskAccessOf({ ...deps, access, cases }, request, taskId))?.kind).toBe('OPEN');
});

test('the record is shown only once its reading is written down, which goes on while it is read', async () => {
  const { deps, request } = await signedIn();
  const readingBegun = Promise.withResolvers<void>();
  const readingDone = Promise.withResolvers<void>();
  let isShown = false;
  const referrals = {
    ...deps.referrals,
    readReferral: async (of: string) => {
      await readingBegun.promise;
      return deps.referrals.readReferral(of);
    },
  };
  const access = {
    ...deps.access,
    recordReading: async () => {
      readingBegun.resolve();
      await readingDone.promise;
    },
  };
  const watched = { ...deps, referrals, access };
  const answered = shown(workGuard(watched), getWork(watched))(request, { taskId }).then((answer) => {
    isShown = true;
    return answer;
  });
  await readingBegun.promise;
  await new Promise((resolve) => setImmediate(resolve));

  expect(isShown).toBe(false);
  readingDone.resolve();
  expect((await answered).status).toBe(200);
});

test.each([['no-reference-T1'], ['-T1'], ['']])(
  'a task that cannot be, %j (hostile), asks no store for a case',
  async (id) => {
    const { deps, request } = await signedIn();
    const asked: string[] = [];
    const cases = {
      ...deps.cases,
      readWholeCase: async (of: string) => {
        asked.push(of);
        return undefined;
      },
    };

    expect(await taskAccessOf({ ...deps, cases }, request, id)).toBeUndefined();
    expect(asked).toEqual([]);
  },
);
