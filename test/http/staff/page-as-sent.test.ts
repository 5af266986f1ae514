import { describe, expect, it } from 'vitest';
import { Transient } from '#domain/problems/errors.ts';
import { pageWords } from '#web/staff/decide/page-words.ts';
import { type Answer, hidden } from '../browser.ts';
import { testPages } from '../pages.ts';
import { reference } from '../records.ts';
import { accept, taskId, triageWorld } from './world.ts';

const address = `/triage/tasks/${taskId}`;

async function opened(options: Parameters<typeof triageWorld>[0] = {}) {
  const pages = testPages();
  const world = await triageWorld({ pages, ...options });
  const using = await world.signIn(world.token);
  const page = await using.get(address);
  const { confirm, ...typed } = accept;
  const begin = (from: Answer = page) =>
    using.post(address, { ...typed, csrf: hidden(from, 'csrf'), taskId, page: hidden(from, 'page') });
  const decide = (fields: object = {}, from: Answer = page) =>
    using.post(address, {
      ...typed,
      confirm,
      csrf: hidden(from, 'csrf'),
      taskId,
      page: hidden(from, 'page'),
      ...fields,
    });
  const decision = async () => (await world.stores.cases.readCase(reference))?.task?.decision;
  return { ...world, kept: pages.kept, using, page, begin, decide, decision };
}

describe('the page as it was sent', () => {
  it('is shown again by one press, with everything but the token of its form', async () => {
    const { page, decide, using } = await opened();
    await decide();
    expect((await using.get(address)).body).toContain(`href="${address}/page"`);
    const seen = await using.get(`${address}/page`);
    expect(seen.status).toBe(200);
    expect(seen.body).toBe(page.body.replaceAll(hidden(page, 'csrf'), '').replaceAll(hidden(page, 'page'), ''));
    expect(seen.body).toContain('Poppy');
  });

  it('runs, sends and frames nothing, and is a reading', async () => {
    const { decide, using, readings } = await opened();
    await decide();
    const { headers, body } = await using.get(`${address}/page`);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.* sandbox$/);
    expect(body).not.toContain('<script');
    expect(readings.at(-1)?.what).toBe('PAGE_AS_SENT');
  });

  it('goes through the preview, into the decision and its event, by its hash', async () => {
    const { page, begin, decide, decision, stores } = await opened();
    const preview = await begin();
    expect(hidden(preview, 'page')).toBe(hidden(page, 'page'));
    await decide({}, preview);
    expect((await decision())?.page).toBe(hidden(page, 'page'));
    const theCase = await stores.cases.readCase(reference);
    expect(theCase?.history.at(-1)).toMatchObject({ event: 'DECISION_RECORDED', page: hidden(page, 'page') });
  });

  it('that the bucket does not take keeps no one from reading or deciding, and it is said', async () => {
    const away = async () => Promise.reject(new Transient('S3 is away'));
    const { page, decide, decision, using, log } = await opened({
      pages: { keepShown: away, keepDecided: away, read: away },
    });
    expect([page.status, hidden(page, 'page')]).toEqual([200, '']);
    expect((await decide()).status).toBe(303);
    expect(await decision()).not.toHaveProperty('page');
    expect((await using.get(address)).body).toContain(pageWords.notKept);
    expect(JSON.stringify(log)).not.toContain('Poppy');
  });

  it('is kept for good only once it is decided on', async () => {
    const { kept, begin, decide } = await opened();
    await begin();
    expect(kept.size).toBe(0);
    await decide();
    expect(kept.size).toBe(1);
  });

  it('that is gone, or cannot be reached when it is decided on, keeps no one from deciding, and it is said', async () => {
    const { page, decide, decision, using, log } = await opened({
      pages: {
        ...testPages(),
        keepDecided: async () => {
          throw new Transient('S3 is away');
        },
      },
    });
    expect(hidden(page, 'page')).not.toBe('');
    expect((await decide()).status).toBe(303);
    expect(await decision()).not.toHaveProperty('page');
    expect((await using.get(address)).body).toContain(pageWords.notKept);
    expect(JSON.stringify(log)).not.toContain('Poppy');
  });

  it.each(['f'.repeat(64), '../../evidence/x', 'f'.repeat(63)])(
    'of a hash that was made up (hostile) is none: %s',
    async (page) => {
      const { decide, decision, using } = await opened();
      expect((await decide({ page })).status).toBe(303);
      expect(await decision()).not.toHaveProperty('page');
      expect((await using.get(`${address}/page`)).status).toBe(404);
    },
  );

  it('is for those who opened a link to the task alone', async () => {
    const { decide, newBrowser } = await opened();
    await decide();
    expect((await newBrowser().get(`${address}/page`)).status).toBe(404);
  });
});
