import { DeleteObjectCommand, ListObjectVersionsCommand, PutObjectTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import { RUN_KEY } from '#local/iam/access-key.ts';
import type { Instance } from '#local/instance.ts';
import { bodyOf } from '#test/cases.ts';
import { answers } from '#test/http/form/world.ts';
import { mailOf, reportIn, wordsIn } from '#test/kit/mails.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { CONSOLE_AT, CONSOLE_QUEUES, caseAt, queueAt } from '#web/console/address.ts';
import { addMeeting } from './add-meeting.ts';
import { accepted, anotherChild, inTriage, post, statusWhen, submit, upload } from './api.ts';
import { tellOnPage } from './family-page.ts';
import { acceptOffer, addGroup, offerNext } from './offers.ts';
import { bringInList } from './present-list.ts';
import { addDocument, goOn, linkIn, naming, open, send } from './referrer.ts';
import type { Service } from './service.ts';
import { browser, enterStaffArea, hidden, signIn } from './triage.ts';
import { until } from './until.ts';
import { mailsOf, move } from './window.ts';

const MACHINE = 'arn:aws:states:eu-west-2:000000000000';
const SCAN = 'GuardDutyMalwareScanStatus';
const BUCKET = 'evidencebucket';

/** Goes every road on which some function needs a right, most of them the usual ones, and each function at least once. */
export async function goEveryRoad(instance: Instance): Promise<void> {
  const { url } = instance;
  const at: Service = { url, root: new URL(url).origin, data: '', logged: () => '', kill: instance.stop };
  const store = operatorOf(instance);
  const form = formOf(at);
  const kept = await form.begun();
  await form.leave(kept);
  await form.sendAnother();
  await receiveAndClose(instance, at);
  await submitWhatNeverArrived(at);
  await mailThatBounces(at);
  await checkAfterFileHasGone(at, store);
  await decideAfterDocumentHasGone(at, store);
  await decide(at);
  await offerPlaces(at);
  await outlive(instance, at);
  await bringInList(at);
  await openWhatCameWithAnAnswer(at);
  await askColleague(at);
  await endWhatWasAsked(at);
  await stopForRisk(at);
  await addMeeting(at, '2026-10-01');
  // It is erased once its 28 days are over.
  await submit(at, 'C01', {
    ...anotherChild(),
    consent: { parentAgreesToReferral: false, parentUnderstandsAims: true },
  });
  const undecided = await inTriage(at);
  await move(at, { advance: 'P8D' });
  await store.stop(newestOf(instance, undecided));
  await parkAndRestart(instance, at, undecided);
  await store.stop(newestOf(instance, undecided));
  // Long enough for the draft to be reminded of and erased, and for the stopped workflow to be missed.
  await move(at, { advance: 'P22D' });
  await statusWhen(at, undecided, 'PARKED');
}

/** An email with a report is delivered twice, read, its report opened, answered and closed: both go 28 days later. Another is added. */
async function receiveAndClose(instance: Instance, at: Service): Promise<void> {
  const email = mailOf({ parts: [wordsIn('Please see the report.'), reportIn()] });
  await instance.receive(email);
  await instance.receive(email);
  const using = await enterStaffArea(at, 'manager@example.org');
  const list = await using.get(`${at.url}/staff/mail`);
  const [, id = ''] = /\/staff\/mail\/emails\/(\w+)/.exec(list.body) ?? [];
  const page = `${at.url}/staff/mail/emails/${id}`;
  await using.get(`${page}/files/0`);
  for (const act of [{ do: 'answer' }, { outcome: 'QUESTION_ANSWERED' }]) {
    const { status } = await using.post(page, { csrf: hidden(await using.get(page), 'csrf'), ...act });
    if (status !== 303) throw new Error(`The page of an email answered ${status}.`);
  }
  const { body } = await using.get(`${at.url}/staff/mail/add`);
  const [, action = ''] = /action="([^"]+)" enctype/.exec(body) ?? [];
  const form = new FormData();
  for (const [, name = '', value = ''] of body.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)) {
    if (name !== 'csrf') form.set(name, value.replaceAll('&amp;', '&'));
  }
  form.set('file', new Blob([mailOf({ messageId: 'm2@clinic.example' })]), 'mail.eml');
  await fetch(action.replaceAll('&amp;', '&'), { method: 'POST', body: form, redirect: 'manual' });
}

/** The name of the execution that a case was given last. */
function newestOf(instance: Instance, reference: string): string {
  const names = instance.executions().flatMap(({ name }) => (name.startsWith(reference) ? [name] : []));
  return names.sort((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1) ?? '';
}

/** What an operator does with the run's own key, of which no policy asks. */
function operatorOf({ endpoints }: Instance) {
  const settings = { endpoint: endpoints.other, region: 'eu-west-2', credentials: RUN_KEY };
  const [s3, states] = [new S3Client(settings), new SFNClient(settings)];
  const versions = async (evidenceId: string) => {
    const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET, Prefix: 'evidence/' }));
    return Versions.flatMap(({ Key = '', VersionId }) => (Key.endsWith(evidenceId) ? [{ Key, VersionId }] : []));
  };
  return {
    delay: async (evidenceId: string) => {
      const Tagging = { TagSet: [{ Key: SCAN, Value: 'UNSUPPORTED' }] };
      for (const { Key } of await versions(evidenceId)) {
        await s3.send(new PutObjectTaggingCommand({ Bucket: BUCKET, Key, Tagging }));
      }
    },
    remove: async (evidenceId: string) => {
      for (const one of await versions(evidenceId)) await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, ...one }));
    },
    stop: (name: string) =>
      states.send(new StopExecutionCommand({ executionArn: `${MACHINE}:execution:ReferralWorkflow:${name}` })),
  };
}
type Operator = ReturnType<typeof operatorOf>;

/** The form that a person fills in, which is also where a draft is kept. */
function formOf(at: Service) {
  const begun = async () => {
    const using = browser();
    const { location } = await using.post(`${at.url}/refer`, { who: 'professional' });
    const draft = location.replace(/\/risk$/, '');
    const save = async (path: string, fields: Record<string, string>) =>
      send(at, using, await using.get(draft + path), fields);
    for (const [path, fields] of Object.entries(answers)) await save(`/${path}`, fields);
    await using.get(`${draft}/evidence/1/file/arrived`);
    await addDocument(using, await using.get(`${draft}/evidence/1/file`));
    return { using, draft, save };
  };
  return {
    begun,
    leave: async ({ save }: Awaited<ReturnType<typeof begun>>) => {
      const before = (await mailsOf(at)).length;
      await save('/keep', { email: 'first@example.org' });
      await until('a link to the draft came', async () => (await mailsOf(at))[before]);
    },
    sendAnother: async () => {
      const { using, draft } = await begun();
      const sent = await send(at, using, await using.get(`${draft}/check`), { declared: 'yes' });
      if (!sent.location.endsWith('/sent')) throw new Error(`The referral was not sent: ${sent.status} ${sent.body}`);
    },
  };
}

async function submitWhatNeverArrived(at: Service): Promise<void> {
  const answer = await post(at, { ...bodyOf('C01', ['never-uploaded', 'nor-this', 'nor-that']), ...anotherChild() });
  if (answer.ok) throw new Error('A referral was accepted without its documents.');
}

async function mailThatBounces(at: Service): Promise<void> {
  const body = bodyOf('C01', [await upload(at)]);
  const referrer = { ...Object(body.referrer), email: 'bounce@example.org' };
  await inTriage(at, { referrer });
}

/** The check waits for the scanner; by the time that it looks again the file has gone. */
async function checkAfterFileHasGone(at: Service, store: Operator): Promise<void> {
  const evidenceId = await upload(at);
  await store.delay(evidenceId);
  await accepted(await post(at, { ...bodyOf('C01', [evidenceId]), ...anotherChild() }));
  await move(at, { advance: 'PT1S' });
  await store.remove(evidenceId);
  await move(at, { advance: 'PT1M' });
}

async function decideAfterDocumentHasGone(at: Service, store: Operator): Promise<void> {
  const evidenceId = await upload(at);
  const { reference } = await accepted(await post(at, { ...bodyOf('C01', [evidenceId]), ...anotherChild() }));
  await statusWhen(at, reference, 'IN_TRIAGE');
  const triager = await signIn(at, reference);
  await store.remove(evidenceId);
  await triager.using.get(`${triager.address}/evidence/0`);
}

/** A document that no check has seen has no version that was checked: its newest is opened. */
async function openWhatCameWithAnAnswer(at: Service): Promise<void> {
  await move(at, { advance: 'PT16M' });
  const reference = await inTriage(at);
  await (await signIn(at, reference)).send({
    outcome: 'REQUEST_INFORMATION',
    reason: 'As agreed',
    question: 'How does she play?',
  });
  await move(at, { advance: 'PT6M' });
  await statusWhen(at, reference, 'AWAITING_REFERRER');
  const { using, page } = await open(await linkIn(at, reference, subjects.asked));
  await using.get(`${at.url}/referral/${reference}/answer/files/${'never-arrived-'.padEnd(22, 'x')}`);
  const withFile = await goOn(at, using, await addDocument(using, page));
  await send(at, using, withFile, { text: 'Beside them.', ...naming(withFile) });
  await move(at, { advance: 'PT16M' });
  await statusWhen(at, reference, 'IN_TRIAGE');
  const triager = await signIn(at, reference);
  const opened = await triager.using.get(`${triager.address}/evidence/1`);
  if (opened.status !== 303) throw new Error(`The answer's document did not open: ${opened.status}`);
}

/** The referrer asks a colleague by email to take the referral over. */
async function askColleague(at: Service): Promise<void> {
  const reference = await inTriage(at);
  const { using } = await open(await linkIn(at, reference, subjects.received));
  const page = await using.get(`${at.url}/referral/${reference}/status/hand-over`);
  await send(at, using, page, { name: 'Bea Colleague', role: 'Health visitor', email: 'bea@example.org' });
  await linkIn(at, reference, subjects.willYouTakeOver, 'bea@example.org');
}

/** The one stop that the API itself writes to someone about. */
async function stopForRisk(at: Service): Promise<void> {
  const before = (await mailsOf(at)).length;
  await post(at, { ...bodyOf('C01', [await upload(at)]), immediateRisk: true });
  await until('the duty mailbox was told', async () => (await mailsOf(at))[before]);
}

/** A withdrawal and a death end what people were asked to do, so both look for it. */
async function endWhatWasAsked(at: Service): Promise<void> {
  for (const [path, fields] of [
    ['withdraw', { reason: 'The family has moved' }],
    ['died', {}],
  ] as const) {
    const reference = await inTriage(at);
    const { using } = await open(await linkIn(at, reference, subjects.received));
    const page = await using.get(`${at.url}/referral/${reference}/status/${path}`);
    const { status } = await send(at, using, page, fields);
    if (status >= 400) throw new Error(`The referrer's page "${path}" answered ${status}.`);
  }
  const triager = await signIn(at, await inTriage(at));
  const { status } = await triager.using.post(`${triager.address}/died`, triager.own);
  if (status >= 400) throw new Error(`The page about a death answered ${status}.`);
}

async function decide(at: Service): Promise<void> {
  await move(at, { advance: 'PT16M' });
  // With an NHS number: only then does the check claim the child.
  const reference = await submit(at, 'C01');
  await statusWhen(at, reference, 'IN_TRIAGE');
  const triager = await signIn(at, reference);
  await triager.using.get(new URL('/staff', at.url).href);
  const manager = await enterStaffArea(at, 'manager@example.org');
  const { status: shown } = await manager.get(`${at.url}/staff/assessments`);
  if (shown !== 200) throw new Error(`The list of assessments answered ${shown}.`);
  const opened = await triager.using.get(`${triager.address}/evidence/0`);
  if (!(await fetch(opened.location)).ok) throw new Error('The document did not open.');
  await triager.send({ outcome: 'INVITE_GROUP', reason: 'As agreed', page: hidden(triager.page, 'page') });
  const seen = await triager.using.get(`${triager.address}/page`);
  if (seen.status !== 200) throw new Error(`The page as it was sent answered ${seen.status}.`);
  await move(at, { advance: 'PT6M' });
  await statusWhen(at, reference, 'ON_WAITING_LIST');
}

/**
 * One family tells us something on its page, and accepts a place in a group by their link, and another is reminded of theirs. A third child turns 3 while they
 * wait elsewhere.
 */
async function offerPlaces(at: Service): Promise<void> {
  const child = { firstName: 'Juniper', lastName: 'Quixotica', dob: '2023-10-02' };
  for (const patch of [{}, { locality: 'Yeovil', child, assessments: [] }]) {
    const reference = await inTriage(at, patch);
    await (await signIn(at, reference)).send({ outcome: 'INVITE_GROUP', reason: 'As agreed' });
    await move(at, { advance: 'PT6M' });
    await statusWhen(at, reference, 'ON_WAITING_LIST');
    if (!('child' in patch)) await tellOnPage(at, reference);
  }
  const manager = await enterStaffArea(at, 'manager@example.org');
  await addGroup(at, manager, 'Taunton');
  const first = await offerNext(at, manager);
  await lookAtCase(at, manager, first);
  await move(at, { advance: 'PT2M' });
  await acceptOffer(at, first);
  await move(at, { advance: 'PT2M' });
  await offerNext(at, manager);
}

/** A case is said to have ended by a hand in the table, and its workflow waits on until the records are compared. */
async function outlive({ endpoints, tableName = '' }: Instance, at: Service): Promise<void> {
  const reference = await inTriage(at);
  const client = dynamoClient({ region: 'eu-west-2', credentials: RUN_KEY, endpoint: endpoints.dynamodb });
  const { cases } = createDynamoStores({ tableName, client });
  const found = await cases.readCase(reference);
  if (!found) throw new Error('The case is not there.');
  const ended = { status: 'DECLINED', next: 'DONE', task: null } as const;
  await cases.saveCase({ ...found, ...ended, outbox: [], version: found.version + 1 });
  await move(at, { advance: 'PT5M' });
}

async function parkAndRestart(instance: Instance, at: Service, reference: string): Promise<void> {
  const invoke = async (name: string, event: object) => {
    const outcome = await instance.invoke(name, event);
    if (!outcome.ok) throw new Error(`${name} failed: ${outcome.errorType}`);
  };
  await invoke('ParkCase', { referralId: reference, executionName: newestOf(instance, reference), error: 'A_TEST' });
  await statusWhen(at, reference, 'PARKED');
  await lookAtConsole(at, reference);
  await invoke('RestartCase', { reference, by: 'an operator' });
  await move(at, { advance: 'PT1M' });
  await statusWhen(at, reference, 'IN_TRIAGE');
}

/** What the workflows of a case did, by what Step Functions itself says. */
async function lookAtCase(at: Service, using: Awaited<ReturnType<typeof enterStaffArea>>, reference: string) {
  const { status } = await using.get(`${at.url}${caseAt(reference)}`);
  if (status !== 200) throw new Error(`The page of a case answered ${status}.`);
}

/** What an operator sees of a case that has stopped, with a session that was not used for a while. */
async function lookAtConsole(at: Service, reference: string): Promise<void> {
  const using = await enterStaffArea(at, 'manager@example.org');
  await move(at, { advance: 'PT2M' });
  const front = await using.get(`${at.url}${CONSOLE_AT}`);
  if (!front.body.includes(queueAt('parked'))) throw new Error(`The console answered ${front.status}.`);
  await lookAtCase(at, using, reference);
  const queues = await Promise.all(CONSOLE_QUEUES.map((queue) => using.get(`${at.url}${queueAt(queue)}`)));
  if (!queues[0]?.body.includes(reference)) throw new Error('The console does not list the case that has stopped.');
}
