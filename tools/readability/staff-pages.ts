import type { Case } from '#domain/case/case.ts';
import { hidden } from '#test/http/browser.ts';
import { caseOnReceipt, checkedCase, otherReference, reference, withTask } from '#test/http/records.ts';
import { sharedWorld } from '#test/http/shared/world.ts';
import { accept, taskId, triageWorld } from '#test/http/staff/world.ts';

type Page = readonly [name: string, html: string];

const TASK = `/triage/tasks/${taskId}`;

/** Every page that staff open from an email: the link, the code, each kind of task, a refused decision and a recorded one. */
export async function staffPages(): Promise<Page[]> {
  const tasks: [name: string, theCase: Case, outcome: string][] = [
    ['triage', withTask(checkedCase('TRIAGE'), 'TRIAGE'), accept.outcome],
    [
      'duplicate',
      withTask(checkedCase('POSSIBLE_DUPLICATE', ['SAME_NHS_NUMBER_AND_DOB'], otherReference), 'DUPLICATE'),
      'NOT_A_DUPLICATE',
    ],
    ['suspicious', withTask(caseOnReceipt(), 'SUSPICIOUS'), 'GENUINE_REFERRAL'],
  ];
  const each = await Promise.all(tasks.map((task) => pagesOf(...task)));
  return [
    ...each.flat(),
    ...(await sharedPages()),
    ...(await diedPages()),
    ...(await noEmailPages()),
    ...(await factPages()),
  ];
}

/** What another service opens from its email: the link, the code and the referral that is shared with it. */
async function sharedPages(): Promise<Page[]> {
  const { token, newBrowser, signIn } = await sharedWorld();
  const stranger = newBrowser();
  const link = await stranger.get(`/shared/l/${token}`);
  const code = await stranger.post(`/shared/l/${token}`);
  const record = await (await signIn()).get(`/shared/${reference}`);
  return Object.entries({ link, code, record }).map(([what, { body }]) => [`another service: ${what}`, body]);
}

/** The pages on which staff record that a child has died: before, afterwards, and with a mistake. */
async function diedPages(): Promise<Page[]> {
  const { signIn } = await triageWorld();
  const using = await signIn();
  const before = await using.get(`${TASK}/died`);
  const hiddenFields = { csrf: hidden(before, 'csrf'), taskId };
  const recorded = await using.post(`${TASK}/died`, hiddenFields);
  const refused = await using.post(`${TASK}/died/undo`, hiddenFields);
  const undone = await using.post(`${TASK}/died/undo`, { ...hiddenFields, reason: 'It was another child' });
  return Object.entries({ before, recorded, refused, undone }).map(([what, { body }]) => [
    `staff, died: ${what}`,
    body,
  ]);
}

/** The pages on which staff record that we must not email a family: before, with a mistake, and afterwards. */
async function noEmailPages(): Promise<Page[]> {
  const { signIn } = await triageWorld();
  const using = await signIn();
  const before = await using.get(`${TASK}/no-email`);
  const hiddenFields = { csrf: hidden(before, 'csrf'), taskId };
  const refused = await using.post(`${TASK}/no-email`, hiddenFields);
  const recorded = await using.post(`${TASK}/no-email`, { ...hiddenFields, reason: 'It is not safe' });
  const undone = await using.post(`${TASK}/no-email/undo`, { ...hiddenFields, reason: 'It is safe again' });
  return Object.entries({ before, refused, recorded, undone }).map(([what, { body }]) => [
    `staff, no email: ${what}`,
    body,
  ]);
}

async function pagesOf(name: string, theCase: Case, outcome: string): Promise<Page[]> {
  const { token, newBrowser, signIn } = await triageWorld({ theCase });
  const stranger = newBrowser();
  const link = await stranger.get(`/triage/l/${token}`);
  const code = await stranger.post(`/triage/l/${token}`);
  const wrong = await stranger.post(`/triage/l/${token}/code`, { code: '12' });
  const using = await signIn();
  const task = await using.get(TASK);
  const hiddenFields = { csrf: hidden(task, 'csrf'), taskId };
  const refused = await using.post(TASK, hiddenFields);
  await using.post(TASK, { ...accept, ...hiddenFields, outcome, reason: 'As the team agreed' });
  const decided = await using.get(TASK);
  const pages = { link, code, wrong, task, refused, decided };
  return Object.entries(pages).map(([what, { body }]) => [`staff, ${name}: ${what}`, body]);
}

/** The pages on which staff record a fact about a referral: before, with a mistake, and afterwards. */
async function factPages(): Promise<Page[]> {
  const { signIn } = await triageWorld();
  const using = await signIn();
  const date = { 'on-day': '10', 'on-month': '9', 'on-year': '2022' };
  const said = { parent: '0', holds: 'NOT_KNOWN', mayEmail: 'no' };
  const reason = 'Her red book';
  const contact = { parent: '0', channel: 'POST', value: '1 Example Road' };
  const safe = { parent: '0', channel: 'EMAIL', 'on-day': '24', 'on-month': '9', 'on-year': '2026' };
  const forms = Object.entries({ 'birth-date': date, responsibility: said, contact, 'safe-contact': safe });
  const each = await Promise.all(
    forms.map(async ([path, fields]) => {
      const before = await using.get(`${TASK}/${path}`);
      const own = { csrf: hidden(before, 'csrf'), taskId };
      const refused = await using.post(`${TASK}/${path}`, own);
      const recorded = await using.post(`${TASK}/${path}`, { ...own, ...fields, reason });
      return Object.entries({ before, refused, recorded }).map(
        ([what, { body }]): Page => [`staff, ${path}: ${what}`, body],
      );
    }),
  );
  const record = await using.get(TASK);
  return [...each.flat(), ['staff, record: with what staff recorded', record.body]];
}
