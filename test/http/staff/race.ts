import { expect } from 'vitest';
import { actorInWords } from '#domain/people/actor.ts';
import { outcomeInWords } from '#web/components/record/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { accept, taskId, triageWorld } from './world.ts';

const address = `/triage/tasks/${taskId}`;
const two = [
  { outcome: 'DECLINE', reason: 'Not here', deciderName: 'Ari Stone' },
  { outcome: 'INVITE_GROUP', reason: 'It fits', deciderName: 'Lee Brook' },
];

/** Two triagers decide at the same moment: one decision is recorded, and the other is told who decided what. */
export async function raceOfTwo(): Promise<void> {
  const world = await triageWorld();
  const browsers = [await world.signIn(world.token), await world.signIn(world.second)];
  const forms = await Promise.all(browsers.map(async (using) => hidden(await using.get(address), 'csrf')));
  const answers = await Promise.all(
    browsers.map((using, n) => using.post(address, { ...accept, ...two[n], csrf: forms[n] ?? '', taskId })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  const theCase = await world.stores.cases.readCase(reference);
  const decision = theCase?.task?.decision ?? expect.fail('Nothing was recorded.');
  expect(theCase?.history.filter(({ event }) => event === 'DECISION_RECORDED')).toHaveLength(1);
  const loser = answers.find(({ status }) => status === 409);
  for (const said of [actorInWords(decision.by), outcomeInWords(decision.outcome)]) expect(loser?.body).toContain(said);
}
