import { expect, test } from 'vitest';
import { actorCode } from '#domain/people/actor.ts';
import { NotSent, Transient } from '#domain/problems/errors.ts';
import { busOf } from './deliveries.ts';
import { instance } from './instance.ts';
import { caseOf, decide, refer, waitInVain } from './road.ts';

type Instance = ReturnType<typeof instance>;
type Bus = ReturnType<typeof busOf>;
type Road = { begin?: () => Instance; take: (one: Instance, bus: Bus) => Promise<string> };

const ACKNOWLEDGEMENT = 'ACKNOWLEDGEMENT-REFERRER';

/** Fails the first calls, so that what was owed is left to the sweeper. */
function failingAtFirst<Given extends unknown[], Answer>(work: (...given: Given) => Promise<Answer>, error: Error) {
  let left = 1;
  return async (...given: Given): Promise<Answer> => {
    left -= 1;
    if (left >= 0) throw error;
    return work(...given);
  };
}

const roads: Record<string, Road> = {
  'a start that the sweeper makes good': {
    begin: () => {
      const start = failingAtFirst(
        (...given: Parameters<Instance['startForReal']>) => one.startForReal(...given),
        new Transient('out of reach'),
      );
      const one: Instance = instance({ workflow: { start } });
      return one;
    },
    take: async (one, bus) => {
      const reference = await refer(one, 'C01');
      await bus.tick();
      return reference;
    },
  },
  'an email that the sweeper sends': {
    begin: () => {
      const send = failingAtFirst(
        (...given: Parameters<Instance['sendForReal']>) => one.sendForReal(...given),
        new NotSent('a throttle'),
      );
      const one: Instance = instance({ send });
      return one;
    },
    take: async (one, bus) => {
      const reference = await refer(one, 'C01');
      await bus.tick(3);
      return reference;
    },
  },
  'a decision that settles and wakes the workflow': {
    take: async (one, bus) => {
      const reference = await refer(one, 'C01');
      await decide(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
      await bus.tick(6);
      await bus.tick();
      return reference;
    },
  },
  'a decision that defers, and a reminder after it': {
    begin: () => instance({ policy: { triageReminderDays: [1, 1] } }),
    take: async (one, bus) => {
      const reference = await refer(one, 'C01');
      await decide(one, reference, 'DEFER_TO_MEETING');
      await bus.tick(6);
      await waitInVain(one);
      await bus.tick();
      return reference;
    },
  },
  'an execution that has ended and whose case is parked': {
    take: async (one, bus) => {
      const reference = await refer(one, 'C01');
      await one.stop(`${reference}-intake-1`);
      await bus.tick(200 * 24 * 60);
      await bus.tick();
      return reference;
    },
  },
  'a bounce': {
    take: async (one, bus) => {
      const reference = await refer(one, 'C01');
      await bus.mailEvent('Bounce', reference, ACKNOWLEDGEMENT);
      return reference;
    },
  },
  'a request to decide that bounces, and then the one that went in its place': {
    take: async (one, bus) => {
      const reference = await refer(one, 'C01');
      await bus.mailEvent('Bounce', reference, await requestTo(one, reference, 0));
      await bus.tick();
      await bus.mailEvent('Complaint', reference, await requestTo(one, reference, 0));
      await bus.tick();
      return reference;
    },
  },
  'a bounce, and a complaint about the same email': {
    take: async (one, bus) => {
      const reference = await refer(one, 'C01');
      await bus.mailEvent('Bounce', reference, ACKNOWLEDGEMENT);
      await bus.mailEvent('Complaint', reference, ACKNOWLEDGEMENT);
      return reference;
    },
  },
};

const requestTo = async (one: Instance, reference: string, nth: number) =>
  (await one.notices.noticesOf(reference)).filter(({ kind, state }) => kind === 'TRIAGE_REQUEST' && state === 'SENT')[
    nth
  ]?.id ?? 'none';

/** What happened, without what is drawn at random. */
async function pictureOf(one: Instance, reference: string) {
  const { history, version, shown, outbox } = await caseOf(one, reference);
  const notices = await one.notices.noticesOf(reference);
  return {
    case: { version, shown, outbox: outbox.map(({ kind }) => kind) },
    history: history.map(({ event, by }) => `${event} by ${actorCode(by)}`),
    ledger: notices.map(({ kind, to, state, attempts, why }) => [kind, to, state, attempts, why].join(' ')).sort(),
    mail: one.mail.map(({ to, subject }) => `${to}: ${subject}`).sort(),
    executions: one.engine.executions().map(({ name, status }) => `${name} ${status}`),
  };
}

async function taken({ begin = instance, take }: Road, deliveries: number) {
  const one = begin();
  const reference = await take(one, busOf(one, deliveries));
  return pictureOf(one, reference);
}

test.each(Object.entries(roads))('%s: everything delivered twice is as delivered once', async (_name, road) => {
  expect(await taken(road, 2)).toEqual(await taken(road, 1));
});

test('a bounce that comes again behind a complaint (out of order) changes nothing', async () => {
  const one = instance();
  const bus = busOf(one, 1);
  const reference = await refer(one, 'C01');
  await bus.mailEvent('Bounce', reference, ACKNOWLEDGEMENT);
  await bus.mailEvent('Complaint', reference, ACKNOWLEDGEMENT);
  const before = await pictureOf(one, reference);
  await bus.mailEvent('Bounce', reference, ACKNOWLEDGEMENT);
  expect(await pictureOf(one, reference)).toEqual(before);
});
