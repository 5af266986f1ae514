import { describe, expect, it } from 'vitest';
import { seededId } from '#domain/people/seed.ts';
import { hidden } from '../browser.ts';
import { triageWorld } from './world.ts';

const MANAGER = 'manager@example.org';
const [one = '', two = ''] = ['triage-1', 'triage-2'].map((name) => seededId(`${name}@example.org`));

const date = (name: string, [day = '', month = '', year = '']: readonly string[]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

const meeting = { from: '9:30am', until: '11am', everyWeeks: 'ONCE' };
const forms: [string, string, string, Record<string, string>][] = [
  ['leave', `/staff/settings/people/${one}`, 'from', { change: 'LEAVE', ...date('to', ['9', '10', '2027']) }],
  [
    'the end of leave',
    `/staff/settings/people/${one}`,
    'to',
    { change: 'LEAVE', ...date('from', ['9', '10', '2026']) },
  ],
  [
    'days of duty',
    '/staff/settings/duty',
    'from',
    { change: 'RANGE', ...date('to', ['9', '10', '2027']), rangePerson: two, rangeDeputy: one },
  ],
  ['a meeting', '/staff/settings/meetings', 'first', meeting],
  [
    'the last meeting',
    '/staff/settings/meetings',
    'last',
    { ...meeting, everyWeeks: '2', ...date('first', ['6', '10', '2026']) },
  ],
];

async function sent(at: string, fields: Record<string, string>) {
  const world = await triageWorld();
  const using = world.newBrowser();
  const asked = await using.post('/staff/sign-in', { mailbox: MANAGER });
  const code = { mailbox: MANAGER, asker: hidden(asked, 'asker'), code: world.lastCode() };
  await using.post('/staff/sign-in/code', code);
  const page = await using.get(at);
  return using.post(at, { csrf: hidden(page, 'csrf'), version: hidden(page, 'version'), ...fields });
}

const red = (body: string) =>
  [...body.matchAll(/<input[^>]*govuk-input--error[^>]*>/g)].map(([input]) => / id="([^"]*)"/.exec(input)?.[1]);

describe.each(forms)('a date of %s', (_what, at, name, others) => {
  it.each([
    ['a year of two digits', ['14', '3', '27'], ['year'], 'must have a year of 4 digits'],
    ['no month (half-finished)', ['10', ' ', '2026'], ['month'], 'must include a month'],
    ['a day alone (half-finished)', ['10th', '', ''], ['month', 'year'], 'must include a month and year'],
    ['a day that no month has (malformed)', ['33', 'Sep,', '2027'], ['day'], 'must have a day from 1 to 31'],
    ['a day that this month lacks', ['31', 'February', '2027'], ['day'], 'February 2027 has 28 days'],
  ] as const)('with %s marks that box alone, and the summary leads there', async (_kind, typed, parts, said) => {
    const answer = await sent(at, { ...others, ...date(name, typed) });
    expect([answer.status, red(answer.body)]).toEqual([422, parts.map((part) => `${name}-${part}`)]);
    expect(answer.body).toContain(said);
    expect(answer.body).toContain(`<a href="#${name}-${parts[0]}">`);
  });

  it('that is sure is read, however it is written', async () => {
    const answer = await sent(at, { ...others, ...date(name, ['10th', 'Oct.', '2026,']) });
    expect(red(answer.body)).toEqual([]);
    expect(answer.status).toBe(303);
  });
});
