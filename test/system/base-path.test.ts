import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { accepted, anotherChild, bodyWithEvidence, post, statusOf, statusWhen } from './api.ts';
import { strangeLinks } from './privacy.ts';
import { endAll, type Service, start } from './service.ts';
import { signIn } from './triage.ts';
import { mailsAbout, move } from './window.ts';

let at: Service;
beforeAll(async () => {
  at = await start({ now: '2026-09-24T09:00', basePath: '/live' });
});
afterAll(endAll);

/** Every address that a page would lead to or send to. */
const addressesIn = (html: string) =>
  [...html.matchAll(/(?:href|src|action)="([^"#][^"]*)"/g)].map(([, url = '']) => url);

test('under a stage path a referral goes its whole road, and every URL on it is below that path', async () => {
  expect(at.url).toMatch(/\/live$/);
  const body = { ...(await bodyWithEvidence(at, 'C01')), ...anotherChild() };
  const { reference, statusUrl } = await accepted(await post(at, body));
  expect(statusUrl).toBe(`${at.url}/v1/referrals/${reference}`);
  await statusWhen(at, reference, 'IN_TRIAGE');

  const triager = await signIn(at, reference);
  expect(triager.address).toMatch(new RegExp(`^${at.url}/triage/tasks/`));
  expect([...triager.using.jar.keys()]).toHaveLength(1);
  const pages = [await triager.using.get(triager.link), triager.page];
  await triager.send({ outcome: 'ACCEPT_INITIAL_ASSESSMENT', reason: '' });
  pages.push(await triager.reload());
  const addresses = pages.flatMap(({ body: html }) => addressesIn(html));
  expect(addresses.length).toBeGreaterThan(5);
  const astray = addresses.filter(
    (address) => !address.startsWith('/live/') && !address.startsWith(at.url) && !/^(mailto|tel|data):/.test(address),
  );
  expect(astray).toEqual([]);
  for (const asset of addresses.filter((address) => /\.(css|js|svg|woff2?|ico|png)$/.test(address))) {
    expect([asset, (await fetch(new URL(asset, at.url))).status]).toEqual([asset, 200]);
  }

  await move(at, { advance: 'PT6M' });
  expect((await statusOf(at, reference)).status).toBe('ON_WAITING_LIST');
  const links = (await mailsAbout(at, reference)).flatMap(({ text }) => text.match(/^http\S+\/referral\/\S+$/gm) ?? []);
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect((await fetch(link)).status).toBe(200);
  expect(await strangeLinks(at)).toEqual([]);
});

test('the published API names the stage path as its server', async () => {
  const response = await fetch(`${at.url}/v1/openapi.json`, { headers: { 'x-api-key': 'local' } });
  const { servers } = z.object({ servers: z.array(z.object({ url: z.string() })) }).parse(await response.json());
  expect(servers.map(({ url }) => url)).toEqual([at.url]);
});

test('nothing answers beside the stage path (out of place)', async () => {
  expect((await fetch(`${at.root}/v1/openapi.json`, { headers: { 'x-api-key': 'local' } })).status).toBe(403);
  expect((await fetch(`${at.url}ly/v1/openapi.json`, { headers: { 'x-api-key': 'local' } })).status).toBe(403);
});
