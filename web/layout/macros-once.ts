import nunjucks from 'nunjucks';

const { prototype } = nunjucks.Template;
const make = method('getExported');
const made = new WeakMap<object, unknown>();

/**
 * Makes the macros of a template once. They see nothing of who imports them, so they are the same each time. Nunjucks
 * would run the whole template at each import, and a page of questions imports about 100 times.
 */
export function makeMacrosOnce(): void {
  Reflect.set(prototype, 'getExported', function exported(this: object, ...given: readonly unknown[]) {
    const [done] = given;
    // An import "with context" also hands over what the page knows: its macros are made each time.
    if (given.length > 1 || typeof done !== 'function') return Reflect.apply(make, this, given);
    const macros = made.get(this);
    if (macros !== undefined) return done(null, macros);
    const keep = (error: unknown, fresh: unknown) => {
      if (!error) made.set(this, fresh);
      done(error, fresh);
    };
    return Reflect.apply(make, this, [keep]);
  });
}

function method(name: string) {
  const found: unknown = Reflect.get(prototype, name);
  if (typeof found !== 'function') throw new Error(`A template of nunjucks has no ${name}.`);
  return found;
}
