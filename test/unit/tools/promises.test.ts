import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { everyEmail } from '#tools/readability/emails.ts';
import { everyPage } from '#tools/readability/pages.ts';
import { promisesIn } from '#tools/readability/promises.ts';

const root = new URL('../../../', import.meta.url);
const lines = readFileSync(new URL('docs/promises.md', root), 'utf8').split('\n');
const listed = lines.flatMap((line) => /^- "(.*)"$/.exec(line)?.[1] ?? []);
const made = promisesIn([...everyEmail(), ...(await everyPage())]);

describe('docs/promises.md', () => {
  it('lists each promise of an email, letter or page to families and referrers', () => {
    expect(made.filter((promise) => !listed.includes(promise))).toEqual([]);
  });

  it('lists none that no text makes any more, and none twice', () => {
    expect(listed.filter((promise) => !made.includes(promise))).toEqual([]);
    expect(listed).toHaveLength(new Set(listed).size);
  });

  it('says of each group who keeps it and which test proves it, and both are there', () => {
    const groups = lines.filter((line) => line.startsWith('## '));
    const named = lines.flatMap((line) => /^Kept by (.*)\. Proved by (.*)\.$/.exec(line) ?? []);
    expect(named).toHaveLength(groups.length * 3);
    const files = lines
      .filter((line) => line.startsWith('Kept by '))
      .flatMap((line) => line.match(/[\w-]+\/[\w./-]*\w/g) ?? []);
    expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  });
});

test('a promise is found with its dates, references and addresses left out', () => {
  const blocks = ['We will email robin@example.org by 2 October 2026. Call us.', 'Someone reads 9T4KX2MWRGC.'];
  expect(promisesIn([{ name: 'ACKNOWLEDGEMENT', kind: 'email', blocks }])).toEqual(['We will email … by ….']);
});

test('what only staff or another service read is no promise to a family', () => {
  expect(promisesIn([{ name: 'TEAM_LISTED', kind: 'email', blocks: ['We will email the referrer.'] }])).toEqual([]);
});
