import { describe, expect, it } from 'vitest';
import { changeTeam } from '#application/access/change-team.ts';
import { settingsNow } from '#application/access/settings-now.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { Transient } from '#domain/problems/errors.ts';
import { testConfig } from '../service-config.ts';
import { begin, fill, referWorld } from './world.ts';

const set = { phone: '01632 960111', hours: 'Every day, 10am to noon', email: 'letters@example.org' };
const town = { town: 'Yeovil', day: 'FRIDAY', from: '09:30', until: '11:00', venue: 'Example Hall' };
const said = 'Yeovil: every Friday, 9:30am to 11am, at Example Hall';

/** The public pages of a service whose manager changes the settings after a page was read. */
async function changed() {
  const world = referWorld();
  const using = world.newBrowser();
  await using.get('/help');
  const change = changeTeam({ ...world.service, team: world.stores.team });
  await change({ change: 'LETTERS', ...set, signatory: 'Sam Green' }, MACHINE);
  await change({ change: 'TOWN', ...town }, MACHINE);
  return { ...world, using };
}

describe('what the team sets under Settings', () => {
  it.each(['/', '/help', '/privacy', '/accessibility', '/refer'])(
    'is how %s says to reach us, within a minute',
    async (path) => {
      const { using, clock } = await changed();
      clock.advanceMinutes(1);
      const { body } = await using.get(path);
      for (const now of [set.phone, set.email]) expect(body).toContain(now);
      expect(body).not.toContain(testConfig.contact.phone);
    },
  );

  it('is what a page of the form says, and names no one', async () => {
    const { using, clock } = await changed();
    clock.advanceMinutes(1);
    const { body } = await using.get(await begin(using));
    expect(body).toContain(set.phone);
    expect(body).not.toContain('Sam Green');
  });

  it('is when and where Stay and Play is, and to call about the other towns', async () => {
    const { using, clock } = await changed();
    expect((await using.get('/services')).body).not.toContain(said);
    clock.advanceMinutes(1);
    const { body } = await using.get('/services');
    expect(body).toContain(said);
    expect(body).toContain('For the other towns, call us on');
  });

  it('is read no more than once a minute', async () => {
    const { service, clock, stores } = await changed();
    let reads = 0;
    const readTeam = () => {
      reads += 1;
      return stores.team.readTeam();
    };
    const now = settingsNow({ ...service, team: { readTeam } });
    for (const minutes of [0, 0, 1, 0]) {
      clock.advanceMinutes(minutes);
      await now();
    }
    expect(reads).toBe(2);
  });

  it('is as it was read last while the record cannot be read, and as configured before that (fault)', async () => {
    const { service, clock, stores } = await changed();
    let isBroken = true;
    const team = {
      readTeam: async () => (isBroken ? Promise.reject(new Transient('No table.')) : stores.team.readTeam()),
    };
    const now = settingsNow({ ...service, team });
    expect((await now()).contact).toEqual(testConfig.contact);
    isBroken = false;
    clock.advanceMinutes(1);
    expect((await now()).contact).toEqual(set);
    isBroken = true;
    clock.advanceMinutes(1);
    expect((await now()).contact).toEqual(set);
  });
});

describe('the email with a link to an unfinished form', () => {
  it('gives the contact that the team has set', async () => {
    const { using, mailer } = await changed();
    const draft = await begin(using);
    await fill(using, `${draft}/keep`, { email: 'referrer@example.org' });
    expect(mailer.sent.at(-1)?.text).toContain(set.phone);
  });
});
