/**
 * The content of each element of this name, for answers of AWS that are XML alone. An element must not hold another of its
 * own name.
 */
export function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(([, content = '']) =>
    plain(content),
  );
}

function plain(content: string): string {
  if (content.includes('<')) return content;
  return content
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
