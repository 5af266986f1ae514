import { expect, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { mintLink } from '#application/notices/link.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { sha256 } from '#domain/values/hash.ts';
import { parseDeployConfig } from '#lib/config.ts';
import { exampleConfig } from '#test/infra/synthesised.ts';
import { type MailedLink, noOldLinks } from '#tools/deploy/old-links.ts';

const NOW = '2026-11-29T12:00:00.000Z';
const NEW = 'https://referrals.example.org';
const OLD = 'https://abc.execute-api.eu-west-2.amazonaws.com/live';
const later = '2026-12-09T12:00:00.000Z';

/** What speaks against deploying this flag over these links. */
async function found(closeOldAddress: boolean, links: readonly MailedLink[] | Error) {
  const certificateArn = 'arn:aws:acm:eu-west-2:111122223333:certificate/abc';
  const domain = { name: 'referrals.example.org', certificateArn, closeOldAddress };
  const config = parseDeployConfig(JSON.stringify({ ...exampleConfig, domain }), 'a test');
  const asked: string[] = [];
  async function* all(stackName: string) {
    asked.push(stackName);
    if (links instanceof Error) throw links;
    yield* links;
  }
  return { reasons: await noOldLinks({ config, links: all, now: () => NOW }).look(), asked };
}

test.each<[string, MailedLink]>([
  ['was mailed from the old address', { from: OLD, expiresAt: later }],
  ['does not say where it was mailed from', { expiresAt: later }],
  ['was mailed from an address before that', { from: 'https://before.example.org', expiresAt: later }],
])('the old address is not closed while a link lives that %s', async (_kind, link) => {
  const { reasons, asked } = await found(true, [{ from: NEW, expiresAt: '2027-01-01T00:00:00.000Z' }, link]);

  expect(reasons[0]).toMatch(/^closeOldAddress: 1 mailed links .* 2026-12-09\. Set it to false until then\.$/);
  expect(asked).toEqual(['SmallSteps']);
});

test('it is closed once those have expired, whatever was mailed from the new one', async () => {
  const links = [
    { from: OLD, expiresAt: NOW },
    { from: NEW, expiresAt: later },
  ];

  expect((await found(true, links)).reasons).toEqual([]);
});

test('links that cannot be read keep it open', async () => {
  expect((await found(true, new Error('AccessDenied'))).reasons[0]).toContain('cannot be read (AccessDenied)');
});

test('no link is looked at while the address stays open', async () => {
  expect(await found(false, [{ expiresAt: later }])).toEqual({ reasons: [], asked: [] });
});

test('every new link says which address it begins with', async () => {
  const { access } = createMemoryStores();
  const random = (bytes: number) => new Uint8Array(bytes).fill(7);
  const deps = { access, now: () => NOW, random, policy: defaultPolicy, baseUrl: NEW };
  const { url } = await mintLink(deps, 'STATUS', {}, 'SS-1', 'referrer@example.org');

  expect(await access.readLink(sha256(url.split('/').at(-1) ?? ''))).toMatchObject({ from: NEW });
});
