import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { subjects } from '#test/kit/words/emails.ts';
import { smoke } from '#tools/deploy/smoke.ts';
import {
  accepted,
  anotherChild,
  bodyWithEvidence,
  inTriage,
  post,
  refusal,
  statusOf,
  statusWhen,
  upload,
} from './api.ts';
import { leaks } from './privacy.ts';
import { endAll, type Service, start } from './service.ts';
import { executionsOf, mailsAbout, mailsTo, move, moveToDay } from './window.ts';

let at: Service;
beforeAll(async () => {
  at = await start({ now: '2026-09-24T09:00' });
});
afterAll(endAll);

const aBody = async () => ({ ...(await bodyWithEvidence(at, 'C01')), ...anotherChild() });
const key = () => ({ 'idempotency-key': crypto.randomUUID() });

test('the smoke test of a deployment finds no fault in a service that runs, and starts nothing', async () => {
  const before = [(await executionsOf(at)).length, (await mailsTo(at, 'duty@example.org')).length];

  expect(await smoke({ baseUrl: at.url, fetch, looks: [], args: [], say: () => {} })).toEqual([]);

  expect([(await executionsOf(at)).length, (await mailsTo(at, 'duty@example.org')).length]).toEqual(before);
});

describe('the same referral', () => {
  test('posted a hundred times at once (twice) is one reference, one execution and one set of notices', async () => {
    const [body, one] = [await aBody(), key()];
    const before = (await executionsOf(at)).length;
    const answers = await Promise.all(Array.from({ length: 100 }, () => post(at, body, one)));
    const references = new Set<string>();
    for (const answer of answers) references.add((await accepted(answer)).reference);
    expect(references.size).toBe(1);
    const [reference = ''] = references;
    await statusWhen(at, reference, 'IN_TRIAGE');
    await move(at, { advance: 'PT5M' });
    expect(await executionsOf(at)).toHaveLength(before + 1);
    const subjects = (await mailsAbout(at, reference)).map(({ to, subject }) => `${to} ${subject}`);
    // To the referrer, the family and each of the two triagers.
    expect(subjects).toHaveLength(4);
    expect(new Set(subjects).size).toBe(4);
  });

  test('posted again once people decide on it (late) is still the same', async () => {
    const [body, one] = [await aBody(), key()];
    const { reference } = await accepted(await post(at, body, one));
    await statusWhen(at, reference, 'IN_TRIAGE');
    const again = await accepted(await post(at, body, one));
    expect(again.reference).toBe(reference);
    expect(again.status).toBe('IN_TRIAGE');
  });

  test('with its fields in another order is the same', async () => {
    const [body, one] = [await aBody(), key()];
    const { reference } = await accepted(await post(at, body, one));
    const turned = Object.fromEntries(Object.entries(body).reverse());
    expect((await accepted(await post(at, turned, one))).reference).toBe(reference);
  });

  test('with one field changed under the same key (twice) is refused, and the first is untouched', async () => {
    const [body, one] = [await aBody(), key()];
    const { reference } = await accepted(await post(at, body, one));
    const other = await refusal(await post(at, { ...body, settingHoursPerWeek: 3 }, one));
    expect([other.httpStatus, other.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect((await statusWhen(at, reference, 'IN_TRIAGE')).reasons).toEqual(['DELAY_MET_IN_6_AREAS']);
  });

  test('of which a hundred copies, half of them changed, race (twice) is one case', async () => {
    const [body, one] = [await aBody(), key()];
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => post(at, { ...body, settingHoursPerWeek: n % 2 }, one)),
    );
    const codes = answers.map(({ status }) => status);
    expect(codes.filter((code) => code === 201)).toHaveLength(50);
    expect(codes.filter((code) => code === 422)).toHaveLength(50);
  });

  test('that was refused (half-finished) is taken under the same key once it is mended', async () => {
    const [body, one] = [await aBody(), key()];
    expect((await refusal(await post(at, { ...body, postcode: 'BA2O 1AA' }, one))).reasons).toEqual([
      'POSTCODE_FORMAT',
    ]);
    const lost = [{ type: 'SOGS', title: 'Form', evidenceId: 'never-uploaded' }];
    expect((await refusal(await post(at, { ...body, evidence: lost }, one))).reasons).toEqual([
      'EVIDENCE_NOT_UPLOADED',
    ]);
    await accepted(await post(at, body, one));
  });
});

describe('a request that is', () => {
  test.each([
    ['malformed JSON', '{"child": ', {}, 400, 'MALFORMED_JSON'],
    ['empty (half-finished)', '', {}, 400, 'MALFORMED_JSON'],
    ['without an Idempotency-Key (half-finished)', '{}', { 'idempotency-key': '' }, 400, 'IDEMPOTENCY_KEY_MISSING'],
    [
      'with an Idempotency-Key of seven letters (malformed)',
      '{}',
      { 'idempotency-key': '1234567' },
      400,
      'IDEMPOTENCY_KEY_MISSING',
    ],
    ['over 64 KB (hostile)', `{"x":"${'x'.repeat(65_536)}"}`, {}, 413, 'BODY_TOO_LARGE'],
    ['of another type (malformed)', '{}', { 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'a form (malformed)',
      'a=b',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['empty of everything asked for (half-finished)', '{}', {}, 422, 'RETURNED_INVALID'],
  ])('%s is refused in words', async (_kind, body, headers, status, code) => {
    const answer = await refusal(await post(at, body, headers));
    expect([answer.httpStatus, answer.code]).toEqual([status, code]);
    expect(answer.message.length).toBeGreaterThan(20);
  });

  test.each([
    ['without a key', ''],
    ['with a wrong key', 'lokal'],
    ['with a key and more', 'local,local'],
  ])('%s (hostile) is refused, for every route of the API', async (_kind, wrong) => {
    const headers: Record<string, string> = wrong === '' ? {} : { 'x-api-key': wrong };
    const asked = [
      fetch(`${at.url}/v1/referrals`, { method: 'POST', headers, body: '{}' }),
      fetch(`${at.url}/v1/evidence`, { method: 'POST', headers, body: '{}' }),
      fetch(`${at.url}/v1/referrals/22222222222`, { headers }),
    ];
    for (const { status } of await Promise.all(asked)) expect([401, 403]).toContain(status);
  });

  test('wrong in many places (malformed) is told all of them at once', async () => {
    const body = await aBody();
    const child = { firstName: '', lastName: 'Quixotica', dob: '2026-09-25', nhsNumber: '9990007315' };
    const answer = await refusal(await post(at, { ...body, child, postcode: 'BA2O', settingHoursPerWeek: 0.1 }));
    const paths = answer.problems.map(({ path }) => path);
    for (const path of ['child.firstName', 'child.dob', 'child.nhsNumber', 'postcode', 'settingHoursPerWeek']) {
      expect(paths).toContain(path);
    }
    for (const reason of ['NOT_YET_BORN', 'NHS_NUMBER_CHECK_DIGIT', 'POSTCODE_FORMAT']) {
      expect(answer.reasons).toContain(reason);
    }
    for (const { message } of answer.problems) expect(message).not.toMatch(/zod|undefined|Invalid input|NaN/);
  });

  test('for a reference of no one, or no reference at all (malformed), is 404', async () => {
    for (const reference of ['22222222222', 'x', '..%2f', '%00', '__proto__']) {
      const response = await fetch(`${at.url}/v1/referrals/${reference}`, { headers: { 'x-api-key': 'local' } });
      expect([reference, response.status]).toEqual([reference, 404]);
    }
  });
});

describe('evidence', () => {
  const form = async (wanted: object) =>
    fetch(`${at.url}/v1/evidence`, {
      method: 'POST',
      headers: { 'x-api-key': 'local', 'content-type': 'application/json' },
      body: JSON.stringify({ fileName: 'a.pdf', contentType: 'application/pdf', bytes: 10, ...wanted }),
    });

  test.each([
    ['of another type', { contentType: 'text/html' }],
    ['of no bytes', { bytes: 0 }],
    ['over 10 MB', { bytes: 10 * 1024 * 1024 + 1 }],
    ['with a field that nobody knows', { key: 'elsewhere' }],
  ])('%s (malformed) is refused with 422 before it is sent', async (_kind, wanted) => {
    expect((await form(wanted)).status).toBe(422);
  });

  const formSchema = z.object({ upload: z.object({ url: z.url(), fields: z.record(z.string(), z.string()) }) });
  const send = async (file: string, instead: Record<string, string> = {}, advance?: string, bytes = file.length) => {
    const { upload: one } = formSchema.parse(await (await form({ bytes })).json());
    if (advance !== undefined) await move(at, { advance });
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...one.fields, ...instead })) body.append(name, value);
    body.append('file', new Blob([file]), 'a.pdf');
    return (await fetch(one.url, { method: 'POST', body })).status;
  };

  test('is taken from 1 byte to 10 MB', async () => {
    expect(await send('x')).toBe(204);
    expect(await send('x'.repeat(10 * 1024 * 1024))).toBe(204);
  });

  test.each([
    ['empty (half-finished)', '', {}, undefined, 1],
    ['over 10 MB (hostile)', 'x'.repeat(10 * 1024 * 1024 + 1), {}, undefined, 10 * 1024 * 1024],
    ['of one byte more than announced', 'x'.repeat(11), {}, undefined, 10],
    ['of one byte less than announced (half-finished)', 'x'.repeat(9), {}, undefined, 10],
    ['of ten times what was announced (hostile)', 'x'.repeat(100), {}, undefined, 10],
    ['under another key (hostile)', 'x', { key: 'elsewhere' }, undefined],
    ['as another type (hostile)', 'x', { 'Content-Type': 'text/html' }, undefined],
    ['after five minutes (late)', 'x', {}, 'PT6M'],
  ])('%s is refused by the store', async (_kind, file, instead, advance, bytes?: number) => {
    const status = await send(file, instead, advance, bytes);
    expect(status === 400 || status === 403).toBe(true);
  });

  test('that is not what it says (hostile) is asked for again, and the referral is not lost', async () => {
    const evidence = [{ type: 'SOGS', title: 'Form', evidenceId: await upload(at, 'MZ, no PDF at all') }];
    const { reference } = await accepted(await post(at, { ...(await aBody()), evidence }));
    await statusWhen(at, reference, 'AWAITING_REFERRER');
    const asked = (await mailsAbout(at, reference)).find(({ subject }) => subject.includes(subjects.asked));
    expect(asked?.to).toEqual(['referrer01@example.org']);
  });

  test('that is harmful (hostile) is asked for again, and no one can open it', async () => {
    const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
    const evidence = [{ type: 'SOGS', title: 'Form', evidenceId: await upload(at, eicar) }];
    const { reference } = await accepted(await post(at, { ...(await aBody()), evidence }));
    await statusWhen(at, reference, 'AWAITING_REFERRER');
  });
});

describe('a child at immediate risk', () => {
  const alerts = () => mailsTo(at, 'duty@example.org');
  const atRisk = async () => ({ ...(await bodyWithEvidence(at, 'C26')), ...anotherChild() });

  test('declared twice under the same key queues nothing and alerts the duty mailbox once', async () => {
    await moveToDay(at, '2026-10-19');
    const [body, one, before] = [await atRisk(), key(), await executionsOf(at)];
    for (let n = 0; n < 2; n += 1) {
      const answer = await refusal(await post(at, body, one));
      expect(answer).toMatchObject({ httpStatus: 422, code: 'IMMEDIATE_RISK_DECLARED' });
      expect(answer.emergencyNumbers.map(({ number }) => number)).toContain('999');
    }
    await Promise.all(Array.from({ length: 20 }, () => post(at, body, one)));
    expect(await alerts()).toHaveLength(1);
    expect(await executionsOf(at)).toEqual(before);
  });

  test('is heard even when nothing else is right (malformed) and no Idempotency-Key is there (half-finished)', async () => {
    // Within ten minutes after another alert it would wait for all of them.
    await move(at, { advance: 'PT11M' });
    const before = (await alerts()).length;
    const answer = await refusal(await post(at, { immediateRisk: true, child: 7 }, { 'idempotency-key': '' }));
    expect([answer.httpStatus, answer.code]).toEqual([422, 'IMMEDIATE_RISK_DECLARED']);
    expect(await alerts()).toHaveLength(before + 1);
  });

  test('goes on, under the same key, once the call was made and by whom', async () => {
    const [body, one] = [await atRisk(), key()];
    await refusal(await post(at, body, one));
    const called = { ...body, emergencyCallMadeAt: '2026-10-19T08:55', emergencyCallMadeBy: 'A. Referrer (fictional)' };
    const { reference } = await accepted(await post(at, called, one));
    await statusWhen(at, reference, 'IN_TRIAGE');
  });

  test('does not go on with half of that (half-finished)', async () => {
    const body = await atRisk();
    for (const half of [{ emergencyCallMadeAt: '2026-10-19T08:55' }, { emergencyCallMadeBy: 'A. Referrer' }]) {
      expect((await post(at, { ...body, ...half })).status).toBe(422);
    }
  });
});

describe('after all of that', () => {
  test('the API tells a status without anything of the child', async () => {
    const reference = await inTriage(at);
    expect(JSON.stringify(await statusOf(at, reference))).not.toMatch(/Juniper|Quixotica|TA1|2024-09-10/);
  });

  test('no email, history or log line says who anyone is', async () => {
    expect(await leaks(at)).toEqual([]);
  });
});
