import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { codeInWords } from '#web/components/record/words.ts';
import { stopInWords } from '#web/console/stop-words.ts';

const runbook = readFileSync('docs/runbook.md', 'utf8');
const article = runbook.slice(runbook.indexOf('## cases-parked'), runbook.indexOf('## oldest-untriaged'));
const rows = article.split('\n').filter((line) => line.startsWith('| `'));
const codes = rows.flatMap((line) =>
  [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code),
);

it('says of each error that the runbook explains what it means, beside its code', () => {
  expect(codes).toContain('Runtime.ExitError');
  expect(
    codes.filter((code) => stopInWords(code) === codeInWords(code) || !stopInWords(code).endsWith(`(${code})`)),
  ).toEqual([]);
});

it('leaves the name of an error as it is, so that it can be searched for', () => {
  expect(stopInWords('Lambda.Unknown')).toBe('Lambda.Unknown');
});
