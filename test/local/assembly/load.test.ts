import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Assembly, functionsIn, loadAssembly } from '#local/assembly/load.ts';
import { tinyAssembly } from './tiny-stack.ts';

let folder: string;
let assembly: Assembly;

beforeAll(() => {
  folder = tinyAssembly();
  assembly = loadAssembly(folder, 'http://localhost:8080');
});

const functionNamed = (start: string) => [...assembly.functions.values()].find(({ name }) => name.startsWith(start));

describe('reading a synthesised stack', () => {
  test('a function gets its environment with every reference resolved', () => {
    const serve = functionNamed('Serve');

    expect(serve).toMatchObject({ handler: 'index.handler', timeoutSeconds: 2, memoryMb: 128 });
    expect(serve?.environment).toEqual({
      TABLE: assembly.tables[0]?.name,
      BUCKET: assembly.buckets[0]?.name,
      SECRET: assembly.secrets[0]?.arn,
      MACHINE: assembly.stateMachines[0]?.arn,
      BASE_URL: 'http://localhost:8080',
      TEXT: '{"region":"eu-west-2","account":"000000000000"}',
    });
  });

  test('the bundle of a function is the folder that was staged for it', () => {
    expect(readFileSync(join(functionNamed('Serve')?.folder ?? '', 'index.mjs'), 'utf8')).toContain(
      'export const handler',
    );
  });

  test('a function that nothing calls is left alone', () => {
    expect(functionNamed('NeverCalled')).toBeUndefined();
  });

  test('a function that nothing calls is there where it is named for invoking by hand', () => {
    const template = JSON.parse(readFileSync(join(folder, 'Tiny.template.json'), 'utf8'));
    const names = Object.keys(template.Resources).filter(
      (id) => id.startsWith('NeverCalled') && template.Resources[id].Type === 'AWS::Lambda::Function',
    );

    expect(names).toHaveLength(1);
    expect(loadAssembly(folder, 'http://localhost:8080', names).functions.has(names[0] ?? '')).toBe(true);
  });

  test('the state machine names functions that are there', () => {
    const [machine] = assembly.stateMachines;

    expect(JSON.parse(machine?.definition ?? '')).toMatchObject({ StartAt: 'Do the step' });
    expect(functionsIn(machine?.definition ?? '')).toEqual([functionNamed('Step')?.name]);
  });

  test('a bucket has a name that S3 would take', () => {
    expect(assembly.buckets[0]?.name).toMatch(/^[a-z0-9]{3,63}$/);
  });

  test('routes carry their path, their function and whether they ask for a key', () => {
    const routes = assembly.api?.routes.map(
      ({ method, resource, apiKeyRequired }) => `${method} ${resource} ${apiKeyRequired}`,
    );

    expect(routes?.sort()).toEqual([
      'ANY / false',
      'ANY /v1/{proxy+} true',
      'ANY /{proxy+} false',
      'GET /v1/things/{id} true',
    ]);
    expect(assembly.api?.stage).toBe('live');
    expect(assembly.api?.responses.get('REQUEST_TOO_LARGE')).toEqual({
      status: 413,
      templates: { 'application/json': '{"problems":["too large"]}' },
      headers: { 'Cache-Control': 'no-store' },
    });
    expect(assembly.api?.binaryMediaTypes).toEqual(['multipart/form-data']);
  });

  test('rules carry their schedule or pattern and the function they call', () => {
    const sweep = functionNamed('Sweep')?.name;

    expect(assembly.rules).toMatchObject([
      { schedule: 'rate(1 minute)', targets: [{ functionName: sweep }] },
      { pattern: { source: ['aws.ses'] }, targets: [{ functionName: sweep }] },
    ]);
  });

  test('the same stack gives the same names on every reading', () => {
    const again = loadAssembly(folder, 'http://localhost:9090');

    expect([...again.functions.keys()]).toEqual([...assembly.functions.keys()]);
    expect(again.tables.map(({ name }) => name)).toEqual(assembly.tables.map(({ name }) => name));
  });
});

describe('a stack in which AWS would not invoke a function', () => {
  test.each([
    ['EveryMinute', 'events.amazonaws.com', /^No permission lets EveryMinute\w+ invoke Sweep\w+, so AWS would not\.$/],
    ['Api', 'apigateway.amazonaws.com', /^No permission lets (ANY|GET) \/\S* invoke Serve\w+, so AWS would not\.$/],
  ])('is refused naming what invokes it: %s', (start, principal, message) => {
    const broken = tinyAssembly();
    const file = join(broken, 'Tiny.template.json');
    const template = JSON.parse(readFileSync(file, 'utf8'));
    for (const [id, { Type, Properties }] of Object.entries<{ Type: string; Properties: { Principal?: string } }>(
      template.Resources,
    )) {
      const isIts = Type === 'AWS::Lambda::Permission' && id.startsWith(start) && Properties.Principal === principal;
      if (isIts) delete template.Resources[id];
    }
    writeFileSync(file, JSON.stringify(template));

    expect(() => loadAssembly(broken, 'http://localhost:8080')).toThrow(message);
  });
});

describe('a stack that the embedded run cannot serve', () => {
  test('is refused naming the resource and the property of the reference that leads nowhere', () => {
    const broken = tinyAssembly();
    const file = join(broken, 'Tiny.template.json');
    const template = JSON.parse(readFileSync(file, 'utf8'));
    const id =
      Object.keys(template.Resources).find(
        (name) => name.startsWith('Serve') && template.Resources[name].Type === 'AWS::Lambda::Function',
      ) ?? '';
    template.Resources[id].Properties.Environment.Variables.TABLE = { 'Fn::ImportValue': 'elsewhere' };
    writeFileSync(file, JSON.stringify(template));

    expect(() => loadAssembly(broken, 'http://localhost:8080')).toThrow(
      `${id}.Environment.Variables.TABLE: it uses Fn::ImportValue, which the embedded run cannot resolve.`,
    );
  });

  test('is refused when the folder holds no assembly', () => {
    expect(() => loadAssembly('/nowhere', 'http://localhost:8080')).toThrow(
      '/nowhere/manifest.json cannot be read; run npm run synth.',
    );
  });
});
