import { describe, expect, it } from 'vitest';
import { newDraft } from '#domain/draft/change.ts';
import { alarmEnds } from '#test/kit/words/emails.ts';
import { reachView } from '#web/form/engine/question/reach-view.ts';
import { reachWords } from '#web/form/engine/question/reach-words.ts';
import { hidden } from '../browser.ts';
import { begin, fill, referWorld } from './world.ts';

const call = {
  'emergencyCallMadeAt-day': '24',
  'emergencyCallMadeAt-month': '9',
  'emergencyCallMadeAt-year': '2026',
  'emergencyCallMadeAt-time': '8:05',
  emergencyCallMadeBy: 'A. Referrer',
};

async function atRisk() {
  const world = referWorld();
  const using = world.newBrowser();
  const at = await begin(using);
  const answer = (immediateRisk: string) => fill(using, `${at}/risk`, { immediateRisk });
  await answer('yes');
  const toDuty = () =>
    world.mailer.sent.map(({ subject, text }) => ({
      news: subject.replace(/^[^:]*: /, ''),
      text: text.replace(/\s+/g, ' '),
    }));
  const news = () => toDuty().map((mail) => mail.news);
  const reach = async (phone: string) => {
    const page = await using.get(`${at}/risk/read`);
    return using.post(`${at}/risk/reach`, { csrf: hidden(page, 'csrf'), 'referrer.phone': phone });
  };
  return { world, using, at, answer, toDuty, news, reach };
}

const [alert, clear, contact] = ['a child may be at risk', 'news from the sender', 'how to reach the sender'];

describe('an alarm that was a mistake', () => {
  it('is told of once when the answer is changed to no, and never taken away', async () => {
    const { answer, news, toDuty } = await atRisk();
    for (let n = 0; n < 3; n += 1) await answer('no');
    expect(news()).toEqual([alert, clear]);
    expect(toDuty()[1]?.text).toContain('does not cancel the alert');
  });

  it('raised again after that is another alarm', async () => {
    const { answer, news, world } = await atRisk();
    await answer('no');
    world.clock.advanceMinutes(11);
    await answer('yes');
    await answer('yes');
    expect(news()).toEqual([alert, clear, alert]);
    expect(new Set(world.alarms).size).toBe(2);
    await answer('no');
    expect(news()).toEqual([alert, clear, alert, clear]);
  });

  it('is told of as a call where one was recorded, and only once it is recorded without a mistake', async () => {
    const { using, at, news, toDuty, answer } = await atRisk();
    await fill(using, `${at}/call`, { ...call, emergencyCallMadeBy: '' });
    expect(news()).toEqual([alert]);
    await fill(using, `${at}/call`, call);
    await answer('no');
    expect(news()).toEqual([alert, clear]);
    expect(toDuty()[1]?.text).toContain(alarmEnds.called);
  });

  it('is nothing to be told of where no alarm was raised', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await begin(using);
    for (const immediateRisk of ['no', 'no']) await fill(using, `${at}/risk`, { immediateRisk });
    expect(world.mailer.sent).toEqual([]);
  });
});

describe('the page after an alarm', () => {
  it('says how to take it back, and makes no one wait', async () => {
    const { using, at } = await atRisk();
    const page = (await using.get(`${at}/risk/read`)).body;
    for (const words of [reachWords.mistake, reachWords.why, reachWords.ask]) expect(page).toContain(words);
  });

  it('takes a phone number, and emails it once', async () => {
    const { using, at, reach, news, toDuty } = await atRisk();
    expect((await reach('01632 960123')).location).toBe(`${at}/risk/read`);
    await reach('01632 960124');
    expect(news()).toEqual([alert, contact]);
    expect(toDuty()[1]?.text).toContain('01632 960123');
    expect((await using.get(`${at}/risk/read`)).body).toContain(reachWords.known);
    expect((await using.get(`${at}/you`)).body).toContain('01632 96012');
  });

  it.each(['', 'ask at reception', '12345'])('refuses what no one can ring, and keeps it: %s', async (typed) => {
    const { reach, news } = await atRisk();
    const refused = await reach(typed);
    expect([refused.status, refused.body.includes(reachWords.wrong)]).toEqual([422, true]);
    expect(refused.body).toContain('01632 960999');
    expect(news()).toEqual([alert]);
  });

  it('does not ask staff, who would give their number as the referrer’s', () => {
    const draft = newDraft('A'.repeat(22), '2026-09-24T08:00:00.000Z', referWorld().service.policy);
    const entry = { mailbox: 'x@example.org', name: 'A', role: 'B', arrivedOn: '2026-09-22', cameBy: 'PAPER' } as const;
    const alarmed = { ...draft, alarm: { round: 1 } };
    const asks = [alarmed, { ...alarmed, entry }, draft].map(
      (one) => reachView({ draft: one, at: '', csrf: '' })?.asks,
    );
    expect(asks).toEqual([true, false, undefined]);
  });

  it('asks for nothing once the alarm was taken back (late)', async () => {
    const { answer, using, at, news } = await atRisk();
    const page = await using.get(`${at}/risk/read`);
    await answer('no');
    const late = await using.post(`${at}/risk/reach`, { csrf: hidden(page, 'csrf'), 'referrer.phone': '01632 960123' });
    expect(late.status).toBe(303);
    expect(news()).toEqual([alert, clear]);
  });

  it('emails the number of the page about the referrer too', async () => {
    const { using, at, news } = await atRisk();
    await fill(using, `${at}/you`, { 'referrer.email': 'hv@example.org' });
    expect(news()).toEqual([alert]);
    await fill(using, `${at}/you`, {
      ...{ 'referrer.name': 'A. Referrer', 'referrer.role': 'GP', 'referrer.email': 'hv@example.org' },
      'referrer.phone': '01632 960123',
    });
    expect(news()).toEqual([alert, contact]);
  });
});
