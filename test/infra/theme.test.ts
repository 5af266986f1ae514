import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDeployConfig, serviceConfigJson } from '#lib/config.ts';
import { exampleConfig } from './synthesised.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'small-steps-logo-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const parse = (theme: unknown) =>
  parseDeployConfig(JSON.stringify({ ...exampleConfig, theme }), join(folder, 'deploy.json'));
const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;
function withFile(name: string, content: string | Buffer) {
  writeFileSync(join(folder, name), content);
  return () => parse({ colour: '#23515b', logo: name });
}

describe("a council's colour", () => {
  it.each(['#767676', '#23515b', '#1D4F7C', '#000000'])('%s is taken: white can be read on it', (colour) => {
    expect(parse({ colour }).theme?.colour).toBe(colour);
  });

  it.each([
    ['#777777', '4.47'],
    ['#ffdd00', '1.34'],
    ['#ffffff', '1'],
  ])('%s is refused as too pale, with its contrast', (colour, ratio) => {
    expect(() => parse({ colour })).toThrow(
      `theme.colour: is too pale: the white words on it have a contrast of ${ratio}:1 and need 4.5:1. Take a darker one`,
    );
  });

  it.each(['green', '#123', '#12345g', 'red;}body{display:none'])('a malformed %s is refused', (colour) => {
    expect(() => parse({ colour })).toThrow('theme.colour: must be a colour such as #23515b');
  });
});

describe("a council's logo", () => {
  it('is read beside the configuration, and functions are told a name that changes with its content', () => {
    const one = withFile('logo.svg', svg('<path d="M0 0h9v9z"/>'))();
    const other = withFile('logo.svg', svg('<path d="M0 0h8v8z"/>'))();

    expect(one.logo?.svg).toContain('M0 0h9v9z');
    expect(JSON.parse(serviceConfigJson(one)).theme).toEqual({ colour: '#23515b', logo: one.logo?.name });
    expect(one.logo?.name).toMatch(/^logo-[0-9a-f]{12}\.svg$/);
    expect(one.logo?.name).not.toBe(other.logo?.name);
  });

  it('may be a PNG, which is served inside an SVG of its size', () => {
    const header = Buffer.from('89504e470d0a1a0a0000000d49484452000000780000003008060000', 'hex');
    const { logo } = withFile('logo.png', header)();

    expect(logo?.svg).toContain('width="120" height="48" viewBox="0 0 120 48"');
    expect(logo?.svg).toContain(`href="data:image/png;base64,${header.toString('base64')}"`);
  });

  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a script under another prefix', svg('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>')],
    ['a handler', svg('<path onload="alert(1)"/>')],
    ['a handler without a space before it', svg('<path d=""onload="alert(1)"/>')],
    ['a style sheet', svg('<style>path{fill:#fff}</style>')],
    ['a style attribute', svg('<path style="fill:#fff"/>')],
    ['a style attribute on a line of its own', svg("<path\nstyle = 'fill:#fff'/>")],
    ['a style sheet from elsewhere', svg('<link rel="stylesheet"/>')],
    ['a picture from elsewhere', svg('<image href="https://elsewhere.example/x.png"/>')],
    ['a picture from elsewhere, by its older name', svg('<image xlink:href="//elsewhere.example/x.png"/>')],
    ['a picture that is an SVG of its own', svg('<image href="data:image/svg+xml,&lt;svg/>"/>')],
    ['a colour from elsewhere', svg('<path fill="url(https://elsewhere.example/x.svg#a)"/>')],
    ['a web page inside', svg('<foreignObject/>')],
    ['an entity', `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`],
  ])('with %s is refused (hostile)', (_what, content) => {
    expect(withFile('bad.svg', content)).toThrow(/theme\.logo: .*bad\.svg/);
  });

  it.each([
    ['a colour of its own', svg('<linearGradient id="a"/><path fill="url(#a)" font-style="italic"/><use href="#b"/>')],
    ['a picture in it', svg('<image href="data:image/png;base64,iVBO"/>')],
  ])('with %s is taken', (_what, content) => {
    expect(withFile('good.svg', content)().logo?.svg).toBe(content);
  });

  it.each([
    ['neither an SVG nor a PNG', 'logo.svg', 'GIF89a', 'is neither an SVG nor a PNG'],
    ['over 40 KB', 'large.svg', svg('x'.repeat(40_000)), 'every visitor loads it: 40000 at most'],
  ])('%s is refused (malformed)', (_what, name, content, message) => {
    expect(withFile(name, content)).toThrow(message);
  });

  it('that is not there is refused, with where it was looked for', () => {
    expect(() => parse({ colour: '#23515b', logo: 'none.svg' })).toThrow('none.svg cannot be read');
  });

  it('outside the folder of the configuration is refused (hostile)', () => {
    expect(() => parse({ colour: '#23515b', logo: 'a/../../secret.svg' })).toThrow('theme.logo: must not lead out');
  });
});
