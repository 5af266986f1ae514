import { describe, expect, it } from 'vitest';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import type { Case } from '#domain/case/case.ts';
import { decisionSettled } from '#domain/case/decide.ts';
import { afterListing } from '#domain/case/list.ts';
import { wroteOfEnd } from '#domain/case/tell-of-end.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { noticeFacts } from '#domain/notices/facts.ts';
import { outlastsItsDay } from '#domain/notices/links.ts';
import type { NoticeKind } from '#domain/notices/notice.ts';
import { ADVISORY_TEACHERS } from '#domain/service/description/other-services.ts';
import { describeService } from '#domain/service/description.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { NO_QUESTION } from '#web/referral/answer/asked.ts';
import { redirectSteps } from '#web/referral/status/redirect.ts';
import { forwardWords } from '#web/referral/words.ts';
import { decisionWords } from '#web/staff/decide/decision-words.ts';
import { fieldWords } from '#web/staff/decide/field-words.ts';
import { whyInPerson } from '#web/staff/todo/words.ts';
import { decidedWords, decideWords, previewWords } from '#web/staff/words.ts';
import { type Answer, hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { referrerWorld } from '../referral/world.ts';
import { testConfig } from '../service-config.ts';
import { accept, taskId, triageWorld } from './world.ts';

const address = `/triage/tasks/${taskId}`;
const NOTE = 'Father was rude on the phone';
const advisory = describeService(defaultPolicy).advisoryTeachers.name;
type Fields = Readonly<Record<string, string>>;

async function opened(options: Parameters<typeof triageWorld>[0] = {}) {
  const world = await triageWorld(options);
  const using = await world.signIn(world.token);
  const csrf = hidden(await using.get(address), 'csrf');
  const { confirm: _, ...unconfirmed } = accept;
  const typed = (fields: Fields) => ({ ...unconfirmed, reason: NOTE, csrf, taskId, ...fields });
  /** As it is typed, and as the preview sends it once it is confirmed. */
  const begin = (fields: Fields) => using.post(address, typed(fields));
  const send = (fields: Fields) => begin({ confirm: '1', ...fields });
  return { ...world, using, begin, send };
}

const withoutService = (decision: Case['lastDecision']) => {
  const { service: _, ...rest } = decision ?? expect.fail('Nothing was decided.');
  return rest;
};

/** Decides as a triager does, lets it take effect, and reads the status page and the email of the referrer. */
async function decided(fields: Fields, isOlder = false) {
  const { send, using, clock, stores } = await opened();
  expect((await send(fields)).status).toBe(303);
  const staff = (await using.get(address)).body;
  clock.advanceMinutes(5);
  const theCase = await stores.cases.readCase(reference);
  const known = theCase && decisionSettled(theCase, { now: clock.now(), policyVersion: 1 });
  const settled = known && (isOlder ? { ...known, lastDecision: withoutService(known.lastDecision) } : known);
  if (!settled) return expect.fail('Nothing to settle.');
  const visit = await (await referrerWorld({ ...settled, version: 1 }, 'STATUS')).visit();
  const status = (await visit.using.get(`/referral/${reference}/status`)).body;
  const place = { locality: 'Taunton', suggestedBand: 2 } as const;
  const listed = afterListing(settled, { now: clock.now(), policyVersion: 1 }, place, defaultPolicy);
  // The service writes to the family itself, and what the referrer reads says so.
  const written = { everyone: true, allSent: true };
  const told = wroteOfEnd(settled, { now: clock.now(), policyVersion: 1 }, written);
  const sources = { reference, theCase: listed ?? told ?? settled, config: testConfig, policy: defaultPolicy };
  const lasts = outlastsItsDay('STATUS', sources.theCase);
  const link = { url: 'https://x.example', expiresOn: '22 October 2026', lasts };
  const about = { ...sources, referral: addresseesOf(referralExample), baseUrl: 'http://localhost:8080' };
  const facts = noticeFacts({ ...about, link, possibleDuplicate: false, tellInPerson: [] });
  const mail = (kind: NoticeKind) => createNoticeRenderer()(kind, facts).text.replace(/\s+/g, ' ');
  return { staff, status, settled, mail };
}

describe('what goes outside with a decision', () => {
  const message = 'We are sorry.\n\nThe hub can help.';

  it.each(['DECLINE', 'REDIRECT', 'INVITE_GROUP', 'DEFER_TO_MEETING', 'REQUEST_INFORMATION'])(
    'of %s is the message with its lines, and never the reason',
    async (outcome) => {
      const { staff, status, settled, mail } = await decided({ outcome, message });
      expect(status).toContain(`<p class="govuk-body app-typed">${message}</p>`);
      expect(status).not.toContain(NOTE);
      for (const kind of ['OUTCOME_DECLINED', 'OUTCOME_REDIRECTED', 'OUTCOME_LISTED', 'REFERRER_REQUEST'] as const)
        expect(mail(kind)).not.toMatch(/rude|sorry/);
      for (const text of [NOTE, message]) expect(staff).toContain(text);
      expect(settled.history.find(({ event }) => event === 'DECISION_RECORDED')?.text).toContain(message);
    },
  );

  it('says nothing of a message that nobody wrote', async () => {
    const [without, having] = [await decided({ outcome: 'DECLINE' }), await decided({ outcome: 'DECLINE', message })];
    expect(without.mail('OUTCOME_DECLINED')).not.toContain('wrote a message');
    expect(having.mail('OUTCOME_DECLINED')).toContain('wrote a message');
    expect(without.status).not.toContain('app-typed');
  });

  it('is the question that was typed for the referrer', async () => {
    const { status, settled } = await decided({ outcome: 'REQUEST_INFORMATION', question: 'How does she play?' });
    expect(settled.ask?.question).toBe('How does she play?');
    expect(status).not.toContain(NOTE);
  });

  it('is the service’s own words where a program sends a reason and no question', async () => {
    const { settled } = await decided({ outcome: 'REQUEST_INFORMATION' });
    expect(settled.ask?.question).toBe('');
  });

  it('is never the risk while we wait, which only the team reads', async () => {
    const risk = 'She is with her father on weekends';
    const { staff, status, settled, mail } = await decided({ outcome: 'REQUEST_INFORMATION', risk });
    expect(staff).toContain(risk);
    expect(settled.ask).toMatchObject({ riskWhileWaiting: risk });
    for (const outside of [status, mail('REFERRER_REQUEST')]) expect(outside).not.toContain('weekends');
  });

  it.each([
    ['a service of the description', { service: ADVISORY_TEACHERS }, advisory, advisory],
    [
      'another one, whose typed name stays behind the link',
      { service: 'OTHER', serviceName: 'Toneway hub' },
      'Toneway hub',
      'Use your link to see which service',
    ],
    [
      'none, as a release before stored it',
      {},
      redirectSteps({ service: '', canShare: false, shared: undefined })[0] ?? '',
      'Please call or email us to hear which service',
    ],
  ])('is the same service on the page and in the email: %s', async (_which, fields: Fields, onPage, inMail) => {
    const { status, mail } = await decided({ outcome: 'REDIRECT', ...fields }, Object.keys(fields).length === 0);
    expect(status).toContain(onPage);
    expect(mail('OUTCOME_REDIRECTED')).toContain(inMail);
    expect(mail('OUTCOME_REDIRECTED')).not.toContain('Toneway');
  });

  it.each([
    ['is offered to be shared where we know its mailbox', { service: ADVISORY_TEACHERS }, true],
    ['is not where its name was typed', { service: 'OTHER', serviceName: 'Toneway hub' }, false],
    [
      'is not where its typed name is that of a service that we know',
      { service: 'OTHER', serviceName: advisory },
      false,
    ],
    ['is not where none was chosen, as a release before stored it', {}, false],
  ])('%s, and page and email say so alike', async (_which, fields: Fields, isOffered) => {
    const { status, mail } = await decided({ outcome: 'REDIRECT', ...fields }, Object.keys(fields).length === 0);
    expect(status.includes(forwardWords.title)).toBe(isOffered);
    expect(mail('OUTCOME_REDIRECTED').includes('Open the link and confirm that they agree.')).toBe(isOffered);
    expect(mail('OUTCOME_REDIRECTED')).toContain('We have not shared the referral with');
    expect(status).toContain('We have not shared the referral with');
  });

  it('tells who decides what becomes of the referral at each service', async () => {
    const { using } = await opened();
    const form = (await using.get(address)).body;
    for (const hint of [fieldWords.sent, fieldWords.notSent]) expect(form).toContain(hint);
  });
});

describe('the preview', () => {
  const confirming = (page: Answer, names: readonly string[]) => ({
    ...Object.fromEntries(names.map((name) => [name, hidden(page, name)])),
    confirm: '1',
  });
  const sent = [
    ...['outcome', 'service', 'serviceName', 'question', 'risk', 'message', 'list', 'band', 'criterion', 'meetingOn'],
    ...['secondName', 'secondRole', 'urgentBecause', 'present', 'reason', 'deciderName', 'deciderRole'],
  ];

  it('shows what the referrer will read, records nothing, and records it when it is posted as it stands', async () => {
    const { begin, send, stores } = await opened();
    const page = await begin({ outcome: 'REQUEST_INFORMATION', question: 'How does\nshe play?' });
    expect(page.status).toBe(200);
    expect(page.body).toContain('<p class="govuk-body app-typed">How does\nshe play?</p>');
    expect(page.body).toContain('name="confirm"');
    const before = await stores.cases.readCase(reference);
    expect(before?.task?.decision).toBeUndefined();
    expect((await send(confirming(page, sent))).status).toBe(303);
    const after = await stores.cases.readCase(reference);
    expect(after?.task?.decision).toMatchObject({ question: 'How does\nshe play?', reason: NOTE });
  });

  it('says what the referrer reads where no question is typed', async () => {
    const { begin } = await opened();
    expect((await begin({ outcome: 'REQUEST_INFORMATION' })).body).toContain(NO_QUESTION);
    expect((await begin({ outcome: 'DECLINE' })).body).toContain(decideWords.ownWords);
  });

  const decline = async (parent: object) => {
    const { begin } = await opened({ referral: { family: { parents: [parent] } } });
    return (await begin({ outcome: 'DECLINE', message: 'Please come back in spring' })).body;
  };

  it('shows the letter itself, with its names and the message, where one is posted', async () => {
    const body = await decline({ name: 'Nell Post', address: '1 Example Road' });
    for (const said of [previewWords.letterTo('Nell Post'), 'Dear Nell Post']) expect(body).toContain(said);
    // Behind the link of the referrer, in the letter, and in the form that is confirmed.
    expect(body.match(/Please come back in spring/g)).toHaveLength(3);
  });

  it('says which adult we do not email, and why', async () => {
    const body = await decline({ name: 'Tom Other', email: 'tom@example.org', doNotContact: true });
    expect(body).toContain(previewWords.FAMILY('Tom Other'));
    expect(body).toContain(`${previewWords.notSent} ${whyInPerson('DO_NOT_WRITE')}`);
  });

  it('names what is missing at the form (half-finished)', async () => {
    const { begin } = await opened();
    const answer = await begin({ outcome: 'REDIRECT', reason: 'x', service: 'OTHER', serviceName: '' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(decisionWords.SERVICE_NAME_MISSING);
    for (const path of ['reason', 'serviceName']) {
      expect(answer.body).toContain(`<a href="#${path}">`);
      expect(answer.body).toContain(`id="${path}"`);
    }
  });

  it('asks which service a redirect is to, with a way to its first radio (half-finished)', async () => {
    const { begin, stores } = await opened();
    const answer = await begin({ outcome: 'REDIRECT', service: '', serviceName: '' });
    expect(answer.status).toBe(422);
    for (const shown of [decisionWords.SERVICE_MISSING, '<a href="#service">', 'name="service"', 'id="service"'])
      expect(answer.body).toContain(shown);
    expect((await stores.cases.readCase(reference))?.task?.decision).toBeUndefined();
  });

  it('asks for the risk to the child while we wait, by a link to its control, and shows it (half-finished)', async () => {
    const { begin } = await opened();
    const asking = { outcome: 'REQUEST_INFORMATION', question: 'How does she play?' };
    const answer = await begin({ ...asking, risk: '' });
    expect(answer.status).toBe(422);
    for (const part of [decisionWords.RISK_MISSING, '<a href="#risk">', 'id="risk"', '>How does she play?</textarea>'])
      expect(answer.body).toContain(part);
    const page = await begin({ ...asking, risk: 'No one sees her' });
    expect(page.body).toContain(`<dt>${decidedWords.risk}</dt><dd class="app-typed">No one sees her</dd>`);
  });

  it('can be changed, with everything typed kept', async () => {
    const { begin, stores } = await opened();
    const page = await begin({ outcome: 'DECLINE', message: 'We are sorry', change: '1' });
    expect(page.status).toBe(200);
    for (const text of ['>We are sorry</textarea>', `>${NOTE}</textarea>`]) expect(page.body).toContain(text);
    expect((await stores.cases.readCase(reference))?.task?.decision).toBeUndefined();
  });

  it('is told who decided first (late)', async () => {
    const { begin, send } = await opened();
    await send({ outcome: 'DECLINE' });
    expect((await begin({ outcome: 'REDIRECT' })).status).toBe(409);
    expect((await send({ outcome: 'REDIRECT' })).status).toBe(409);
  });

  it('escapes what was typed (hostile)', async () => {
    const { begin } = await opened();
    const page = await begin({ outcome: 'DECLINE', message: '"><script>alert(1)</script>' });
    expect(page.body).not.toContain('<script>');
  });

  it.each<[string, NoticeKind[]]>([
    ['ACCEPT_INITIAL_ASSESSMENT', ['OUTCOME_LISTED', 'FAMILY_LETTER']],
    ['INVITE_GROUP', ['OUTCOME_LISTED', 'FAMILY_LETTER']],
    ['INVITE_LITTLE_TREASURES', ['OUTCOME_LISTED', 'FAMILY_LETTER']],
    ['DECLINE', ['OUTCOME_DECLINED', 'FAMILY_ENDED']],
    ['REDIRECT', ['OUTCOME_REDIRECTED', 'FAMILY_ENDED']],
  ])('of %s shows word for word the emails that are sent once it stands', async (outcome, kinds) => {
    const { begin } = await opened();
    const page = await begin({ outcome, message: 'We are sorry' });
    const shown = page.body
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, ' ');
    const { mail } = await decided({ outcome, message: 'We are sorry' });
    for (const kind of kinds) {
      const [before = '', after = ''] = mail(kind).split(/https:\/\/x\.example\S*/);
      for (const text of [before, after]) expect(shown).toContain(text.trim());
    }
  });

  it('is not there where nobody outside is told: that is recorded straight away', async () => {
    const { begin, stores } = await opened();
    expect((await begin({ outcome: 'DEFER_TO_MEETING' })).status).toBe(303);
    expect((await stores.cases.readCase(reference))?.task?.decision?.outcome).toBe('DEFER_TO_MEETING');
  });

  it('stores nothing and sends nothing', async () => {
    const { begin, mailer, stores } = await opened();
    const before = [mailer.sent.length, await stores.cases.readCase(reference)];
    await begin({ outcome: 'INVITE_GROUP' });
    expect([mailer.sent.length, await stores.cases.readCase(reference)]).toEqual(before);
    expect(await stores.notices.noticesOf(reference)).toEqual([]);
  });
});
