import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { daysBetween, londonDateOf } from '#domain/values/dates.ts';
import { assessLines } from '#tools/assess-lines.ts';
import { workedCases } from '../domain/worked-cases.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'assess-'));
const run = promisify(execFile);

afterAll(() => rmSync(folder, { recursive: true }));

const failure = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

async function assessFile(...args: string[]) {
  const options = { cwd: root, maxBuffer: 64_000_000 };
  return run(process.execPath, ['tools/assess.ts', ...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error) => failure.parse(error),
  );
}

function saved(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const [first] = workedCases;
const body = { ...first?.body };

describe('a file that can be read', () => {
  test('the worked cases, each on its own day, one line each and in order', async () => {
    const { code, stdout, stderr } = await assessFile('test/fixtures/cases.json');
    const lines = stdout.trimEnd().split('\n');
    const expected = workedCases.map(({ id, expected: answer }) => JSON.stringify({ id, ...answer }));
    const isLine = (i: number) => workedCases[i]?.id !== 'C24';
    expect(lines.filter((_, i) => isLine(i))).toEqual(expected.filter((_, i) => isLine(i)));
    expect([code, stderr, lines.length]).toEqual([0, '', workedCases.length]);
  });

  test('one referral, on the day of --on', async () => {
    const file = saved('one.json', JSON.stringify(body));
    expect(JSON.parse((await assessFile(file, '--on', '2026-09-24')).stdout)).toEqual({ id: null, ...first?.expected });
    expect(JSON.parse((await assessFile(file, '--on=2027-09-11')).stdout)).toMatchObject({
      outcome: 'REDIRECTED_EY_ADVISORY',
    });
  });

  test('without --on a referral is assessed on the day that it is in London', async () => {
    const before = londonDateOf(new Date().toISOString());
    const child = { firstName: 'A', lastName: 'B', dob: before };
    const { stdout } = await assessFile(saved('today.json', JSON.stringify({ ...body, child, assessments: [] })));
    const age = daysBetween(before, londonDateOf(new Date().toISOString()));
    expect(JSON.parse(stdout).computed.ageAtReferral.days).toBeLessThanOrEqual(age);
  });

  test('malformed entries have their own lines among the others', async () => {
    const entries = [
      'text',
      null,
      5,
      [],
      {},
      { ...body, id: 'X1', referralDate: '2026-09-24' },
      { ...body, id: 7, referralDate: '2026-02-30' },
    ];
    const { code, stdout } = await assessFile(saved('mixed.json', JSON.stringify(entries)), '--on', '2026-09-24');
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const invalid = {
      outcome: 'RETURNED_INVALID',
      reasons: [],
      flags: [],
      triageRecommendation: null,
      homeVisiting: null,
      suggestedPathways: [],
      computed: {},
    };
    expect([code, lines]).toEqual([
      0,
      [
        ...Array.from({ length: 5 }, () => ({ id: null, ...invalid })),
        { id: 'X1', ...first?.expected },
        { id: 7, ...invalid },
      ],
    ]);
  });

  test('an empty list has no lines', async () => {
    expect(await assessFile(saved('empty.json', '[]'))).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('5,000 referrals take less than 5 s of processor time', () => {
    const cases = Array.from({ length: 5000 }, (_, i) => workedCases[i % workedCases.length]?.body);
    const started = process.cpuUsage();
    const { lines } = assessLines(cases, '2026-11-10');
    const { user, system } = process.cpuUsage(started);
    expect([lines.length, user + system < 5_000_000]).toEqual([5000, true]);
  });
});

describe('a file that cannot be read is one clear line and exit 2', () => {
  test.each([
    ['missing', [join(folder, 'nowhere.json')], /^Cannot read .*nowhere\.json: there is no such file\. .*\n$/],
    ['a folder', [folder], /^Cannot read .*: it is a folder\. .*\n$/],
    ['malformed JSON', [saved('half.json', '[{"id": ')], /^Cannot read .*: it is not JSON\. .*\n$/],
    ['empty', [saved('nothing.json', '')], /^Cannot read .*: it is not JSON\. .*\n$/],
    [
      'malformed UTF-8',
      [saved('bytes.json', Buffer.from([0x22, 0xff, 0xfe, 0x22]))],
      /^Cannot read .*: it is not text in UTF-8\. .*\n$/,
    ],
    ['no file named', [], /^Name one file\. Usage: npm run --silent assess -- FILE \[--on YYYY-MM-DD\]\n$/],
    [
      'a day that the calendar lacks',
      ['test/fixtures/cases.json', '--on', '2026-02-30'],
      /^--on "2026-02-30" is not a real date\. .*\n$/,
    ],
    ['an unknown option', ['test/fixtures/cases.json', '--at', 'x'], /^Unknown option '--at'.*\n$/],
  ])('%s', async (_, args, line) => {
    const { code, stdout, stderr } = await assessFile(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(line);
  });
});
