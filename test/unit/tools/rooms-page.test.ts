import { expect, test } from 'vitest';
import { type Modules, roomsPage } from '#tools/draw-rooms/rooms-page.ts';

const file = (source: string, ...imports: string[]): Modules[number] => ({
  source,
  dependencies: imports.map((resolved) => ({ resolved })),
});
const arrowsIn = (modules: Modules) => roomsPage(modules).match(/^ {2}\S+ --> \S+$/gm) ?? [];

test('a room that imports another has one arrow to it, however many files do', () => {
  const modules = [
    file('web/a.ts', 'domain/x.ts', 'domain/y.ts', 'web/b.ts'),
    file('web/b.ts', 'domain/x.ts'),
    file('adapters/s3.ts', 'node_modules/@aws-sdk/client-s3/index.js', 'node_modules/zod/index.js'),
    file('lib/app.ts', 'node_modules/aws-cdk-lib/index.js', 'functions/env.ts'),
  ];

  expect(arrowsIn(modules)).toEqual([
    '  adapters --> aws-sdk',
    '  lib --> aws-cdk',
    '  lib --> functions',
    '  web --> domain',
  ]);
});

test('rooms that may import everything are left out', () => {
  expect(arrowsIn([file('tools/a.ts', 'domain/x.ts'), file('test/b.ts', 'tools/a.ts')])).toEqual([]);
});

test('the same imports in another order are drawn alike', () => {
  const modules = [file('web/a.ts', 'domain/x.ts'), file('bin/b.ts', 'lib/c.ts')];

  expect(roomsPage(modules.toReversed())).toBe(roomsPage(modules));
});
