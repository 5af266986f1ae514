import type { EvidenceFile } from '#domain/ports/services.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import { complete, publicWorld } from '#test/unit/web/public/world.ts';
import { apiWorld, validReferral } from './api/world.ts';
import { type Answer, hidden } from './browser.ts';
import { describeDocument, filesAt, sentBody } from './form/document.ts';
import { answers, begin, fill, fillAll, type ReferWorld, referWorld, send } from './form/world.ts';
import { asked } from './referral/standings.ts';
import { referrerWorld } from './referral/world.ts';

type Fields = Readonly<Record<string, string>>;

/** Everything by which a person or a program names somebody, as it was typed. */
export interface Named {
  readonly nhsNumber: string;
  readonly postcode: string;
  readonly email: string;
  readonly phone: string;
  readonly firstName: string;
}

const TRIAGER = 'triage-1@example.org';
const entry = { name: 'Sam Field', role: 'Administrator', cameBy: 'PAPER' };
const arrived = { 'arrivedOn-day': '24', 'arrivedOn-month': '9', 'arrivedOn-year': '2026' };

/** A draft of a referrer, or of staff who enter what came on paper. */
async function draftOf(world: ReferWorld, who: 'form' | 'paper') {
  const using = world.newBrowser();
  if (who === 'form') return { using, at: await begin(using), you: 'you' };
  await using.post('/refer/staff', { mailbox: TRIAGER });
  const code = /^\d{6}$/m.exec(world.mailer.sent.at(-1)?.text ?? '')?.[0] ?? '';
  const begun = await using.post('/refer/staff/code', { mailbox: TRIAGER, code, ...entry, ...arrived });
  return { using, at: begun.location, you: 'referrer' };
}

/** The referral that is stored, as every rule reads it. */
export async function sentByForm(who: 'form' | 'paper', changes: Readonly<Record<string, Fields>>) {
  const world = referWorld();
  const { using, at, you } = await draftOf(world, who);
  await fillAll(world, using, at, ['you']);
  await fill(using, `${at}/${you}`, { ...answers.you, ...changes.you });
  for (const [page, fields] of Object.entries(changes)) {
    if (page !== 'you') await fill(using, `${at}/${page}`, { ...answers[page], ...fields });
  }
  const sent = await send(using, at);
  if (sent.location !== `${at}/sent`) throw new Error(`Not sent: ${sent.body}`);
  return referralIn({ body: await sentBody(world) });
}

export const namedInForm = ({ nhsNumber, postcode, email, phone, firstName }: Named) => ({
  you: { 'referrer.email': email },
  child: { 'child.firstName': firstName, 'child.nhsNumber': nhsNumber },
  'parents/1': { 'family.parents[0].phone': phone },
  home: { postcode },
});

export async function sentByApi({ nhsNumber, postcode, email, phone, firstName }: Named) {
  const { submit, stores } = apiWorld();
  const [parent] = validReferral.family.parents;
  const { json } = await submit({
    ...{ ...validReferral, postcode },
    referrer: { ...validReferral.referrer, email },
    child: { ...validReferral.child, nhsNumber, firstName },
    family: { ...validReferral.family, parents: [{ ...parent, phone }] },
  });
  const stored = await stores.referrals.readReferral(json.reference ?? '');
  return stored && referralIn(stored);
}

/** One page of the form, posted as it was typed. */
export async function pageOfForm(who: 'form' | 'paper', page: string, fields: Fields): Promise<Answer> {
  const { using, at } = await draftOf(referWorld(), who);
  await fill(using, `${at}/child`, answers.child ?? {});
  return fill(using, `${at}/${page}`, { ...answers[page], ...fields });
}

export const checker = (fields: Fields) => publicWorld().post('/check', { ...complete, ...fields });

/** The answer to a question: `do` says which of its buttons is pressed, none sends it. */
export async function answerWith(fields: Fields) {
  const { visit, theCase } = await referrerWorld(asked, 'ANSWER');
  const { using, address } = await visit();
  const write = await using.get(`${address}/write`);
  const base = { csrf: hidden(write, 'csrf'), task: hidden(write, 'task'), files: '', text: '' };
  const page = await using.post(address, { ...base, ...fields });
  return { page, theCase: await theCase() };
}

/** What the page of a document says once this file has come. */
export async function fileInForm(who: 'form' | 'paper', file: Partial<EvidenceFile>): Promise<string> {
  const world = referWorld();
  const { using, at } = await draftOf(world, who);
  const files = filesAt(world, using, await describeDocument(using, at, 1, { type: 'SOGS', title: 'Form' }));
  await files.upload(file);
  return (await files.show()).body;
}

export async function fileInAnswer(file: Partial<EvidenceFile>): Promise<string> {
  const id = 'A'.repeat(22);
  const { visit, evidence } = await referrerWorld(asked, 'ANSWER');
  const { using, address } = await visit();
  evidence.upload('local', id, file);
  return (await using.get(`${address}/files/${id}`)).body;
}
