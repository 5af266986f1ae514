import { until } from '#test/system/until.ts';
import { mailsAbout } from '#test/system/window.ts';
import { childOfferAt, OFFERS_AT } from '#web/staff/offers/address.ts';
import { openTodo } from './assess.ts';
import { type Fields, handAt, textOf } from './hand.ts';
import type { Referred } from './referrals.ts';
import { typed } from './settings.ts';
import type { Walk } from './walk.ts';

/** What a family answers to its first offer, and by which way. */
type Answer = 'ACCEPTED' | 'LATER' | 'DECLINED' | 'CALL_ME' | 'NOTHING' | 'BY_PHONE';

/** By the number of the family; every other family accepts through its link. */
const ANSWERS: ReadonlyMap<number, Answer> = new Map([
  [2, 'LATER'],
  [3, 'DECLINED'],
  [12, 'CALL_ME'],
  [17, 'NOTHING'],
]);

/** An offer as the walk made it. */
export interface Offered {
  readonly family: Referred;
  readonly answer: Answer;
}

/** The others have no link: they are written to by post, or called. */
const answerOf = (family: Referred): Answer => (family.byEmail ? (ANSWERS.get(family.n) ?? 'ACCEPTED') : 'BY_PHONE');

/** As the service manager: each free place is offered to the child who is next, until no place has a child for it. */
export async function offerAll({ manager, families }: Walk): Promise<Offered[]> {
  const offered: Offered[] = [];
  for (;;) {
    const { html } = await manager.open(OFFERS_AT);
    const [, path] = /href="[^"]*(\/staff\/offers\/[^"]+)"/.exec(html) ?? [];
    if (path === undefined) return offered;
    const page = await manager.open(path);
    const [, reference = ''] = /name="reference" value="(\w+)"/.exec(page.html) ?? [];
    const family = families.find((one) => one.reference === reference);
    if (!family) throw new Error(`A place is offered to ${reference}, whom the walk does not know: ${textOf(page)}`);
    await manager.fill(page, { reference });
    offered.push({ family, answer: answerOf(family) });
  }
}

/** As the families: each opens the link in its email, shows the date of birth and answers. */
export async function answerByLink(walk: Walk, offered: readonly Offered[], ...answers: Answer[]): Promise<void> {
  for (const { family, answer } of offered) {
    if (!answers.includes(answer)) continue;
    const hand = handAt(walk.at);
    const link = await offerLink(walk, family);
    const offer = await hand.fill(await hand.open(link), typed('dob', family.sent.body.child.dob));
    await hand.fill(offer, { answer });
  }
}

export const offerLink = ({ at }: Walk, { reference }: Referred) =>
  until(`${reference} was offered a place by email`, async () =>
    (await mailsAbout(at, reference)).flatMap(({ text }) => /^http\S+\/family\/l\/\S+$/m.exec(text)?.[0] ?? []).at(-1),
  );

/** As the service manager: a family that has no link, or needs a translation, is called and says yes. */
export async function answerByPhone({ manager }: Walk, offered: readonly Offered[]): Promise<void> {
  for (const { family, answer } of offered) {
    if (answer !== 'BY_PHONE') continue;
    const page = await manager.open(childOfferAt(family.reference));
    await manager.fill(page, { answer: 'ACCEPTED', text: 'The mother said yes by phone' });
  }
}

/** As the service manager: calls a family as the page of today asks, and records what came of it. */
export async function ring({ manager }: Walk, { reference }: Referred, said: string): Promise<void> {
  const page = await openTodo(manager, reference, 'RING_FAMILY');
  const call: Fields = { said, words: 'The mother, by phone' };
  await manager.fill(page, call);
}
