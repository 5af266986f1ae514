import { describe, expect, it } from 'vitest';
import { paperWords } from '#web/form/check/words.ts';
import { testConfig } from '../service-config.ts';
import { begin, fill, fillAll, referWorld, send } from './world.ts';

/** A referral that was sent, and the browser that sent it. */
async function sent(dob = '2024') {
  const world = referWorld();
  const using = world.newBrowser();
  const at = await begin(using);
  await fillAll(world, using, at, dob === '2024' ? [] : ['child']);
  if (dob !== '2024') await fill(using, `${at}/child`, overAge);
  await send(using, at);
  const [reference = ''] = world.started;
  return { world, using, at, reference };
}

const overAge = {
  ...{ 'child.firstName': 'Poppy', 'child.lastName': 'Testerfield' },
  ...{ 'child.dob-day': '10', 'child.dob-month': '9', 'child.dob-year': '2022' },
};

describe('the receipt for the family', () => {
  it('says what arrived, who sent it and reads it, when to ring, a number and the privacy notice', async () => {
    const { using, at, reference } = await sent();
    expect((await using.get(`${at}/sent`)).body).toContain(`href="${at}/receipt">${paperWords.receipt}`);
    const { status, body } = await using.get(`${at}/receipt`);
    expect(status).toBe(200);
    for (const said of ['Poppy Testerfield', reference, '24 September 2026', testConfig.contact.hours, 'triage team'])
      expect(body).toContain(said);
    expect(body).toContain('/privacy</a>');
  });

  it('of a child over the age says that another service may help, and that nothing is shared yet', async () => {
    const { using, at } = await sent('2022');
    const { body } = await using.get(`${at}/receipt`);
    expect(body).toContain('another service may help');
    expect(body).not.toContain('triage team');
  });
});

describe('the copy of the answers', () => {
  it('is one file to keep, with every answer, that loads nothing and links to nothing', async () => {
    const { using, at, reference } = await sent();
    const { body, headers } = await using.get(`${at}/copy`);
    expect(headers['content-disposition']).toBe(`attachment; filename="referral-${reference}.html"`);
    for (const said of [reference, 'Testerfield', 'Schedule of Growing Skills']) expect(body).toContain(said);
    expect(body).not.toMatch(/\b(?:href|src|action)=|url\(|<script|@import/);
  });
});

it.each(['receipt', 'copy'])(
  'the %s is for nobody else, for no draft that is not sent, and for none erased',
  async (paper) => {
    const { world, using, at } = await sent();
    expect((await world.newBrowser().get(`${at}/${paper}`)).status).toBe(403);
    const unsent = await begin(using);
    expect((await using.get(`${unsent}/${paper}`)).location).toBe(`${unsent}/check`);
    const draft = await world.stores.drafts.readDraft(at.split('/').at(-1) ?? '');
    if (!draft) throw new Error('There is no draft.');
    await world.stores.drafts.saveDraft({
      ...{ ...draft, version: draft.version + 1 },
      ...{ answers: {}, erasedAt: world.clock.now() },
    });
    expect((await using.get(`${at}/${paper}`)).body).not.toContain('Testerfield');
  },
);
