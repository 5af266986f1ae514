import { beforeAll, describe, expect, it } from 'vitest';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { noticeFacts } from '#domain/notices/facts.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import { describeService } from '#domain/service/description.ts';
import { defaultPolicy, type Policy } from '#domain/service/policy.ts';
import { waitAim } from '#domain/service/wait-aim.ts';
import { testConfig } from '#test/http/service-config.ts';
import { getFamily } from '#web/form/start/page.ts';
import { baseUrl, config, listed, reference, referral } from '../../application/notices/sample.ts';
import { publicWorld, words } from './world.ts';

/** Each fact that the service publishes and a reader needs, the page or letter that shows it, and words by which it is seen. */
const facts: [fact: string, page: string, seen: RegExp][] = [
  [
    'what happens on a home visit',
    'family letter',
    /One Portage practitioner works with you. They learn what your child does well/,
  ],
  ['that not every child is offered home visits', 'family letter', /We may offer home visits/],
  ['a visit lasts an hour, weekly, at most 18', 'family letter', /an hour every week, at most 18 times/],
  [
    'Stay and Play: when and where',
    'family letter',
    /Every week\. .* Taunton, Yeovil, Frome, Glastonbury, Chard and Bri/,
  ],
  ['Stay and Play: who runs it', 'family letter', /Who runs it: The Portage team/],
  ['wheelchair access', 'family letter', /have wheelchair access/],
  ['who runs Portage', 'family letter', /part of the Early Years SEND Support Service/],
  ['the telephone with its hours', 'family letter', /call 01632 960000 \(Monday to Friday, 9am to 5pm\)/],
  ['the Local Offer', 'family letter', /Local Offer website: for families/],
  ['the wait, as an aim', 'family letter', new RegExp(waitAim(6))],
  ['what happens on a home visit', 'letter of acceptance', /At a first visit, the practitioner learns/],
  ['Stay and Play: when and where', 'letter of acceptance', /Every week\. .* Glastonbury, Chard and Bridgwater/],
  ['the Local Offer', 'letter that declines', /Local Offer website/],
  ['the professional page about the EHA', 'letter that declines', /Portage – Professional Choices: for professionals/],
  ['the Local Offer', 'letter that redirects', /Local Offer website/],
  ['Portage teaches at home, in children’s centres and in childcare', '/', /home, children’s centres, nurseries/],
  ['it is for children from birth to 3 with significant needs', '/', /birth to 3 with significant special/],
  ['who refers: a professional such as a health visitor or a GP', '/', /a health visitor, a GP/],
  ['who refers: who manages a setting', '/', /SENDCo or manager of a nursery or other setting/],
  ['who refers: a practitioner of a hub', '/', /practitioner of a Best Start Family Hub/],
  ['who refers: a practitioner of a hub', '/help', /practitioner of a Best Start Family Hub/],
  ['an Early Help Assessment is how a referral is made', '/', /Early Help Assessment \(EHA\), with/],
  ['age: up to three on the day of the referral', '/', /not yet over 3 years old/],
  [
    'delay: half the age in two areas',
    '/',
    /the delay is at least half of the child’s age in 2 or more areas of development/,
  ],
  ['evidence must come with the referral', '/', /we cannot accept a referral without one/],
  [
    'other targeted help: at most half of a week, which is 30 hours',
    '/',
    /at most half of a week of 30 hours \(15 hours\)/,
  ],
  [
    'over 15 hours in a setting home visits are unlikely',
    '/',
    /Home visits are unlikely over 15 hours a week, because/,
  ],
  ['the parents agree and know the aims', '/', /agree to the referral and know what Portage is for/],
  ['the home visiting agreement', '/', /Portage home visiting agreement/],
  ['the family is available for weekly visits', '/', /at home for a visit every week/],
  ['a regular triage meeting discusses referrals', '/', /regular triage meeting/],
  ['then an initial assessment, usually at home', '/', /initial assessment, usually at home/],
  [
    'everyone is invited to Stay and Play, some to home visits',
    '/',
    /all children we accept to Stay and Play. We offer home visits to some/,
  ],
  ['the wait: an aim, longer in high demand', '/', new RegExp(waitAim(6))],
  ['play, teaching in steps, family focus', '/services', /play that they lead. We teach in small planned steps/],
  ['working with one family or with small groups', '/services', /one child and family at home, or with a few families/],
  ['partnership with families, the child’s needs first', '/services', /in partnership with parents and carers/],
  [
    'the aim: skills, confidence, community, full potential',
    '/services',
    /confidence and feel part of their community\. We want/,
  ],
  ['part of the Early Years SEND Support Service', '/services', /part of the Early Years SEND Support Service/],
  ['a specialist service', '/services', /specialist service for a small number/],
  ['the kinds of need', '/services', /thinking and learning communication and interaction sensory or physical/],
  ['membership of the National Portage Association', '/services', /National Portage Association/],
  ['wheelchair access', '/services', /places we use have wheelchair/],
  ['home visiting: most complex needs first', '/services', /most complex needs come first/],
  ['what happens at the first visit', '/services', /the practitioner learns what the child does well/],
  [
    'weekly, one hour, a named practitioner, at most 18',
    '/services',
    /named Portage practitioner .* hour every week, at most 18/,
  ],
  [
    'a plan with the family and other professionals',
    '/services',
    /a Portage plan with the family and other professionals/,
  ],
  ['parents as the best advocates', '/services', /speak up for their child/],
  ['up to 6 more in exceptional circumstances', '/services', /up to 6 more visits, if the service manager agrees/],
  ['Portage group: for whom', '/services', /significant delay in 2 or more areas of their development/],
  [
    'Portage group: communication, small steps, own programme',
    '/services',
    /to communicate, through play.* programme of their own/,
  ],
  ['Portage group: by invitation after triage', '/services', /By invitation only, after the triage meeting/],
  ['Little Treasures: for whom', '/services', /significantly affected by a neurological disorder, a diagnosis/],
  ['Little Treasures: who runs it', '/services', /Portage, the SEND Support Service and physiotherapists/],
  ['Stay and Play: where', '/services', /Taunton, Yeovil, Frome, Glastonbury, Chard and Bridgwater/],
  [
    'Stay and Play: weekly, small, with a practitioner',
    '/services',
    /ideas, resources and questions with each other and with a Portage/,
  ],
  [
    'Stay and Play: after Portage, since September 2023',
    '/services',
    /Since September 2023 we also invite families whose Portage support has ended/,
  ],
  [
    'Starting School: 5 sessions in the summer term',
    '/services',
    /5 sessions with information .* In the summer term, every year/,
  ],
  ['Starting School: for whom', '/services', /start school next September and have had Portage/],
  ['Starting School: other parents’ experience', '/services', /hear from others whose children have started school/],
  ['advisory teachers: whom they advise, and for which ages', '/services', /3 years old to the end of Reception/],
  ['advisory teachers: the team', '/services', /5 advisory teachers, 2 team leaders .* 23 specialist/],
  ['advisory teachers: audits', '/services', /environmental audit/],
  ['advisory teachers: training', '/services', /trains staff, face to face and online/],
  ['advisory teachers: cluster meetings', '/services', /SENDCos together in cluster meetings every term/],
  ['advisory teachers: families and meetings', '/services', /family plan meetings and SEN review meetings/],
  ['advisory teachers: reports for assessments', '/services', /advisory teacher report for an education/],
  [
    'advisory teachers: annual reviews',
    '/services',
    /an education, health and care plan, they come to the annual review/,
  ],
  ['practitioners: small groups for half a term', '/services', /usually for half a term/],
  ['practitioners: a member of staff learns and goes on', '/services', /a member of staff time to learn/],
  ['how to refer to the advisory teachers', '/services', /make an Early Years SEND referral/],
  ['the service’s mailbox', '/help', /InclusionSENRequests@somerset\.gov\.uk/],
  ['the service’s own website', '/help', /Portage on Support Services for Education/],
  [
    'the address of the service’s own website',
    'addresses on /help',
    /https:\/\/www\.supportservicesforeducation\.co\.uk\/Services\/6203/,
  ],
  ['the professional pages', '/help', /Portage – Professional Choices/],
  ['the professional page about the EHA', '/help', /Early Help Services included in the EHA/],
  ['the Local Offer', '/help', /Local Offer website/],
  ['the film about the service', '/help', /Jo from the Portage team introduces/],
];

const letters = [
  ['family letter', 'FAMILY_LETTER'],
  ['letter of acceptance', 'OUTCOME_LISTED'],
  ['letter that declines', 'OUTCOME_DECLINED'],
  ['letter that redirects', 'OUTCOME_REDIRECTED'],
] as const;
const pages = new Map<string, string>();

function letter(kind: (typeof letters)[number][1], given: { policy?: Policy; config?: ServiceConfig } = {}): string {
  const link = { url: 'https://portage.example.org/referral/l/token', expiresOn: '22 October 2026' };
  const theCase = listed('INITIAL_ASSESSMENT');
  const known = { reference, referral, baseUrl, theCase, link };
  const sources = { ...known, possibleDuplicate: false, tellInPerson: [], ownReference: null };
  const facts = noticeFacts({ ...sources, config, policy: defaultPolicy, ...given });
  return createNoticeRenderer()(kind, facts).text.replace(/\s+/g, ' ');
}

beforeAll(async () => {
  const { get } = publicWorld();
  for (const path of ['/', '/services', '/help']) {
    const { body } = await get(path);
    pages.set(path, words(body));
    pages.set(`addresses on ${path}`, [...body.matchAll(/href="(https:[^"]+)"/g)].map(([, to]) => to).join(' '));
  }
  for (const [name, kind] of letters) pages.set(name, letter(kind));
});

describe('what the service publishes', () => {
  it.each(facts)('%s, on %s', (_fact, page, seen) => {
    expect(pages.get(page)).toMatch(seen);
  });

  it('shows every sentence and every address of the description on one of the pages or in a letter', () => {
    const all = [...pages.values()].join(' ');
    for (const sentence of sentencesOf(describeService(defaultPolicy))) expect(all).toContain(sentence);
  });

  it.each([
    [
      'the professional pages',
      'letter that declines',
      /Portage – Professional Choices: [^.]+\. Please call or email us for its address/,
    ],
    ['the Local Offer', 'family letter', /The Local Offer website: [^.]+\. Please call or email us for its address/],
    [
      'the Local Offer, after another service',
      'letter that redirects',
      /The Local Offer website: [^.]+\. Please call or/,
    ],
    ['every page without a link', '/help', /Where a page has no link here, call or email us for its address/],
    ['the home visiting agreement', '/', /If you do not have it, call 01632 960000 or email \S+ for a copy/],
  ])('says how to ask for what it names without an address: %s, in %s', (_what, page, seen) => {
    expect(pages.get(page)).toMatch(seen);
  });

  it('gives an address wherever a deployment has one, and then asks no one to ask for it', async () => {
    const url = 'https://example.org/where-to-read';
    const linked = describeService(defaultPolicy).pages.map((one) => ({ ...one, url }));
    const description = { pages: linked, referring: { agreementUrl: url } };
    const { get } = publicWorld({ config: { description } });
    for (const path of ['/', '/help']) expect((await get(path)).body).toContain(`href="${url}"`);
    expect((await get('/')).body).not.toContain('for a copy');
    const said = letter('FAMILY_LETTER', { config: { ...config, description } });
    expect(said).toContain(url);
    expect(said).not.toContain('for its address');
  });

  it('takes the numbers from the policy', async () => {
    const policy = { ...defaultPolicy, settingHoursSoftLimit: 12.5, maxSessions: 20, waitTargetMonths: 4 };
    const { get } = publicWorld({ policy });
    expect(words((await get('/')).body)).toMatch(/over 12.5 hours a week, .* within 4 months/);
    expect(words((await get('/services')).body)).toContain('at most 20 times');
    expect(letter('FAMILY_LETTER', { policy })).toMatch(/within 4 months.* at most 20 times/);
  });

  it('says of other ages and areas what the policy says', async () => {
    const policy = { ...defaultPolicy, ageLimitYears: 4, minAreas: 3 };
    const { get } = publicWorld({ policy });
    const all = [words((await get('/')).body), words((await get('/services')).body)].join(' ');
    expect(all).toContain('for children from birth to 4 with significant special');
    expect(all).toContain('a significant delay in 3 or more areas');
    expect(all).toContain('If you refer a child over 4 here');
    expect(all).not.toContain('birth to 3');
  });

  it('shows parents who can refer as a deployment says it, on every page that says so', async () => {
    const description = { referring: { who: 'A Portage friend refers the child.' } };
    const deps = { config: { ...testConfig, description }, policy: defaultPolicy, baseUrl: 'http://localhost:8080' };
    const { get } = publicWorld({ config: { description } });
    for (const body of [(await get('/')).body, (await get('/help')).body, (await getFamily(deps)()).body]) {
      expect(words(body)).toContain('A Portage friend refers the child.');
      expect(words(body)).not.toMatch(/a health visitor, a GP/);
    }
  });

  it('shows what a deployment says otherwise', async () => {
    const description = { portage: { wheelchair: 'Two rooms have steps: ask us.' } };
    const { get } = publicWorld({ config: { description } });
    const page = words((await get('/services')).body);
    expect(page).toContain('Two rooms have steps: ask us.');
    expect(page).not.toContain('have wheelchair access');
    expect(letter('FAMILY_LETTER', { config: { ...config, description } })).toContain('Two rooms have steps: ask us.');
  });
});

function sentencesOf(value: unknown): string[] {
  if (typeof value === 'string') return /^[A-Z]+$/.test(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(sentencesOf);
}
