import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { suggestBand } from '#domain/lists/band.ts';
import { fileOf } from '#domain/referral/document/file-bytes.ts';
import { recognise } from '#domain/referral/document/recognise.ts';
import { assess } from '#domain/rules/assessment.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { expectedLists, sample } from '#tools/demo/sample/all.ts';
import type { SampleReferral } from '#tools/demo/sample/sample.ts';

const files = new URL('../../../../tools/demo/files/', import.meta.url);
const bodyOf = ({ body, documents }: SampleReferral) => ({ ...body, evidence: documents.map(({ item }) => item) });

/**
 * What the rules alone must say of a referral that ends like this. What the triage team decides goes through triage.
 */
function outcomeByRules({ ends }: SampleReferral): string {
  if ('refused' in ends) return ends.refused === 'IMMEDIATE_RISK_DECLARED' ? 'SAFEGUARDING_STOP' : ends.refused;
  return /^(NOT_ACCEPTED_|REDIRECTED_|OUT_OF_SCOPE)/.test(ends.outcome) ? ends.outcome : 'TRIAGE';
}

describe('the sample of the demonstration', () => {
  test.each(sample.map((one) => [one.name, one] as const))('"%s" leads where it says by the rules', (_name, one) => {
    const sentOn = one.acts[0]?.at.slice(0, 10) ?? '';

    const { outcome, problems } = assess(bodyOf(one), sentOn, defaultPolicy);

    expect({ outcome, problems: outcome === 'RETURNED_INVALID' ? [] : problems }).toEqual({
      outcome: outcomeByRules(one),
      problems: [],
    });
  });

  test.each([
    ['Letter without developmental ages', null],
    ['Wide delay', 1],
    ['Delay in two areas', 2],
    ['Delay in three areas, no email home', 2],
  ])('gives "%s" the band %s, so that a list shows different and equal ones', (name, band) => {
    const one = sample.find((candidate) => candidate.name === name);
    if (!one) throw new Error(`There is no "${name}" in the sample.`);
    const { physicalDevelopmentSignificantlyAffected, diagnosis = null } = one.body;
    const { computed } = assess(bodyOf(one), '2026-09-24', defaultPolicy);

    expect(suggestBand(computed, { diagnosis, physicalDevelopmentSignificantlyAffected }, defaultPolicy)).toBe(band);
  });

  test('is about no one: numbers, addresses and postcodes are from ranges that no one has', () => {
    for (const { body } of sample) {
      expect(body.child.nhsNumber ?? '9990000000').toMatch(/^999\d{7}$/);
      expect(body.postcode).toMatch(/ 9ZZ$/);
      for (const person of [body.referrer, ...body.family.parents]) {
        expect(person.email ?? 'nobody@example.org').toMatch(/@example\.org$/);
        expect(person.phone).toMatch(/^01632 960\d{3}$/);
      }
    }
  });

  test('tells its referrals, their mailboxes and their children apart, but for the one that is a duplicate', () => {
    const children = sample.map(({ body }) => JSON.stringify(body.child));

    expect(new Set(sample.map(({ name }) => name)).size).toBe(sample.length);
    expect(new Set(sample.map(({ body }) => body.referrer.email)).size).toBe(sample.length);
    expect(new Set(children).size).toBe(sample.length - 1);
  });

  test('expects exactly those on lists that it says end on one', () => {
    const listed = sample.filter(({ ends }) => 'status' in ends && ends.status === 'ON_WAITING_LIST');

    expect(expectedLists.flatMap(({ names }) => names).toSorted()).toEqual(listed.map(({ name }) => name).toSorted());
  });
});

describe('the files of the demonstration', () => {
  const used = [...new Set(sample.flatMap(({ documents }) => documents.map(({ file }) => file)))];
  const types: Readonly<Record<string, string>> = {
    '.pdf': 'application/pdf',
    '.png': 'image/png',
    '.jpg': 'image/jpeg',
    '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  };

  test('are all used, and one of each permitted type is among them', () => {
    expect(readdirSync(files).toSorted()).toEqual(used.toSorted());
    expect(new Set(used.map((file) => extname(file)))).toEqual(new Set(Object.keys(types)));
  });

  test.each(used)('%s is what its name says, whole to its end', async (file) => {
    const bytes = readFileSync(new URL(file, files));
    const ends = { '.pdf': '%%EOF\n', '.png': 'IEND\xaeB`\x82', '.jpg': '\xff\xd9', '.docx': '' };
    const end = Object.entries(ends).find(([type]) => type === extname(file))?.[1] ?? '?';

    expect(await recognise(fileOf(bytes))).toEqual({ kind: 'DOCUMENT', contentType: types[extname(file)] });
    expect(bytes.toString('latin1').endsWith(end)).toBe(true);
  });

  test.each(used.filter((file) => extname(file) === '.pdf'))('%s names the true place of each object', (file) => {
    const text = readFileSync(new URL(file, files), 'latin1');
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    const places = [...text.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map(([, place]) => Number(place));

    expect(text.slice(start)).toMatch(/^xref\n/);
    expect(places.map((place) => text.slice(place).split(' ')[0])).toEqual(places.map((_, i) => String(i + 1)));
  });
});
