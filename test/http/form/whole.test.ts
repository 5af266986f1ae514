import { describe, expect, it } from 'vitest';
import { sendWords, sentWords } from '#web/form/check/words.ts';
import { hidden } from '../browser.ts';
import { begin, fill, fillAll, referWorld, send } from './world.ts';

describe('the hosted form', () => {
  it('takes a whole referral page by page and shows its reference', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await begin(using);
    await fillAll(world, using, at);
    const check = await using.get(`${at}/check`);
    expect(check.body).toContain('Testerfield');
    expect(check.body).not.toContain(sendWords.before);
    const sent = await send(using, at);
    expect(sent).toMatchObject({ status: 303, location: `${at}/sent` });
    const confirmation = await using.get(sent.location);
    const [reference = ''] = world.started;
    expect(confirmation.body).toContain(reference);
    const stored = await world.stores.referrals.readReferral(reference);
    expect(stored).toMatchObject({ caller: 'form', referralOn: '2026-09-24' });
    expect(stored?.body).toMatchObject({
      child: { firstName: 'Poppy', lastName: 'Testerfield', dob: '2024-09-10' },
      family: { parents: [{ name: 'Parent 01', phone: '01632 960001' }] },
      settingHoursPerWeek: 0,
      assessments: [
        { area: 'locomotor', developmentalAgeMonths: 12, tool: 'SOGS', assessedOn: '2026-09-10' },
        { area: 'manipulative', developmentalAgeMonths: 10, tool: 'SOGS', assessedOn: '2026-09-10' },
      ],
      evidence: [{ type: 'SOGS', title: 'Schedule of Growing Skills' }],
    });
  });

  it('sends once when the button is pressed twice at the same moment', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await begin(using);
    await fillAll(world, using, at);
    const [one, two] = await Promise.all([send(using, at), send(using, at)]);
    expect([one.location, two.location]).toEqual([`${at}/sent`, `${at}/sent`]);
    expect(new Set(world.started).size).toBe(1);
  });

  it('sends once when the page before is gone back to and sent again', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await begin(using);
    await fillAll(world, using, at);
    const check = await using.get(`${at}/check`);
    const form = { csrf: hidden(check, 'csrf'), seen: hidden(check, 'seen'), declared: 'yes' };
    await using.post(`${at}/send`, form);
    const again = await using.post(`${at}/send`, form);
    expect(again.location).toBe(`${at}/sent`);
    const changed = await using.post(`${at}/child`, { ...form, 'child.firstName': 'Another' });
    expect(changed.location).toBe(`${at}/sent`);
    expect(world.started).toHaveLength(1);
  });

  it('asks for the declaration and keeps the answers', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await begin(using);
    await fillAll(world, using, at);
    const refused = await send(using, at, { declared: '' });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('<title>Error: ');
    expect(refused.body).toContain('Testerfield');
    expect(world.started).toEqual([]);
  });

  it('shows what is wrong beside the field, keeps what was typed, and keeps it for later', async () => {
    const { newBrowser } = referWorld();
    const using = newBrowser();
    const at = await begin(using);
    const wrong = await fill(using, `${at}/child`, {
      'child.firstName': 'Poppy',
      'child.lastName': '',
      'child.dob-day': '31',
      'child.dob-month': '2',
      'child.dob-year': '2025',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('<title>Error: ');
    expect(wrong.body).toContain('href="#child.lastName"');
    expect(wrong.body).toContain('href="#child.dob-day"');
    const later = await using.get(`${at}/child`);
    expect(later.body).toContain('value="Poppy"');
    expect(later.body).toContain('value="31"');
  });

  it('lists what was not answered too, each with its way to change it, and says by when the team is reminded', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await begin(using);
    await fillAll(world, using, at);
    const { body } = await using.get(`${at}/check`);
    expect(body).toMatch(/Home postcode<\/dt>\s*<dd[^>]*>TA1 9ZZ<\/dd>/);
    expect(body).toMatch(
      /Other targeted help<\/h2>\s*<dl[^>]*>\s*<div[^>]*>\s*<dt[^>]*>This section<\/dt>\s*<dd[^>]*>None<\/dd>[^<]*<dd[^>]*><a[^>]*\/other-help\?from=check"/,
    );
    expect(body).toMatch(
      /What you see<\/h2>\s*<dl[^>]*>\s*<div[^>]*>\s*<dt[^>]*>This section<\/dt>\s*<dd[^>]*>Not answered<\/dd>/,
    );
    await send(using, at);
    expect((await using.get(`${at}/sent`)).body).toContain(sentWords.reminder('29 September 2026'));
  });

  it('says that the team is reminded on the Monday where the days end on a Sunday', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    world.clock.advanceMinutes(5 * 24 * 60);
    const at = await begin(using);
    await fillAll(world, using, at);
    await send(using, at);
    expect((await using.get(`${at}/sent`)).body).toContain(sentWords.reminder('5 October 2026'));
  });

  it('says before it can be sent what is missing, in the words of each page and with the way there', async () => {
    const using = referWorld().newBrowser();
    const at = await begin(using);
    await fill(using, `${at}/parents/1`, {});
    const { body } = await using.get(`${at}/check`);
    const list = body.slice(body.indexOf(sendWords.before));
    expect(list).toContain(
      `<a class="govuk-link" href="${at}/you?from=check">You and your organisation: Select your role</a>`,
    );
    expect(list).toContain(`href="${at}/parents/1?from=check">Parent or carer 1: Enter the name</a>`);
    expect(list).toContain('Immediate risk: Select yes if the child is at immediate risk of harm');
    expect(list).not.toMatch(/HEALTH_VISITOR|true or false|null/);
    const pages = [...list.matchAll(/href="[^"]*\/([a-z-]+(?:\/1)?)\?from=check">/g)].map(([, path]) => path);
    expect([...new Set(pages)]).toEqual([
      'risk',
      'you',
      'agreement',
      'child',
      'parents/1',
      'parents',
      'home',
      'setting',
      'tool',
      'health',
    ]);
  });
});
