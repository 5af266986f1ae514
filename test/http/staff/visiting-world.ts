import { expect } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import { visitsAt } from '#web/staff/visits/address.ts';
import { hidden } from '../browser.ts';
import { childOf, lists } from './lists-world.ts';

const AT = visitsAt(childOf(0));
const day = (d: string, m = '9') => ({ 'on-day': d, 'on-month': m, 'on-year': '2026' });

/** A child whose family accepted a weekly visit of Kim on Tuesdays at 9:30, with a browser each of Kim, Lou and a manager. */
export async function visiting(referral?: object) {
  const world = await lists([{ pathway: 'HOME_VISITING', band: 1 }], referral);
  const { deps, manager, clock, stores } = world;
  for (const id of ['kim', 'lou']) {
    const mailbox = `${id}@example.org`;
    await deps.changeTeam({ change: 'JOIN', id, name: `${id} Park`, mailbox, roles: ['PRACTITIONER'] }, MACHINE);
  }
  await deps.changeCapacity({ change: 'PRACTITIONER', person: 'kim', locality: 'Taunton' }, MACHINE);
  const slots = { day: 'TUESDAY', at: ['09:30'], from: '2026-09-22', until: '' };
  await deps.changeCapacity({ change: 'SLOTS', person: 'kim', locality: 'Taunton', ...slots }, MACHINE);
  const id = (await deps.readCapacity()).practitioners[0]?.slots[0]?.id;
  const form = await manager.get(`/staff/offers/${id}`);
  const fields = { reference: hidden(form, 'reference'), offer: hidden(form, 'offer') };
  await manager.post(`/staff/offers/${id}`, { csrf: hidden(form, 'csrf'), ...fields });
  const yes = { offer: fields.offer, what: 'ACCEPTED', way: 'STAFF', by: MACHINE } as const;
  await deps.answerOffer(childOf(0), yes);
  let kim = await world.enter('kim@example.org');
  const send = async (typed: Readonly<Record<string, string>>, using = kim) => {
    const page = await using.get(AT);
    return using.post(AT, { csrf: hidden(page, 'csrf'), ...typed });
  };
  const plan = (d: string, m?: string) => send({ change: 'PLAN', ...day(d, m), at: '9:30am', where: 'HOME' });
  /** Records the visit that the page shows. */
  const came = async (what: string, note = '', more = {}) => {
    const { body } = await kim.get(AT);
    const visit = /name="visit" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return send({ change: 'RECORD', visit, came: what, note, ...more });
  };
  const support = async () => {
    const found = await stores.supports.readSupport(childOf(0));
    return found ?? expect.fail('There is no support.');
  };
  /** Midday of another day, when sessions are over: Kim signs in again. */
  const midday = async (on: string) => {
    clock.advanceMinutes((Date.parse(`${on}T12:00:00.000Z`) - Date.parse(clock.now())) / 60_000);
    kim = await world.enter('kim@example.org');
  };
  return { ...world, kim, send, plan, came, support, midday };
}
