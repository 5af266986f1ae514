import { expect, it } from 'vitest';
import { Refused, Transient } from '#domain/problems/errors.ts';
import { CONSOLE_AT } from '#web/console/address.ts';
import { KEY_ARTICLE, brokenWords as words } from '#web/console/broken/words.ts';
import { consoleWorld } from './world.ts';

/** The front page of a console whose store fails with this error once someone is signed in. */
async function opened(error: Error) {
  const world = await consoleWorld();
  const using = await world.as('OPERATOR');
  world.deps.access.readSession = () => Promise.reject(error);
  return using.get(CONSOLE_AT);
}

it('says that the records refuse to be read, with the way to what is to be done', async () => {
  const { status, body } = await opened(new Refused('DynamoDB refused the request (AccessDeniedException).'));
  expect([status, body.includes(words.refused), body.includes(`#${KEY_ARTICLE}`)]).toEqual([503, true, true]);
});

it.each([
  ['a store that is busy', new Transient('busy'), 503],
  ['a fault of ours', new TypeError('no'), 500],
])('says nothing of keys for %s', async (_what, error, expected) => {
  const { status, body } = await opened(error);
  expect([status, body.includes(words.refused)]).toEqual([expected, false]);
});
