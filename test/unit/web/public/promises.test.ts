import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ServiceConfig } from '#domain/service/config.ts';
import { publicWorld, words } from './world.ts';

const root = new URL('../../../../', import.meta.url);
const templates = globSync(['web/**/*.njk', 'adapters/letters/templates/*.njk'], { cwd: root });
const wordFiles = globSync(['web/**/words*.ts', 'web/**/*-words.ts'], { cwd: root });
const runbook = readFileSync(new URL('docs/runbook.md', root), 'utf8');
const privacy = async (config: Partial<ServiceConfig> = {}) =>
  words((await publicWorld({ config }).get('/privacy')).body);
const access: ServiceConfig['access'] = {
  ...{ mode: 'sign-in', issuer: 'https://login.example.org', clientId: 'small-steps', scope: 'openid' },
  ...{ mailboxClaim: 'email', groupsClaim: 'groups', groups: {} },
};

describe('the privacy notice', () => {
  it('has a data-protection complaint come to the service first, and names the regulator after that', async () => {
    const said = await privacy();
    const ours = said.indexOf('Complain to us first');
    expect(ours).toBeGreaterThan(0);
    expect(said.slice(ours)).toMatch(/within 30 days/);
    expect(said.slice(ours)).toMatch(/without undue delay/);
    expect(said.indexOf('Information Commissioner')).toBeGreaterThan(said.indexOf('without undue delay'));
  });

  it.each([
    ['the lawful basis', /public task \(UK GDPR, Article 6\(1\)\(e\)\)/],
    ['the basis for health information', /Article 9\(2\)\(g\)/],
    ['where the information comes from', /The professional sends us the referral/],
    ['who processes it for us', /Amazon Web Services/],
    ['how long it is kept', /retention schedule/],
    ['that agreement is not the basis', /It is not the legal reason/],
  ])('names %s', async (_what, said) => {
    expect(await privacy()).toMatch(said);
  });

  it('says of how staff show who they are, and of the cookies of that, what is so in this service', async () => {
    const [byCode, byAccount] = [await privacy(), await privacy({ access })];
    for (const said of ['They need a code that we send', 'remember their browser for 180 days']) {
      expect([byCode.includes(said), byAccount.includes(said)]).toEqual([true, false]);
    }
    for (const said of ['They sign in with the account that they use at work', 'until they have signed in']) {
      expect([byCode.includes(said), byAccount.includes(said)]).toEqual([false, true]);
    }
  });

  it('promises of erasing only that a person reads the request, and the runbook says how it is done', async () => {
    expect(await privacy()).toContain('Someone in our team reads each request');
    expect(await privacy()).not.toMatch(/we will erase/i);
    expect(runbook).toMatch(/### Someone asks us to erase what we hold/);
    expect(runbook).toMatch(/### Someone complains about how we use information/);
  });
});

/** What a file says to people: the text of a template, the sentences in the code of a file of words. */
function shown(file: string): string {
  const text = readFileSync(new URL(file, root), 'utf8');
  if (file.endsWith('.njk')) return text.replaceAll(/\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}/gs, '');
  const strings = text.replaceAll(/\/\*\*.*?\*\//gs, '').match(/'[^'\n]*'|`[^`]*`/g) ?? [];
  return strings.filter((one) => one.includes(' ')).join('\n');
}

describe('no page or letter', () => {
  it.each([
    ['calls agreement consent', /\bconsent/i],
    ['says how long a referral takes', /about 20 minutes/],
    ['offers a new referral at any time', /at any time/],
    ['holds something for a moment', /for a moment/],
    ['says that everyone is told', /everyone is told/i],
    ['promises that someone finds out why by a day', /finds? out why/],
    ['promises to erase on request', /want it erased/],
    ['suspects who fills in the form quickly', /faster than/],
  ])('%s', (_what, promise) => {
    expect(templates.length).toBeGreaterThan(40);
    expect(wordFiles.length).toBeGreaterThan(20);
    expect([...templates, ...wordFiles].filter((file) => promise.test(shown(file)))).toEqual([]);
  });
});
