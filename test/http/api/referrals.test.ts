import { describe, expect, it } from 'vitest';
import { referrerRoles } from '#domain/referral/people.ts';
import { apiWorld, validReferral } from './world.ts';

const referrals = '/v1/referrals';

describe('POST /v1/referrals', () => {
  it('answers 201 with a reference and where to follow it', async () => {
    const { submit } = apiWorld();
    const answer = await submit(validReferral);
    expect(answer.statusCode).toBe(201);
    expect(answer.json).toEqual({
      reference: expect.stringMatching(/^[2-9CDFGHJKMNPRTWXY]{11}$/),
      status: 'RECEIVED',
      statusUrl: `http://localhost:8080/v1/referrals/${answer.json.reference}`,
    });
  });

  it('builds statusUrl under a stage path', async () => {
    const { submit } = apiWorld('https://x.example/live');
    const answer = await submit(validReferral);
    expect(answer.json.statusUrl).toBe(`https://x.example/live/v1/referrals/${answer.json.reference}`);
  });

  it('answers the same key and body (twice) with the same reference', async () => {
    const { submit } = apiWorld();
    const [first, second] = [await submit(validReferral), await submit(validReferral)];
    expect(second.statusCode).toBe(201);
    expect(second.json.reference).toBe(first.json.reference);
  });

  it.each([...referrerRoles, 'NURSERY_NURSE', 'HEALTH_VISITOR_2', 'DIETITIAN'])(
    'takes a referrer whose role is %s, and keeps it as it was sent',
    async (role) => {
      const { submit, stores } = apiWorld();
      const { statusCode, json } = await submit({ ...validReferral, referrer: { ...validReferral.referrer, role } });
      expect(statusCode).toBe(201);
      const stored = await stores.referrals.readReferral(json.reference);
      expect(stored?.body).toMatchObject({ referrer: { role } });
    },
  );

  it.each(['best start', 'Setting manager', 'BEST-START', '', 7, null, 'A'.repeat(61), '__PROTO__'])(
    'refuses a role that is no code, %j (malformed), at its field',
    async (role) => {
      const { submit } = apiWorld();
      const { statusCode, json } = await submit({ ...validReferral, referrer: { ...validReferral.referrer, role } });
      expect([statusCode, json.problems.map(({ path }: { path: string }) => path)]).toEqual([422, ['referrer.role']]);
    },
  );

  it('refuses the same key with another body (twice) as IDEMPOTENCY_KEY_REUSED', async () => {
    const { submit } = apiWorld();
    await submit(validReferral);
    const answer = await submit({ ...validReferral, settingHoursPerWeek: 3 });
    expect([answer.statusCode, answer.json.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('reads a body that arrives in base64', async () => {
    const { send } = apiWorld();
    const answer = await send({
      method: 'POST',
      path: referrals,
      headers: { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': 'key-00000001' },
      body: Buffer.from(JSON.stringify(validReferral)).toString('base64'),
      isBase64Encoded: true,
    });
    expect(answer.statusCode).toBe(201);
  });

  it('refuses a body over 64 KB (too large) with 413 before anything else', async () => {
    const { post } = apiWorld();
    const answer = await post(referrals, 'x'.repeat(64 * 1024 + 1), { 'Content-Type': 'text/plain' });
    expect([answer.statusCode, answer.json.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('counts bytes and not characters: 40,000 two-byte characters are too large', async () => {
    const { post } = apiWorld();
    expect((await post(referrals, 'é'.repeat(40_000))).statusCode).toBe(413);
  });

  it('lets exactly 64 KB through the size rule', async () => {
    const { post } = apiWorld();
    expect((await post(referrals, ' '.repeat(64 * 1024))).statusCode).toBe(400);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', ''])(
    'refuses the wrong type %j with 415 before reading the body',
    async (type) => {
      const { post } = apiWorld();
      const answer = await post(referrals, '{', { 'Content-Type': type });
      expect([answer.statusCode, answer.json.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    },
  );

  it.each([
    ['malformed JSON', '{"child": '],
    ['an empty body', ''],
    ['a list instead of an object (malformed)', '[]'],
    ['a bare text (malformed)', '"referral"'],
    ['null (malformed)', 'null'],
    ['a key given twice (hostile)', '{"immediateRisk": true, "immediateRisk": false}'],
    ['a key given twice behind an escape (hostile)', '{"immediateRisk": true, "immediate\\u0052isk": false}'],
    ['the key __proto__ (hostile)', '{"__proto__": {"immediateRisk": false}}'],
    ['the key __proto__ deep inside (hostile)', '{"child": {"__proto__": {}}}'],
    ['huge nesting (hostile)', `{"child": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['half a character (malformed)', '{"locality": "\\ud800"}'],
  ])('refuses %s with 400', async (_kind, body) => {
    const { submit } = apiWorld();
    const answer = await submit(body);
    expect([answer.statusCode, answer.json.code]).toEqual([400, 'MALFORMED_JSON']);
  });

  it('refuses a body that is not UTF-8 (malformed) with 400', async () => {
    const { send } = apiWorld();
    const answer = await send({
      method: 'POST',
      path: referrals,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]).toString('base64'),
      isBase64Encoded: true,
    });
    expect([answer.statusCode, answer.json.code]).toEqual([400, 'MALFORMED_JSON']);
  });

  it.each([
    ['missing', undefined],
    ['shorter than 8 characters', '1234567'],
    ['longer than 255 characters', 'k'.repeat(256)],
    ['made of control characters (hostile)', 'key\u0000\u0001\u0002key00'],
  ])('refuses an Idempotency-Key that is %s with 400', async (_kind, key) => {
    const { post } = apiWorld();
    const answer = await post(referrals, validReferral, key === undefined ? {} : { 'Idempotency-Key': key });
    expect([answer.statusCode, answer.json.code]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING']);
  });

  it.each([8, 255])('takes an Idempotency-Key of %i characters', async (length) => {
    const { submit } = apiWorld();
    expect((await submit(validReferral, 'k'.repeat(length))).statusCode).toBe(201);
  });

  it('lists everything that is wrong (malformed fields) at once with 422', async () => {
    const { submit } = apiWorld();
    const child = { ...validReferral.child, nhsNumber: '9990007315', dob: '2024-02-30' };
    const answer = await submit({ ...validReferral, child, postcode: 'BA2O 1AA', extra: 1 });
    expect(answer.statusCode).toBe(422);
    expect(answer.json).toMatchObject({ code: 'RETURNED_INVALID', outcome: 'RETURNED_INVALID' });
    expect(answer.json.reasons).toEqual(expect.arrayContaining(['NHS_NUMBER_CHECK_DIGIT', 'POSTCODE_FORMAT']));
    const paths = answer.json.problems.map((problem: { path: string }) => problem.path);
    expect(paths).toEqual(expect.arrayContaining(['child.dob', 'child.nhsNumber', 'postcode', 'extra']));
    expect(new Set(answer.json.reasons).size).toBe(answer.json.reasons.length);
  });

  it('refuses a NUL character in a text (hostile) with 422 at its path', async () => {
    const { submit } = apiWorld();
    const answer = await submit({ ...validReferral, homeSafetyNotes: 'dog\u0000' });
    expect(answer.statusCode).toBe(422);
    expect(answer.json.problems).toEqual([expect.objectContaining({ path: 'homeSafetyNotes' })]);
  });

  it.each(['constructor', 'toString', 'prototype'])('refuses the unknown key %s (hostile) with 422', async (name) => {
    const { submit } = apiWorld();
    const answer = await submit({ ...validReferral, [name]: {} });
    expect([answer.statusCode, answer.json.problems[0].path]).toEqual([422, name]);
  });

  it('refuses evidence without an evidenceId (half-finished) as EVIDENCE_NOT_UPLOADED', async () => {
    const { submit } = apiWorld();
    const answer = await submit({ ...validReferral, evidence: [{ type: 'SOGS', title: 'Form' }] });
    expect(answer.statusCode).toBe(422);
    expect(answer.json.problems).toEqual([
      { code: 'EVIDENCE_NOT_UPLOADED', path: 'evidence[0].evidenceId', message: expect.any(String) },
    ]);
  });

  it('refuses evidence whose file never arrived (half-finished) as EVIDENCE_NOT_UPLOADED', async () => {
    const { submit } = apiWorld();
    const evidence = [...validReferral.evidence, { type: 'SOGS', title: 'Form', evidenceId: 'never-sent' }];
    const answer = await submit({ ...validReferral, evidence });
    expect(answer.json.problems).toEqual([expect.objectContaining({ path: 'evidence[1].evidenceId' })]);
  });

  it('names the page and the assessment whose files never arrived (half-finished), and how to send them', async () => {
    const { submit } = apiWorld();
    const [first] = validReferral.evidence;
    const evidence = [{ ...first, furtherPages: ['page-2', 'page-3'] }];
    const answer = await submit({ ...validReferral, evidence, earlyHelpAssessment: { evidenceId: 'eha' } });
    expect([answer.statusCode, answer.json.reasons]).toEqual([422, ['EVIDENCE_NOT_UPLOADED']]);
    expect(answer.json.problems.map(({ path }: { path: string }) => path)).toEqual([
      'evidence[0].furtherPages[0]',
      'evidence[0].furtherPages[1]',
      'earlyHelpAssessment.evidenceId',
    ]);
    expect(answer.json.problems[1].message).toBe(
      'We do not have the file of evidence 1, page 3 of 3. Upload it with POST /v1/evidence and give its evidenceId here.',
    );
  });

  it("refuses another caller's evidence (hostile) as EVIDENCE_NOT_UPLOADED", async () => {
    const { send } = apiWorld();
    const answer = await send({
      method: 'POST',
      path: referrals,
      caller: 'another',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'key-00000001' },
      body: JSON.stringify(validReferral),
    });
    expect(answer.json.reasons).toEqual(['EVIDENCE_NOT_UPLOADED']);
  });
});

describe('a child at immediate risk', () => {
  it('is answered with whom to call, and that nobody was called', async () => {
    const { submit, alarms } = apiWorld();
    const answer = await submit({ ...validReferral, immediateRisk: true });
    expect(answer.statusCode).toBe(422);
    expect(answer.json).toMatchObject({
      code: 'IMMEDIATE_RISK_DECLARED',
      outcome: 'SAFEGUARDING_STOP',
      reasons: ['IMMEDIATE_RISK_DECLARED'],
      emergencyNumbers: [{ label: 'Children First', number: '01632 960999', hours: 'day and night' }],
    });
    expect(answer.json.message).toContain('This form has called nobody');
    expect(answer.json.message).toContain('01632 960999 (day and night)');
    expect(alarms).toHaveLength(1);
  });

  it('comes before a missing key and before every other problem (malformed fields)', async () => {
    const { post, alarms } = apiWorld();
    const answer = await post(referrals, { immediateRisk: true, postcode: 7 });
    expect([answer.statusCode, answer.json.code]).toEqual([422, 'IMMEDIATE_RISK_DECLARED']);
    expect(alarms).toHaveLength(1);
  });
});
