import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { referralSchema } from '#domain/referral/schema.ts';
import { acceptedSchema, evidenceAnswerSchema, refusalSchema, statusViewSchema } from '#web/api/answers.ts';
import { evidenceRequestSchema } from '#web/api/evidence-request.ts';
import { apiWorld, validReferral } from './world.ts';

const described = z.object({
  openapi: z.string(),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        responses: z.record(z.string(), z.unknown()),
        requestBody: z
          .object({
            content: z.object({
              'application/json': z.object({ examples: z.record(z.string(), z.object({ value: z.unknown() })) }),
            }),
          })
          .optional(),
      }),
    ),
  ),
  components: z.object({
    schemas: z.record(z.string(), z.looseObject({})),
    securitySchemes: z.object({
      apiKey: z.object({ type: z.literal('apiKey'), in: z.literal('header'), name: z.literal('x-api-key') }),
    }),
  }),
});

async function description(baseUrl = 'http://localhost:8080') {
  return described.parse((await apiWorld(baseUrl).send({ path: '/v1/openapi.json' })).json);
}

describe('GET /v1/openapi.json', () => {
  it.each(['http://localhost:8080', 'https://x.example/live'])(
    'is OpenAPI 3.1 for the base URL %s',
    async (baseUrl) => {
      const document = await description(baseUrl);
      expect(document.openapi).toBe('3.1.0');
      expect(document.servers).toEqual([{ url: baseUrl }]);
    },
  );

  it('points only at schemas that are there', async () => {
    const document = await description();
    const text = JSON.stringify(document) + JSON.stringify((await apiWorld().send({ path: '/v1/openapi.json' })).json);
    const names = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(names)]));
  });

  it('describes the referral with the fields of the schema that checks it', async () => {
    const { components } = await description();
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(components.schemas.Referral?.properties))).toEqual(
      Object.keys(referralSchema.shape),
    );
  });

  it('gives examples that the schemas themselves accept', async () => {
    const { paths } = await description();
    const example = (path: string) =>
      Object.values(paths[path]?.post?.requestBody?.content['application/json'].examples ?? {}).map(
        ({ value }) => value,
      );
    const [referral] = example('/v1/referrals');
    const [evidence] = example('/v1/evidence');
    expect(referralSchema.safeParse(referral).success).toBe(true);
    expect(evidenceRequestSchema.safeParse(evidence).success).toBe(true);
  });

  it('describes every route and status that is answered, each in the described form', async () => {
    const { paths } = await description();
    const { submit, post, send, evidence } = apiWorld();
    const accepted = await submit(validReferral);
    const asked = await post('/v1/evidence', { fileName: 'a.pdf', contentType: 'application/pdf', bytes: 1 });
    const followed = await send({ path: `/v1/referrals/${accepted.json.reference}` });
    expect(acceptedSchema.safeParse(accepted.json).success).toBe(true);
    expect(evidenceAnswerSchema.safeParse(asked.json).success).toBe(true);
    expect(statusViewSchema.safeParse(followed.json).success).toBe(true);

    const post1 = (body: string, headers: Record<string, string>) => post('/v1/referrals', body, headers);
    const refusals = [
      await post1('{', {}),
      await post1('x'.repeat(70_000), {}),
      await post1('{}', { 'Content-Type': 'text/plain' }),
      await submit({}),
      await submit({ immediateRisk: true }),
      await send({ method: 'PUT', path: '/v1/referrals' }),
      await send({
        method: 'POST',
        path: '/v1/referrals',
        headers: { 'content-type': 'application/json' },
        body: '{}',
        caller: '',
      }),
    ];
    for (const { statusCode, json } of refusals) {
      expect(Object.keys(paths['/v1/referrals']?.post?.responses ?? {})).toContain(String(statusCode));
      expect(refusalSchema.safeParse(json).success).toBe(true);
    }
    expect(refusals.map(({ statusCode }) => statusCode)).toEqual([400, 413, 415, 422, 422, 405, 401]);
    expect(evidence.forms).toHaveLength(1);
    expect(Object.keys(paths)).toEqual([
      '/v1/evidence',
      '/v1/referrals',
      '/v1/referrals/{reference}',
      '/v1/openapi.json',
    ]);
  });
});
