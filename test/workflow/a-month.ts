import * as z from 'zod';
import { confirmBand } from '#application/todos/confirm-band.ts';
import { personActor } from '#domain/people/actor.ts';
import type { Person, Role } from '#domain/people/person.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { officeHours } from '#domain/values/working-calendar.ts';
import { addWorkingDays } from '#domain/values/working-days.ts';
import { bodyOf } from '#test/cases.ts';
import { deciderId } from '#test/http/records.ts';
import { instance } from './instance.ts';
import { decide } from './road.ts';

type One = ReturnType<typeof instance>;
const bodySchema = z.looseObject({ child: z.looseObject({}) });
const HOUR = 3_600_000;

const person = (id: string, ...roles: Role[]): Person => ({
  ...{ id, name: id, mailbox: `${id}@example.org`, leave: [], isActive: true },
  roles,
});
export const managers = ['manager_1', 'manager_2'];
/** Six who triage and take turns: each on duty on one day in six working days, and deputy on the day before. */
export const triagers = [deciderId, ...[2, 3, 4, 5, 6].map((n) => `triager_${n}`)];
/** As many working days as the rota names. */
const ROTA_DAYS = 60;

/** What happens with one referral, in hours after it came: who decides how, and when the manager confirms its band. */
interface Referred {
  readonly at: string;
  readonly decidedAfter: number | undefined;
  readonly outcome: string;
  readonly bandAfter: number;
  /** The rules end it, for want of a document. */
  readonly isStopped?: true;
}

/** A service of two managers and six who triage, with a rota, before its first referral. */
export async function service(at: string): Promise<One> {
  const one = instance({ at });
  const people = [
    ...triagers.map((id) => person(id, 'TRIAGER')),
    ...managers.map((id) => person(id, 'SERVICE_MANAGER')),
  ];
  const nth = (n: number) => triagers[n % triagers.length] ?? deciderId;
  const duty = Array.from({ length: ROTA_DAYS }, (_, n) => {
    const on = addWorkingDays(londonDateOf(at), n, officeHours);
    return { from: on, to: on, person: nth(n), deputy: nth(n + 1) };
  });
  await one.team.saveTeam({ version: 1, people, history: [], duty });
  return one;
}

/** Moves the clock on, half an hour at a time, with the sweeper and all that is due. */
export async function passUntil(one: One, at: string): Promise<void> {
  while (one.clock.now() < at) {
    one.clock.advanceMinutes(Math.min(30, (Date.parse(at) - Date.parse(one.clock.now())) / 60_000));
    await one.sweep();
  }
}

/** A new child, referred at this moment. */
export async function arrives(one: One, key: string, parts: object = {}): Promise<string> {
  one.evidence.upload('caller-1', `${key}-evidence`);
  const body = bodySchema.parse(bodyOf('C01', [`${key}-evidence`]));
  const child = { ...body.child, firstName: key, nhsNumber: undefined };
  const sent = {
    ...body,
    ...parts,
    child,
    referrer: { ...z.looseObject({}).parse(body.referrer), email: `${key}@gp.example.org` },
  };
  const result = await one.submit({ caller: 'caller-1', idempotencyKey: `key-of-${key}`, body: sent });
  if (result.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(result)}`);
  await one.drain();
  return result.reference;
}

/** The service manager confirms the band that was suggested. */
export async function confirms(one: One, reference: string): Promise<void> {
  const { cases, supports, todos, policy } = one;
  const band = (await todos.todosOf(reference)).find(({ kind, done }) => kind === 'CONFIRM_BAND' && !done);
  if (!band) return;
  const by = personActor('manager_1', 'Manager', 'Service manager');
  await confirmBand({ cases, supports, todos, policy, now: one.clock.now })(band, by, {
    band: '2',
    reason: 'As agreed',
  });
}

/** Plays these referrals and what people do with them, each act at its time, until this instant. */
export async function play(one: One, referred: readonly Referred[], until: string): Promise<void> {
  const references = new Map<Referred, string>();
  const later = (at: string, hours: number) => new Date(Date.parse(at) + hours * HOUR).toISOString();
  const acts = referred
    .flatMap((each, n) => {
      const { at, decidedAfter, outcome, bandAfter, isStopped } = each;
      const reference = () => references.get(each) ?? 'none';
      const comes = {
        at,
        act: async () =>
          void references.set(
            each,
            await arrives(one, `child${n}x${at.slice(0, 7)}`, isStopped ? { evidence: [] } : {}),
          ),
      };
      if (decidedAfter === undefined) return [comes];
      const decides = { at: later(at, decidedAfter), act: async () => void (await decide(one, reference(), outcome)) };
      const band = { at: later(at, decidedAfter + bandAfter), act: () => confirms(one, reference()) };
      return [comes, decides, band];
    })
    .filter(({ at }) => at < until)
    .toSorted((a, b) => a.at.localeCompare(b.at));
  for (const { at, act } of acts) {
    await passUntil(one, at);
    await act();
  }
  await passUntil(one, until);
}

/** How many emails each of these people has had since there were so many. */
export function countsOf(one: One, ids: readonly string[], since: number): Record<string, number> {
  const mails = one.mail.slice(since);
  return Object.fromEntries(ids.map((id) => [id, mails.filter(({ to }) => to === `${id}@example.org`).length]));
}
