import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { themeAsset, themePaths } from '#web/layout/theme.ts';
import { publicWorld } from './world.ts';

const theme = { colour: '#1d4f7c', logo: 'logo-0123456789ab.svg' };
const header = (body: string) => body.slice(body.indexOf('<header'), body.indexOf('</header>'));

describe('the looks of a council', () => {
  it('are a quiet default with the name in words where none are configured', async () => {
    const { body } = await publicWorld().get('/');

    expect(body.match(/rel="stylesheet"/g)).toHaveLength(1);
    expect(header(body)).toContain('Example Council</span>');
    expect(header(body)).not.toContain('<img');
  });

  it('are a colour in a style sheet of its own, and the logo under the name of the council', async () => {
    const baseUrl = 'https://referrals.example.org/live';
    const { body, headers } = await publicWorld({ config: { theme }, baseUrl }).get('/');

    expect(body).toContain(`<link rel="stylesheet" href="/live${themePaths(theme).sheet}">`);
    expect(header(body)).toMatch(/<img [^>]*src="\/live\/assets\/logo-0123456789ab\.svg" alt="Example Council">/);
    expect(header(body)).toContain('>Portage Service</a>');
    expect(headers['content-security-policy']).toContain("img-src 'self'");
  });

  it('are kept by browsers for ever, under names that change with them', async () => {
    const { sheet = '' } = themePaths(theme);
    const served = themeAsset(theme, sheet.replace('/assets/', ''));

    expect(served?.headers).toEqual({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(served?.body).toContain('--govuk-brand-colour: #1d4f7c');
    expect(themePaths({ colour: '#23515b' }).sheet).not.toBe(sheet);
  });

  it('serve the logo as a picture that can do nothing, and no other file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'small-steps-logo-'));
    writeFileSync(join(folder, theme.logo), '<svg/>');
    writeFileSync(join(folder, 'other.svg'), '<svg/>');
    const at = pathToFileURL(`${folder}/`);
    const served = themeAsset(theme, theme.logo, at);
    const other = themeAsset(theme, 'other.svg', at);
    rmSync(folder, { recursive: true });

    expect(served?.body).toBe('<svg/>');
    expect(served?.headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; img-src data:; sandbox",
    });
    expect([other, themeAsset(theme, theme.logo, at), themeAsset(undefined, theme.logo, at)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
