import { describe, expect, it } from 'vitest';
import { riskStop } from '#domain/rules/stops.ts';
import { NOT_BORN } from '#test/kit/words/referral.ts';
import { sendWords, sentWords } from '#web/form/check/words.ts';
import { notes } from '#web/form/engine/note-words.ts';
import { begin, fill, fillAll, referWorld, send } from './world.ts';

const born = (year: string, month = '9', day = '10') => ({
  'child.firstName': 'Poppy',
  'child.lastName': 'Testerfield',
  'child.dob-day': day,
  'child.dob-month': month,
  'child.dob-year': year,
});

async function saved(page: string, fields: Readonly<Record<string, string>>) {
  const world = referWorld();
  const using = world.newBrowser();
  const at = await begin(using);
  const answer = await fill(using, `${at}/${page}`, fields);
  const next = answer.location ? await using.get(answer.location) : answer;
  return { world, using, at, answer, next };
}

/** The cells of the table on a page, row by row. */
function rowsOf(body: string): string[][] {
  const rows = body.match(/<tr[\s\S]*?<\/tr>/g) ?? [];
  return rows.map((row) => [...row.matchAll(/<t[hd][^>]*>([^<]*)</g)].map(([, cell = '']) => cell));
}

describe('early truth', () => {
  it('says that a child is over three, and that the referral can go to the advisory teachers with everything in it', async () => {
    const { next } = await saved('child', born('2023'));
    expect(next.body).toContain('over 3 on the day of the referral');
    expect(next.body).toContain('Early Years Advisory Teacher service');
    expect(next.body).toContain(notes.redirected);
  });

  it('lets a referral of a child over three be sent, for the other service', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await begin(using);
    await fillAll(world, using, at, ['child']);
    await fill(using, `${at}/child`, born('2023'));
    expect((await using.get(`${at}/check`)).body).toContain(sendWords.redirected);
    expect((await send(using, at)).location).toBe(`${at}/sent`);
    const { body } = await using.get(`${at}/sent`);
    expect(body).toContain(sentWords.thenTold);
    expect(body).not.toMatch(/triage team|aim to start support/);
  });

  it('says that a child is beyond Reception, and sends nothing', async () => {
    const { next, using, at, world } = await saved('child', born('2018'));
    expect(next.body).toContain('Reception year ended');
    await fillAll(world, using, at, ['child']);
    expect((await using.get(`${at}/check`)).body).toContain(sendWords.cannot);
  });

  it('says on the page of the child that the child is not born yet', async () => {
    const { answer } = await saved('child', born('2026', '12'));
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`${NOT_BORN} `);
  });

  it('says nothing of the hours in a setting before they were asked for (half-finished)', async () => {
    const { next } = await saved('child', born('2023'));
    expect(next.body).toContain('Early Years Advisory Teacher service');
    expect(next.body).not.toContain('does not go to a nursery or other setting');
  });

  it('says nothing of a child who is young enough', async () => {
    const { at, answer } = await saved('child', born('2025'));
    expect(answer.location).toBe(`${at}/parents/1`);
  });

  it('says that nothing can go on without the parents’ agreement, and sends nothing', async () => {
    const disagree = { 'consent.parentAgreesToReferral': 'no', 'consent.parentUnderstandsAims': 'yes' };
    const { next, using, at, world } = await saved('agreement', disagree);
    expect(next.body).toContain('The parents do not agree to the referral');
    await fillAll(world, using, at, ['agreement']);
    await send(using, at);
    expect(world.started).toEqual([]);
    expect((await using.get(`${at}/check`)).body).toContain(sendWords.cannot);
  });

  it('says on the page of documents that evidence is missing, and until when it can be sent', async () => {
    const { using, at } = await saved('child', born('2024'));
    const list = await using.get(`${at}/evidence`);
    expect(list.body).toContain(notes.noEvidence);
    expect(list.body).toContain('10 September 2027');
  });

  it('says that home visits are unlikely over 15 hours in a setting', async () => {
    const { next } = await saved('setting', { settingHoursPerWeek: '15.25' });
    expect(next.body).toContain('Home visits are unlikely');
  });

  it('shows the delay in each area as soon as it is typed', async () => {
    const { using, at } = await saved('child', born('2024'));
    await fill(using, `${at}/tool`, {
      'development.tool': 'SOGS',
      'development.gives': 'AGES',
      'development.assessedOn-day': '10',
      'development.assessedOn-month': '9',
      'development.assessedOn-year': '2026',
    });
    await fill(using, `${at}/ages`, { 'development.locomotor.age': '10', 'development.visual.age': '20' });
    const read = await using.get(`${at}/ages/read`);
    const rows = rowsOf(read.body);
    expect(rows[0]).toEqual(['Area', 'Developmental age', 'Age at assessment', 'Delay', 'Half or less']);
    expect(rows).toContainEqual(['Locomotor', '10 months', '24 months', '14 months', 'Yes']);
    expect(rows).toContainEqual(['Visual', '20 months', '24 months', '4 months', 'No']);
    expect(rows).toContainEqual(['Manipulative', 'Not assessed', '', '', '']);
    expect(rows).toHaveLength(10);
  });

  it('asks for no age where the tool gives a score and a cut-off, in the words of the tool', async () => {
    const { using, at } = await saved('tool', {
      'development.tool': 'ASQ3',
      'development.gives': 'SCORES',
      'development.assessedOn-day': '10',
      'development.assessedOn-month': '9',
      'development.assessedOn-year': '2026',
    });
    const areas = await using.get(`${at}/ages`);
    expect(areas.body).toContain('Gross motor cut-off');
    expect(areas.body).not.toContain('.age"');
  });

  it('shows the emergency numbers when a child is at risk, tells the duty mailbox once, and keeps the draft', async () => {
    const { next, world, using, at } = await saved('risk', { immediateRisk: 'yes' });
    expect(next.body).toContain('01632 960999');
    expect(next.body).toContain(riskStop.sentence.split('. ').at(-1));
    expect(world.alarms).toHaveLength(1);
    await fillAll(world, using, at, ['risk']);
    await send(using, at);
    expect(world.started).toEqual([]);
    await fill(using, `${at}/call`, {
      'emergencyCallMadeAt-day': '24',
      'emergencyCallMadeAt-month': '9',
      'emergencyCallMadeAt-year': '2026',
      'emergencyCallMadeAt-time': '8:05',
      emergencyCallMadeBy: 'A. Referrer',
    });
    expect((await send(using, at)).location).toBe(`${at}/sent`);
  });

  it('asks for the emergency call only when the child is at risk, and says on the page when it is half-finished', async () => {
    const { using, at } = await saved('risk', { immediateRisk: 'yes' });
    expect((await using.get(`${at}/risk/read`)).body).toContain(`href="${at}/call"`);
    const half = await fill(using, `${at}/call`, { emergencyCallMadeBy: 'A. Referrer' });
    expect(half.status).toBe(422);
    expect(half.body).toContain('Enter when the emergency call was made');
    expect((await using.get(`${at}/check`)).body).toContain(`href="${at}/call?from=check"`);
    await fill(using, `${at}/risk`, { immediateRisk: 'no' });
    expect((await using.get(`${at}/call`)).status).toBe(404);
  });

  it('sends a parent to those who can refer, without a draft or a cookie', async () => {
    const { newBrowser } = referWorld();
    const answer = await newBrowser().post('/refer', { who: 'parent' });
    expect(answer).toMatchObject({ status: 303, location: '/refer/family', cookies: [] });
    expect((await newBrowser().get('/refer/family')).body).toContain('01632 960000');
  });
});
