import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { hashOfSources, isCurrent, removeMark, writeMark } from '#local/assembly-mark.ts';

/** Every room of the sources, as the type checker is told them. */
const rooms = z.object({ include: z.array(z.string()) });

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'small-steps-marked-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ['lib', 'config', 'out/asset.1']) mkdirSync(join(root, folder), { recursive: true });
  write('lib/stack.ts', 'one');
  write('config/deploy.json', JSON.stringify({ serviceName: 'One', theme: { colour: '#000000', logo: 'logo.svg' } }));
  write('config/logo.svg', '<svg/>');
  write('out/manifest.json', '{}');
  write('out/asset.1/index.mjs', 'export {}');
});

const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const out = () => join(root, 'out');
const sources = (config = 'config/deploy.json') => hashOfSources(root, join(root, config));
const current = (checked = false) => isCurrent(out(), { from: sources(), checked });

describe('an assembly', () => {
  test('is current while nothing has changed', () => {
    writeMark(out(), { from: sources(), checked: false });

    expect(current()).toBe(true);
  });

  test.each<[string, () => void]>([
    ['a source', () => write('lib/stack.ts', 'two')],
    ['the configuration', () => write('config/deploy.json', '{"serviceName":"Two"}')],
    ['the logo that the configuration names', () => write('config/logo.svg', '<svg id="two"/>')],
    ['the manifest, by another command', () => write('out/manifest.json', '{"other":1}')],
    ['a template, which is new', () => write('out/Other.template.json', '{}')],
    ['a bundle, which was torn', () => write('out/asset.1/index.mjs', 'exp')],
    ['a bundle, which is gone', () => rmSync(join(root, 'out/asset.1'), { recursive: true })],
    ['the mark, which is malformed', () => write('out/small-steps.mark', '{')],
    ['the mark, which is gone', () => removeMark(out())],
  ])('is no longer current after a change of %s', (_what, change) => {
    writeMark(out(), { from: sources(), checked: true });

    change();

    expect(current()).toBe(false);
  });

  const { include } = rooms.parse(JSON.parse(readFileSync(new URL('../../../tsconfig.json', import.meta.url), 'utf8')));
  const notDeployed = ['local', 'tools', 'bench', 'test'];

  test.each(include.filter((room) => !notDeployed.includes(room)))(
    'is no longer current after a new file in %s/',
    (room) => {
      writeMark(out(), { from: sources(), checked: true });

      mkdirSync(join(root, room), { recursive: true });
      write(`${room}/new.ts`, 'one');

      expect(current()).toBe(false);
    },
  );

  test('is not current for another configuration', () => {
    write('config/other.json', '{"serviceName":"Other"}');
    writeMark(out(), { from: sources(), checked: true });

    expect(isCurrent(out(), { from: sources('config/other.json'), checked: false })).toBe(false);
  });

  test("made without CloudFormation's own rules is not current for a deployment, and the other way round it is", () => {
    writeMark(out(), { from: sources(), checked: false });
    const unchecked = current(true);
    writeMark(out(), { from: sources(), checked: true });

    expect([unchecked, current(false)]).toEqual([false, true]);
  });
});
