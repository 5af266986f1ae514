import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { sample } from '#tools/demo/sample/all.ts';
import { showEndings, showLists } from '#tools/demo/verdict.ts';

const [referral] = sample;
if (!referral) throw new Error('The sample is empty.');

const servers: (() => void)[] = [];
afterEach(() => {
  for (const close of servers.splice(0)) close();
});

/** A service that answers every question with this. */
async function answering(body: unknown): Promise<{ url: string; apiKey: string }> {
  const server = createServer((_request, response) => response.end(JSON.stringify(body)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(() => server.close());
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, apiKey: 'local' };
}

const at = (url: string) => [{ sent: referral, answer: { reference: 'RC9C6DWW5H6', statusUrl: `${url}/v1` } }];
const silent = () => {};

describe('the end of the demonstration', () => {
  test('finds no difference where a referral ended as the sample says', async () => {
    const status = { status: 'ON_WAITING_LIST', outcome: 'ACCEPT_INITIAL_ASSESSMENT', reasons: [], history: [] };
    const world = await answering(status);

    expect(await showEndings(world, silent, at(world.url))).toEqual([]);
  });

  test('says what differs where a referral ended elsewhere', async () => {
    const world = await answering({ status: 'PARKED', outcome: null, reasons: [], history: [] });

    expect(await showEndings(world, silent, at(world.url))).toEqual([
      'Wide delay: none, PARKED instead of ACCEPT_INITIAL_ASSESSMENT, ON_WAITING_LIST',
    ]);
  });

  test('says what differs where a referral that should be taken was refused', async () => {
    const refused = { sent: referral, answer: { code: 'RETURNED_INVALID', problems: [], emergencyNumbers: [] } };
    const world = await answering({});

    expect(await showEndings(world, silent, [refused])).toEqual([
      'Wide delay: RETURNED_INVALID, not stored instead of ACCEPT_INITIAL_ASSESSMENT, ON_WAITING_LIST',
    ]);
  });

  test('says which lists are not as the sample says', async () => {
    const child = { reference: 'RC9C6DWW5H6', explanation: '1st of 1' };
    const world = await answering([{ pathway: 'PORTAGE_GROUP', locality: 'Yeovil', children: [child] }]);

    const differences = await showLists(world, silent, at(world.url));

    expect(differences[0]).toBe('Not expected: the list Portage group, Yeovil with Wide delay');
    expect(differences).toContain('Expected: the list Portage group, Yeovil with Twenty hours at nursery');
  });
});
