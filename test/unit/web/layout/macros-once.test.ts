import nunjucks from 'nunjucks';
import { describe, expect, test } from 'vitest';
import { makeMacrosOnce } from '#web/layout/macros-once.ts';

const TEMPLATES: Record<string, string> = {
  'macros.njk': '{% set ran = run() %}{% macro greet(name) %}Hello {{ name }}{{ whose }}{% endmacro %}',
  'page.njk': '{% from "macros.njk" import greet %}{{ greet("Sam") }}, {{ greet("<b>") }}',
  'module.njk': '{% import "macros.njk" as macros %}{{ macros.greet("Bea") }}',
};

function environment() {
  makeMacrosOnce();
  const loader = { getSource: (name: string) => ({ src: TEMPLATES[name] ?? '', path: name, noCache: false }) };
  const made = new nunjucks.Environment(Object.assign(new nunjucks.Loader(), loader), { autoescape: true });
  let runs = 0;
  made.addGlobal('run', () => {
    runs += 1;
  });
  return { render: (name: string, data = {}) => made.render(name, data), runs: () => runs };
}

describe('the macros of a template', () => {
  test('are made once, however many pages import them', () => {
    const { render, runs } = environment();

    for (const _ of [1, 2]) expect(render('page.njk')).toBe('Hello Sam, Hello &lt;b&gt;');
    expect(render('module.njk')).toBe('Hello Bea');
    expect(runs()).toBe(1);
  });

  test('see nothing of who imports them', () => {
    const { render } = environment();

    for (const whose of [' of one', ' of another']) expect(render('page.njk', { whose })).toContain('Hello Sam,');
  });
});
