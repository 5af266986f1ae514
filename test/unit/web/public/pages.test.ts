import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { publicWorld, words } from './world.ts';

const paths = ['/', '/services', '/help', '/privacy', '/accessibility', '/check', '/paper-form'];

describe('the pages that anybody may read', () => {
  it.each(paths)('%s is one page under the service’s name, sets no cookie and needs no script', async (path) => {
    const answer = await publicWorld().get(path);
    expect(answer.status).toBe(200);
    expect(answer.cookies).toEqual([]);
    expect(answer.body).toMatch(/<title>.+ – Portage Service<\/title>/);
    expect(answer.body.match(/<h1[ >]/g)).toHaveLength(1);
    expect(answer.body).not.toMatch(/<script|style="|\son\w+=|javascript:/);
    expect(answer.headers['content-security-policy']).not.toContain('unsafe');
  });

  it.each(paths)('%s is at most 15 KB gzipped', async (path) => {
    expect(gzipSync((await publicWorld().get(path)).body).byteLength).toBeLessThanOrEqual(15_000);
  });

  it.each(['/', '/help'])('%s shows the emergency numbers with their hours', async (path) => {
    expect(words((await publicWorld().get(path)).body)).toMatch(/Children First: 01632 960999 , day and night/);
  });

  it.each(paths)('on %s every number can be pressed', async (path) => {
    const { body } = await publicWorld().get(path);
    expect(body).toContain('<a href="tel:01632960000">01632 960000</a>');
    expect(body.replace(/<a href="tel:[^"]*">[^<]*<\/a>/g, '')).not.toMatch(/01632 960|0303 123|0808 800/);
  });

  it('leaves out of the number that is dialled what only people read', async () => {
    const contact = { email: 'a@example.org', phone: '+44 (0)1823-355 455', hours: 'always' };
    const { body } = await publicWorld({ config: { contact } }).get('/');
    expect(body).toContain('<a href="tel:+441823355455">+44 (0)1823-355 455</a>');
  });

  it.each(['', '/live'])('leads only to pages that are there, with the base path "%s"', async (base) => {
    const { get } = publicWorld({ baseUrl: `https://referrals.example.org${base}` });
    for (const path of paths) {
      const { body } = await get(path);
      const ids = new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      for (const [, to = ''] of body.matchAll(/href="([^"]+)"/g)) {
        // Other pages of ours: test/browser follows them through the whole service.
        if (
          /^(https:|mailto:|tel:)/.test(to) ||
          /\/assets\/|\/v1\/openapi|\/(refer(\/staff)?|referral\/mine)$/.test(to)
        )
          continue;
        if (to.startsWith('#')) expect(ids).toContain(to.slice(1));
        else expect([to, (await get(to.slice(base.length).split('#')[0] ?? '')).status]).toEqual([to, 200]);
      }
    }
  });

  it('leads whoever knows the service to the form and to the checker before anything is to be read', async () => {
    const { body } = await publicWorld().get('/');
    const top = body.slice(0, body.indexOf('Who can refer</h2>'));
    expect(top).toContain('<a href="/refer">go to the referral form</a>');
    expect(top).toContain('<a href="/check">check first if we would accept the referral</a>');
  });

  it('leads from the start page to the form, and says what to do without it', async () => {
    const { body } = await publicWorld().get('/');
    expect(body).toMatch(/<a href="\/refer"[^>]*govuk-button--start/);
    expect(words(body)).toMatch(
      /How to refer .*If you cannot use the form, call us on 01632 960000 .* portage@example.org/,
    );
  });
});
