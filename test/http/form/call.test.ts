import { describe, expect, it } from 'vitest';
import { begin, fill, fillAll, referWorld, send } from './world.ts';

/** A call on a day of September. The tests begin on the 24th at nine by London's clocks. */
const made = (day: string, time: string, year = '2026') => ({
  'emergencyCallMadeAt-day': day,
  'emergencyCallMadeAt-month': '9',
  'emergencyCallMadeAt-year': year,
  'emergencyCallMadeAt-time': time,
  emergencyCallMadeBy: 'A. Referrer',
});

async function atRisk() {
  const world = referWorld();
  const using = world.newBrowser();
  const at = await begin(using);
  await fill(using, `${at}/risk`, { immediateRisk: 'yes' });
  return { world, using, at };
}

describe('the page of the emergency call', () => {
  it.each([
    ['later the same day', made('24', '9:10')],
    ['at the end of the same day', made('24', '23:59')],
    ['tomorrow', made('25', '9:00')],
    ['next year', made('24', '9:00', '2027')],
    ['in the year 26', made('24', '9:00', '0026')],
  ])('refuses a call %s, and marks its date', async (_when, call) => {
    const { using, at } = await atRisk();
    const refused = await fill(using, `${at}/call`, call);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatch(/href="#emergencyCallMadeAt-(day|year|time)"/);
    expect((await using.get(at)).body).toMatch(/\/call"[\s\S]*?In progress/);
  });

  it.each([
    ['a minute ago', made('24', '8:59')],
    ['in four minutes, by a clock that is fast', made('24', '9:04')],
    ['yesterday evening', made('23', '8:05pm')],
  ])('takes a call made %s, and so does sending', async (_when, call) => {
    const { world, using, at } = await atRisk();
    await fillAll(world, using, at, ['risk']);
    expect((await fill(using, `${at}/call`, call)).status).toBe(303);
    expect((await send(using, at)).location).toBe(`${at}/sent`);
  });

  it('takes at noon what it refused at nine', async () => {
    const { world, using, at } = await atRisk();
    expect((await fill(using, `${at}/call`, made('24', '11:30'))).status).toBe(422);
    world.clock.advanceMinutes(180);
    expect((await fill(using, `${at}/call`, made('24', '11:30'))).status).toBe(303);
  });
});
