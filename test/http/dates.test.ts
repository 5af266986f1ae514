import { describe, expect, it } from 'vitest';
import { complete, publicWorld } from '#test/unit/web/public/world.ts';
import { call } from '#web/form/pages/before/call.ts';
import type { Answer, Browser } from './browser.ts';
import { answers, begin, fill, fillAll, referWorld } from './form/world.ts';
import { caseOnReceipt } from './records.ts';
import { referrerWorld } from './referral/world.ts';

type Typed = Readonly<Record<string, string>>;
const boxes = (name: string, day: string, month: string, year: string): Typed => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

const draft = (page: string, fields: Typed) => async (date: Typed) => {
  const using = referWorld().newBrowser();
  return fill(using, `${await begin(using)}/${page}`, { ...fields, ...date });
};

async function paper(date: Typed): Promise<Answer> {
  const fields = { mailbox: 'triage-1@example.org', code: '123456', name: 'Sam Field', role: 'Admin', cameBy: 'PAPER' };
  return referWorld()
    .newBrowser()
    .post('/refer/staff/code', { ...fields, ...date });
}

async function draftLink(date: Typed): Promise<Answer> {
  const world = referWorld();
  const using = world.newBrowser();
  const at = await begin(using);
  await fillAll(world, using, at, ['evidence/1']);
  await fill(using, `${at}/keep`, { email: 'referrer01@example.org' });
  const link = /\/refer\/l\/[\w-]{43}/.exec(world.mailer.sent.at(-1)?.text ?? '')?.[0] ?? '';
  return world.newBrowser().post(link, date);
}

async function referralLink(date: Typed): Promise<Answer> {
  const { newBrowser, token } = await referrerWorld(caseOnReceipt(), 'STATUS');
  return newBrowser().post(`/referral/l/${token}`, date);
}

const places: readonly (readonly [string, string, (date: Typed) => Promise<Answer>])[] = [
  ['the form', 'child.dob', draft('child', answers.child ?? {})],
  ['a list of the form', 'evidence[0].dated', draft('evidence/1', answers['evidence/1'] ?? {})],
  ['the check page', 'on-dob', async (date) => publicWorld().post('/check', { ...complete, ...date })],
  [
    'the assessment on the check page',
    'on-assessed',
    async (date) => publicWorld().post('/check', { ...complete, ...date }),
  ],
  ['the paper entry', 'arrivedOn', paper],
  ['the door of an unfinished referral', 'dob', draftLink],
  ['the door of a referral', 'dob', referralLink],
];

/** The boxes that are marked, and where the error summary leads. */
function marked({ body }: Answer) {
  const inputs = [...body.matchAll(/<input[^>]*govuk-date-input__input[^>]*>/g)].map(([input]) => input);
  const idOf = (input: string) => / id="([^"]*)"/.exec(input)?.[1];
  return {
    red: inputs.filter((input) => input.includes('govuk-input--error')).map(idOf),
    invalid: inputs.filter((input) => input.includes('aria-invalid="true"')).map(idOf),
    leadsTo: [...body.matchAll(/<a href="#([^"]+)">/g)].map(([, id]) => id),
  };
}

describe.each(places)('a date in %s', (_place, name, post) => {
  it.each([
    ['a year of two digits', ['14', '3', '25'], ['year'], 'must have a year of 4 digits'],
    ['no month (half-finished)', ['10', ' ', '2024'], ['month'], 'must include a month'],
    ['a day alone (half-finished)', ['10th', '', ''], ['month', 'year'], 'must include a month and year'],
    ['a day that no month has (malformed)', ['33', 'Sep,', '2024'], ['day'], 'must have a day from 1 to 31'],
  ] as const)(
    'with %s marks that box alone, and the summary leads there',
    async (_kind, [day, month, year], parts, says) => {
      const answer = await post(boxes(name, day, month, year));
      const ids = parts.map((part) => `${name}-${part}`);
      expect(answer.status).toBe(422);
      expect(answer.body).toContain(says);
      const { red, invalid, leadsTo } = marked(answer);
      expect({ red, invalid }).toEqual({ red: ids, invalid: ids });
      expect(leadsTo).toContain(ids[0]);
    },
  );

  it('that is sure is read, however it is written', async () => {
    const answer = await post(boxes(name, '10th', 'Sept.', '2024,'));
    expect(answer.body).not.toMatch(/must (have|include)|real date/);
  });
});

describe('a moment', () => {
  const at = async (using: Browser, typed: Typed) => {
    const address = await begin(using);
    await fill(using, `${address}/risk`, { immediateRisk: 'yes' });
    return fill(using, `${address}/call`, { emergencyCallMadeBy: 'A. Referrer', ...typed });
  };

  it.each([
    ['a time', { ...boxes('emergencyCallMadeAt', '24', '9', '2026') }, 'time', 'Emergency call must include a time'],
    [
      'a whole year',
      { ...boxes('emergencyCallMadeAt', '24', '9', '26'), 'emergencyCallMadeAt-time': '8:05' },
      'year',
      'Emergency call must have a year of 4 digits, like 2025',
    ],
  ])('without %s marks that box alone', async (_kind, typed, part, message) => {
    const answer = await at(referWorld().newBrowser(), typed);
    expect(answer.body).toContain(message);
    expect(marked(answer).red).toEqual([`${call.fields[0]?.path}-${part}`]);
  });
});

it('a year that cannot be meant marks the year alone, on the form and on the check page', async () => {
  const inForm = await draft('child', answers.child ?? {})(boxes('child.dob', '10', '9', '0024'));
  const inCheck = await publicWorld().post('/check', { ...complete, ...boxes('on-dob', '10', '9', '1924') });
  expect(marked(inForm).red).toEqual(['child.dob-year']);
  expect(marked(inCheck).red).toEqual(['on-dob-year']);
});
