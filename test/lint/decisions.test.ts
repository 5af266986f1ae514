import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../docs/decisions/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const records = readdirSync(folder).filter((file) => file !== 'README.md');

describe('decision records', () => {
  test('are numbered without a gap and without the same number twice', () => {
    expect(records.map((file) => Number(file.slice(0, 5).replace(/-$/, '')))).toEqual(records.map((_, n) => n + 1));
  });

  test.each(records)('%s has a status, a date and the four sections in order', (file) => {
    const page = read(file);
    expect(page).toMatch(/^# .+\n\nStatus: (accepted|superseded by \d{4})\. Date: \d{1,2} [A-Z][a-z]+ \d{4}\.\n/);
    expect([...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
      'Context',
      'Decision',
      'Rejected',
      'Consequences',
    ]);
  });

  test.each(records)('%s stands in the index under its number and title', (file) => {
    const title = read(file).split('\n', 1)[0]?.slice(2);
    expect(read('README.md')).toContain(`| ${file.slice(0, 4)} | [${title}](${file}) |`);
  });
});
