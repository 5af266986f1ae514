/** A form as a browser reads it: where it goes, what it holds already, and the names of everything that can be filled in. */
export type Form = { action: string; method: string; hidden: Record<string, string>; names: readonly string[] };

/** The forms of a page, in order. */
export function formsIn(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, attributes = '', content = '']) => {
    const controls = [...content.matchAll(/<(?:input|textarea|select)\b([^>]*)>/g)].map(([, found = '']) => found);
    const hidden = controls.filter((control) => attribute(control, 'type') === 'hidden');
    return {
      action: attribute(attributes, 'action'),
      method: attribute(attributes, 'method'),
      hidden: Object.fromEntries(hidden.map((control) => [attribute(control, 'name'), attribute(control, 'value')])),
      names: controls.map((control) => attribute(control, 'name')),
    };
  });
}

/** The main heading of a page, as text; the beginning of an answer that has none. */
export function headingOf(html: string): string {
  const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? html.slice(0, 200);
  return readable(heading.replace(/<[^>]+>/g, '')).trim();
}

function attribute(tag: string, name: string): string {
  return readable(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

const entities: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', '#39': "'", amp: '&' };

function readable(text: string): string {
  return text.replace(/&(quot|lt|gt|#39|amp);/g, (_all, name: string) => entities[name] ?? '');
}
