import nunjucks from 'nunjucks';

const loader = new nunjucks.FileSystemLoader(['web', 'node_modules/govuk-frontend/dist']);
const environment = new nunjucks.Environment(loader, {
  autoescape: true,
  throwOnUndefined: true,
  trimBlocks: true,
  lstripBlocks: true,
});

/** What a macro writes, given the text of a template that uses it. Without blank lines, which a browser does not see. */
export function written(template: string, data: object): string {
  return environment
    .renderString(template, data)
    .replace(/\n\s*\n/g, '\n')
    .trim();
}
