import type * as fc from 'fast-check';
import { memoryTable } from '#adapters/memory/table.ts';
import { storesOver } from '#adapters/records/stores.ts';
import type { Item, Table } from '#adapters/records/table.ts';
import type { AnswerResult } from '#application/support/answer-offer.ts';
import { type ConfirmCommand, type ConfirmResult, offerSlot } from '#application/support/offer-slot.ts';
import { readOffers } from '#application/support/read-offers.ts';
import { personActor } from '#domain/people/actor.ts';
import { holdsSlot } from '#domain/support/offer.ts';
import { testRandom } from '#test/http/doubles.ts';
import { testConfig } from '#test/http/service-config.ts';
import { instance } from '../instance.ts';
import { Died, switching, twiceIfDead } from '../schedules/switching.ts';
import { type Broken, DAY, type Plan, type Who } from './plan.ts';
import { type Waiting, waiting } from './waiting.ts';

/** What someone pressed or answered, and what they were told. */
interface Pressed extends ConfirmCommand {
  readonly told: ConfirmResult;
}
interface Answered {
  readonly offer: string;
  readonly reference: string;
  readonly told: AnswerResult;
}

export interface Played extends Waiting {
  readonly one: ReturnType<typeof instance>;
  readonly pressed: readonly Pressed[];
  readonly answered: readonly Answered[];
  /** The slots of which a family was told while another who had been told still had it. */
  readonly toldTwice: readonly string[];
}

/** How often a family looks for a letter before it gives up. */
const MOST_LOOKS = 40;

/**
 * Plays one race for two places that are free at once, and after a quiet time a second one, in which offers may run out. Then
 * everything that is due happens without any more switches.
 */
export async function play(scheduler: fc.Scheduler, plan: Plan, broken: Broken = {}): Promise<Played> {
  const world = await waiting();
  const memory = memoryTable(false);
  const { stored = (item: Item) => item } = broken;
  const bare: Table = { ...memory, put: (item, condition) => memory.put(stored(item), condition) };
  for (const item of world.items) await bare.put(item);
  const { table, run, turn } = switching<Who>(bare);
  const told = await tellsOf(storesOver(bare, testRandom()), world.children);
  const whole = storesOver(table, testRandom());
  const stores = { ...whole, slots: { ...whole.slots, ...broken.slots } };
  const one = instance({ stores, at: world.at, send: told.send });
  const deps = { ...stores, config: testConfig, policy: one.policy, now: one.clock.now };
  const [read, confirm] = [readOffers(deps), offerSlot(deps)];
  const [pressed, answered]: [Pressed[], Answered[]] = [[], []];
  const again = plan.death?.comesBack ? twiceIfDead : <T>(act: () => Promise<T>) => act();
  let forms = 0;
  let atIt = 2;

  const manager = (id: string) => async () => {
    for (let page = 0; page < 2; page += 1) {
      const { free } = await again(read);
      for (const { slot, proposal } of free) {
        const reference = proposal.next?.candidate.reference;
        if (reference === undefined) continue;
        forms += 1;
        const form = { slot: slot.id, reference, offer: `O${forms.toString(16).padStart(16, '0')}` };
        const by = personActor(id, id, 'Service manager');
        pressed.push({ ...form, told: await again(() => confirm(form, by)) });
      }
    }
  };
  /** Until they are done, or died and did not come back. */
  const untilDone = (act: () => Promise<void>) => async () => {
    await act().catch((error) => {
      if (!(error instanceof Died)) throw error;
    });
    atIt -= 1;
  };
  /** The id of the last offer to this child, once there is one, or undefined where none came for long. */
  const letterTo = async (reference: string) => {
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const support = await twiceIfDead(() => stores.supports.readSupport(reference));
      if (support) return support.offers.at(-1)?.id;
    }
    return undefined;
  };
  const family = async () => {
    for (const { child, what, way } of plan.said) {
      const reference = world.children[child] ?? '';
      const offer = await letterTo(reference);
      if (offer === undefined) continue;
      const by =
        way === 'LINK' ? ({ kind: 'HOLDER', of: 'FAMILY' } as const) : personActor('pat', 'Pat', 'Service manager');
      const answer = { offer, what, way, by };
      answered.push({ offer, reference, told: await twiceIfDead(() => one.answerOffer(reference, answer)) });
    }
  };
  /** As long as the managers are at it, and once more. */
  const allAlong = (act: () => Promise<unknown>) => async () => {
    do await twiceIfDead(act);
    while (atIt > 0);
  };
  const actors = new Map<Who, () => Promise<void>>([
    ['FIRST', untilDone(manager('first'))],
    ['SECOND', untilDone(manager('second'))],
    ['FAMILY', family],
    [
      'STAFF',
      async () => {
        const reference = plan.dies === undefined ? undefined : world.children[plan.dies];
        const by = personActor('kim', 'Kim', 'Practitioner');
        if (reference === undefined) return;
        await letterTo(reference);
        await twiceIfDead(() => one.died({ reference, by }));
      },
    ],
    ['SWEEPER', allAlong(one.sweepAlone)],
    [
      'WORKFLOW',
      allAlong(async () => {
        await turn('starts');
        await one.drain();
      }),
    ],
    [
      'CLOCK',
      async () => {
        for (const { turns, minutes } of plan.clock) {
          for (let n = 0; n < turns; n += 1) await turn('the clock');
          one.clock.advanceMinutes(minutes);
        }
      },
    ],
  ]);
  const { death, quietDays } = plan;
  await run(scheduler, { death, actors, idle: one.engine.settled });
  await one.sweep();
  for (const days of quietDays) {
    await one.drain();
    one.clock.advanceMinutes(days * DAY);
  }
  atIt = 2;
  await run(scheduler, { death: undefined, actors, idle: one.engine.settled });
  for (let i = 0; i < 8; i += 1) {
    one.clock.advanceMinutes(6);
    await one.sweep();
  }
  return { ...world, one, pressed, answered, toldTwice: told.twice };
}

/** A mailer that sees, as an offer goes to a family, whether another who was told of that slot still has it. */
async function tellsOf(stores: ReturnType<typeof storesOver>, children: readonly string[]) {
  const told = new Set<string>();
  const twice: string[] = [];
  return {
    twice,
    send: async ({ tags }: { readonly tags: { readonly reference: string; readonly noticeId: string } }) => {
      const [kind, id = ''] = tags.noticeId.split('-');
      if (kind !== 'OFFER') return { messageId: tags.noticeId };
      const read = await Promise.all(children.map((reference) => stores.supports.readSupport(reference)));
      const offers = read.flatMap((support) => support?.offers ?? []);
      const slot = offers.find((offer) => offer.id === id)?.slot.id ?? '';
      const others = offers.filter((offer) => offer.id !== id && offer.slot.id === slot && told.has(offer.id));
      if (others.some(holdsSlot)) twice.push(slot);
      told.add(id);
      return { messageId: tags.noticeId };
    },
  };
}
