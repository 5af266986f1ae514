import { expect, test } from 'vitest';
import { readSettings } from '#tools/verify/settings.ts';

test('a table alone is verified by its chains; with bucket and key also by its seals', () => {
  expect(readSettings({}, ['Records'])).toMatchObject({ tableName: 'Records', sealed: undefined });
  expect(readSettings({ seals: 'bucket', key: 'arn', region: 'eu-west-2' }, ['Records'])).toEqual({
    tableName: 'Records',
    sealed: { bucket: 'bucket', keyId: 'arn' },
    records: { region: 'eu-west-2' },
    seals: { region: 'eu-west-2' },
  });
});

test('a service on this machine is named by its address', () => {
  expect(readSettings({ local: 'http://localhost:8080' }, [])).toEqual({ local: 'http://localhost:8080' });
});

test.each([
  ['no table', {}, [], 'Name one table'],
  ['two tables', {}, ['One', 'Other'], 'Name one table'],
  ['a table beside an address', { local: 'http://localhost:8080' }, ['Records'], 'Name one table'],
  ['a bucket without its key', { seals: 'bucket' }, ['Records'], 'Name both bucket and key'],
  ['a key without its bucket', { key: 'arn' }, ['Records'], 'Name both bucket and key'],
])('%s is refused with the usage', (_what, values, positionals, why) => {
  expect(() => readSettings(values, positionals)).toThrow(new RegExp(`^${why}[^]*Usage: npm run`));
});
