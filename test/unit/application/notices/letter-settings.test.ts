import { expect, it } from 'vitest';
import { changeTeam } from '#application/access/change-team.ts';
import { moment } from '#test/unit/domain/people/sample.ts';
import { config, listed } from './sample.ts';
import { world } from './world.ts';

const set = {
  ...{ phone: '01632 960111', hours: 'Every day, 10am to noon' },
  ...{ email: 'letters@example.org', signatory: 'Sam Green, Portage manager' },
};

/** What the referrer and the mother of a child on the list are sent, after the team was changed like this. */
async function sentAfter(...changes: Partial<typeof set>[]) {
  const { deps, post, send } = await world(listed('INITIAL_ASSESSMENT'));
  for (const change of changes) await changeTeam(deps)({ change: 'LETTERS', ...set, ...change }, moment.by);
  await send('OUTCOME');
  const to = (mailbox: string) => post.sent.find((email) => email.to === mailbox)?.text ?? '';
  return { referrer: to('referrer@example.org'), mother: to('mother@example.org') };
}

it('gives the contact of the configuration while the team has set none, and no name', async () => {
  const { referrer, mother } = await sentAfter();
  expect(referrer).toContain(config.contact.phone);
  expect(mother).toContain(config.contact.phone);
  expect(mother).not.toMatch(/^From /m);
});

it('gives the contact that the team has set when the email is made, and who signs to the family alone', async () => {
  const { referrer, mother } = await sentAfter({});
  for (const said of [set.phone, set.hours, set.email]) {
    expect(referrer).toContain(said);
    expect(mother).toContain(said);
  }
  expect(mother).toContain(`\n\nFrom ${set.signatory}\n\n${config.serviceName}`);
  expect(referrer).not.toContain(set.signatory);
});

it('keeps what is typed on one line of the email, whatever line breaks it has (malformed)', async () => {
  const { mother } = await sentAfter({ signatory: 'Sam Green\n\n# Portage\nmanager' });
  expect(mother).toContain('\n\nFrom Sam Green # Portage manager\n\n');
});

it('names no one again once the name is taken away', async () => {
  const { mother } = await sentAfter({}, { signatory: '' });
  expect(mother).toContain(set.phone);
  expect(mother).not.toMatch(/^From /m);
});
