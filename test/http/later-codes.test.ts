import { describe, expect, test } from 'vitest';
import { memoryTable } from '#adapters/memory/table.ts';
import { storesOver } from '#adapters/records/stores.ts';
import { readStatus } from '#application/intake/read-status.ts';
import type { Case } from '#domain/case/case.ts';
import type { LinkPurpose } from '#domain/people/link.ts';
import { sha256 } from '#domain/values/hash.ts';
import { holdsLater, LATER, writeCode } from '#test/kit/later-codes.ts';
import { MORE } from '#web/referral/answer/asked.ts';
import { hidden } from './browser.ts';
import { testRandom } from './doubles.ts';
import { reference } from './records.ts';
import { asked, deciding, declined, inTriage, onList, stopped } from './referral/standings.ts';
import { referrerWorld } from './referral/world.ts';
import { accept, taskId, triageWorld } from './staff/world.ts';

const at = '2026-09-24T07:30:00.000Z';
const caseKey = { pk: `REF#${reference}`, sk: 'CASE' };
const checkKey = { pk: `REF#${reference}`, sk: 'CHECK#1' };
const values: Readonly<Record<string, unknown>> = {
  outbox: [{ kind: LATER }],
  flags: [LATER],
  reasons: [LATER],
  parked: { at, why: LATER },
  handedTo: { id: 'h', name: 'Bea', email: 'referrer01@example.org', role: LATER, from: 'x', at },
  withdrawal: { at, by: { kind: LATER }, reason: 'They have moved' },
};
const common = [
  'status',
  'next',
  'machine',
  'outcome',
  'askedAgain',
  'suspicion',
  'history.-1.by.kind',
  'history.-1.event',
];
const codes = [...common, ...Object.keys(values)];

/** Stores over a table into which functions of a later release write as well. */
function besideLater() {
  const table = memoryTable(false);
  return { table, stores: storesOver(table, testRandom()) };
}

/** A page that this release cannot show says so: it is there, and no error. */
const isHandled = (status: number) => status < 500 || status === 503;

describe('the pages of a task', () => {
  const ofCheck = ['outcome', 'evidence.-1.state', 'evidence.-1.code', 'triageRecommendation', 'homeVisiting'];
  const findings = ['findings.-1.rule', 'findings.-1.code', 'findings.-1.shownAs', 'findings.-1.source'];
  const rows = [
    ...[inTriage, deciding].flatMap((given) => codes.map((path) => ({ given, key: caseKey, path }))),
    { given: inTriage, key: caseKey, path: 'task.kind' },
    { given: inTriage, key: caseKey, path: 'task.recipients.-1' },
    { given: deciding, key: caseKey, path: 'task.decision.outcome' },
    ...[...ofCheck, ...findings].map((path) => ({ given: inTriage, key: checkKey, path })),
  ];

  test.each(rows)('are shown, and decided on, with a later code at $key.sk $path', async ({ given, key, path }) => {
    const { table, stores } = besideLater();
    const { signIn, newBrowser, token } = await triageWorld({ stores, theCase: inTriage });
    const using = await signIn();
    await stores.cases.saveCase({ ...given, version: inTriage.version + 1 });
    await writeCode(table, key, path, values[path]);
    const address = `/triage/tasks/${taskId}`;
    const page = await using.get(address);
    const form = { ...accept, csrf: hidden(page, 'csrf'), taskId };
    const answers = [page, await newBrowser().get(`/triage/l/${token}`), await newBrowser().post(`/triage/l/${token}`)];
    answers.push(await using.get(`${address}/evidence/0`), await using.post(address, form), await using.get(address));
    answers.push(await using.post(`${address}/undo`, form), await using.get(address));
    expect(answers.map(({ status }) => status).filter((status) => !isHandled(status))).toEqual([]);
    expect(holdsLater(await table.get(key.pk, key.sk))).toBe(true);
    expect(await readStatus(stores)({ caller: 'local', reference })).toMatchObject({ reference });
  });
});

describe("a referrer's pages", () => {
  const standings: readonly (readonly [string, Case, LinkPurpose])[] = [
    ['in triage', inTriage, 'STATUS'],
    ['asked', asked, 'ANSWER'],
    ['declined', declined, 'STATUS'],
    ['on a list', onList(), 'STATUS'],
    ['redirected', stopped('REDIRECTED_EY_ADVISORY', 'AGE_OVER_3_0'), 'FORWARD'],
    ['without evidence', stopped('NOT_ACCEPTED_NO_EVIDENCE', 'NO_ASSESSMENT_EVIDENCE_INCLUDED'), 'RESUBMIT'],
  ];
  const paths = [...codes, 'task.kind', 'ask.why', 'list.pathway', 'link purpose', 'link to'];
  const rows = standings.flatMap(([name, given, purpose]) => paths.map((path) => ({ name, given, purpose, path })));
  const pages = ['status', 'answer', 'answer/write', 'handover', 'withdraw', 'forward', 'resubmit'];

  test.each(rows)(
    'are shown of one $name by a $purpose link with a later code at $path',
    async ({ given, purpose, path }) => {
      const { table, stores } = besideLater();
      const { token, newBrowser, visit, mailer } = await referrerWorld(given, purpose, undefined, {}, stores);
      const key = path.startsWith('link ') ? { pk: `LINK#${sha256(token)}`, sk: 'LINK' } : caseKey;
      await writeCode(table, key, path.replace('link ', ''), values[path]);
      const using = newBrowser();
      const opened = await visit(token, using);
      const answers = [await using.get(`/referral/l/${token}`), opened.page];
      for (const name of pages) answers.push(await using.get(`/referral/${reference}/${name}`));
      const csrf = answers.map((answer) => hidden(answer, 'csrf')).find((value) => value !== '') ?? '';
      for (const name of ['forward', 'resubmit', 'handover']) {
        const fields = { csrf, agree: 'yes', name: 'Bea', role: 'GP', email: 'bea@example.org' };
        answers.push(await using.post(`/referral/${reference}/${name}`, fields));
      }
      answers.push(await using.get(`/referral/${reference}/status`));
      expect(answers.map(({ status }) => status).filter((status) => !isHandled(status))).toEqual([]);
      expect(mailer.sent.filter(({ to }) => to !== 'bea@example.org')).toEqual([]);
    },
  );

  test('an answer to a question that only a later release knows goes to people, whom the rules only inform', async () => {
    const { table, stores } = besideLater();
    const { visit, theCase } = await referrerWorld(asked, 'ANSWER', undefined, {}, stores);
    const { using, address } = await visit();
    await writeCode(table, caseKey, 'ask.why');
    const page = await using.get(`${address}/write`);
    expect(page.body).toContain(MORE);
    await using.post(address, { csrf: hidden(page, 'csrf'), task: hidden(page, 'task'), text: 'She plays alone' });
    expect(await theCase()).toMatchObject({ next: 'CHECK', status: 'IN_TRIAGE', outcome: null });
  });
});
