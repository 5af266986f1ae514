import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { BeforeDeployment } from '#tools/deploy/before.ts';
import { PROSE } from '#tools/deploy/prose.ts';
import { smoke } from '#tools/deploy/smoke.ts';

const URL_OF_TRIAL = 'https://referrals.example.org';
const html = { headers: { 'content-type': 'text/html; charset=utf-8' } };

/** What the smoke test finds of a service whose pages answer like this. */
async function faults(answers: { get?: () => Response; post?: () => Response; looks?: BeforeDeployment[] }) {
  const posted: string[] = [];
  const found = await smoke({
    baseUrl: URL_OF_TRIAL,
    fetch: async (_url, init) => {
      if (init?.method !== 'POST') return (answers.get ?? (() => new Response('<h1>', html)))();
      posted.push(String(init.body));
      return (answers.post ?? (() => new Response('<form>', { ...html, status: 422 })))();
    },
    looks: answers.looks ?? [],
    args: [],
    say: () => {},
  });
  return { found, posted };
}

test('a service whose pages answer and that takes 60 KB of ordinary text has no fault', async () => {
  const { found, posted } = await faults({});

  expect(found).toEqual([]);
  expect(posted[0]?.length).toBeGreaterThan(59_000);
  expect(posted[0]?.length).toBeLessThan(65_536);
});

test('the ordinary text has quotes, tags, signs and letters of other languages, as people type them', () => {
  for (const sign of ['"', "'", '<', '>', '&', '=', '--', '...', 'select', 'union', 'ę', 'م'])
    expect(PROSE).toContain(sign.trim());
});

test.each([403, 413, 500, 200])(
  'an answer of %i to the long text is a fault that names the firewall',
  async (status) => {
    expect((await faults({ post: () => new Response('', { status }) })).found).toEqual([
      expect.stringMatching(new RegExp(`/check answers ${status} to 60 KB .* web ACL`)),
    ]);
  },
);

test.each([
  ['an error', () => new Response('', { ...html, status: 503 })],
  ['something that is no page', () => new Response('{}')],
])('a page that answers with %s is a fault by its address', async (_kind, get) => {
  const { found } = await faults({ get });

  expect(found).toHaveLength(2);
  expect(found[0]).toContain(`${URL_OF_TRIAL}/ answers `);
});

test('an address whose record is not set yet is a fault in one line for each page (half-finished)', async () => {
  const missing = () => {
    throw new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND referrals.example.org') });
  };
  const { found } = await faults({ get: missing, post: missing });

  expect(found).toHaveLength(3);
  for (const line of found) expect(line).toMatch(/does not answer: getaddrinfo ENOTFOUND [^\n]+$/);
});

test('what an account lacks is a fault as well', async () => {
  const looks = [{ about: 'the sandbox of SES', look: async () => ['SES is in its sandbox.'] }];

  expect((await faults({ looks })).found).toEqual(['SES is in its sandbox.']);
});

test('without credentials it says in one line that AWS could not be asked', () => {
  const env = {
    ...{ PATH: process.env.PATH, HOME: '/nowhere', SMALL_STEPS_CONFIG: 'docs/deploy.example.json' },
    ...{ AWS_REGION: 'eu-west-2', AWS_EC2_METADATA_DISABLED: 'true' },
  };
  const root = new URL('../../../', import.meta.url);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/smoke.ts'], {
    ...{ cwd: root, env, encoding: 'utf8' },
  });

  expect(stdout).toMatch(/^We could not look at the stack SmallSteps: .+\n$/);
  expect([status, stderr]).toEqual([1, '']);
});
