import { expect, it } from 'vitest';
import { changeTeam } from '#application/access/change-team.ts';
import type { TeamCommand } from '#application/access/team-command.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { moment } from '#test/unit/domain/people/sample.ts';
import { listed } from './sample.ts';
import { world } from './world.ts';

const at = { day: 'MONDAY', from: '10:00', until: '11:30', venue: 'Example Hall, Example Street' };
const set = (town: (typeof localitySchema.options)[number], patch: Partial<typeof at> = {}): TeamCommand => ({
  change: 'TOWN',
  town,
  ...at,
  ...patch,
});

const ASK = 'Please ask us for the day and the address.';
const ASK_OTHERS = 'Please ask us for the day and the address in other towns.';

/** What the referrer and the mother of a child on the list are sent, after the team was changed like this. */
async function sentAfter(...changes: TeamCommand[]) {
  const { deps, post, send } = await world(listed('INITIAL_ASSESSMENT'));
  for (const change of changes) await changeTeam(deps)(change, moment.by);
  await send('OUTCOME');
  const to = (mailbox: string) => post.sent.find((email) => email.to === mailbox)?.text ?? '';
  return { referrer: to('referrer@example.org'), mother: to('mother@example.org') };
}

it('says to ask for the day and the address while the team has set none', async () => {
  const { mother } = await sentAfter();
  expect(mother).toContain('When: Every week.');
  expect(mother).toContain(ASK);
});

it('says when and where it is in the towns that are set, in their order, and to ask about the others', async () => {
  const changes = [set('Yeovil', { day: 'FRIDAY' }), set('Taunton', { venue: 'Old Hall' }), set('Taunton')];
  const { referrer, mother } = await sentAfter(...changes);
  const taunton = '* Taunton: every Monday, 10am to 11:30am, at Example Hall, Example Street';
  const said = `${taunton}\n* Yeovil: every Friday, 10am to 11:30am, at Example Hall, Example Street\n`;
  expect(referrer).toContain(said);
  expect(mother).toContain(said);
  expect(mother).toContain(ASK_OTHERS);
  expect(mother).not.toContain('Old Hall');
});

it('asks no one to ask once every town is set', async () => {
  const { mother } = await sentAfter(...localitySchema.options.map((town) => set(town)));
  expect(mother).not.toContain('Please ask us for the day');
});

it('says to ask again for a town that is taken away', async () => {
  const { mother } = await sentAfter(set('Taunton'), { change: 'TOWN_REMOVED', town: 'Taunton' });
  expect(mother).toContain(ASK);
});

it('keeps a place on one line of the letter, whatever line breaks were typed (malformed)', async () => {
  const { mother } = await sentAfter(set('Taunton', { venue: 'Example Hall\n\n# Example Street' }));
  expect(mother).toContain('at Example Hall # Example Street\n* Who runs it');
});
