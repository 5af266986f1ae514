import * as z from 'zod';

/** What dependency-cruiser reports, as far as it is drawn. */
export const modulesSchema = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
});
export type Modules = z.infer<typeof modulesSchema>['modules'];

/** In the order in which a request meets them. `tools`, `test` and `bench` may import everything, so they are not drawn. */
const ROOMS: Readonly<Record<string, string>> = {
  bin: 'bin<br>reads the environment once',
  lib: 'lib<br>the stack',
  functions: 'functions<br>Lambda entry points',
  web: 'web<br>pages and API',
  application: 'application<br>use cases',
  adapters: 'adapters<br>AWS behind ports',
  domain: 'domain<br>rules and records',
  local: 'local<br>the embedded AWS',
};
const PACKAGES: Readonly<Record<string, string>> = { 'aws-cdk-lib': 'AWS CDK', '@aws-sdk': 'AWS SDK' };

/** The page with the picture of the rooms, an arrow for each room that imports another; the same text for the same imports. */
export function roomsPage(modules: Modules): string {
  const arrows = modules.flatMap(({ source, dependencies }) =>
    dependencies.flatMap(({ resolved }) => arrow(roomOf(source), nodeOf(resolved))),
  );
  const boxes = Object.entries(ROOMS).map(([room, label]) => `  ${room}["${label}"]`);
  const packages = Object.values(PACKAGES).map((name) => `  ${idOf(name)}(["${name}"])`);
  return `# Which room imports which

Drawn from the imports of the sources by \`npm run draw-rooms\`. \`.dependency-cruiser.js\` says what each room may import, and why.
\`tools/\`, \`test/\` and \`bench/\` may import everything and are left out.

\`\`\`mermaid
flowchart TD
${[...boxes, ...packages, ...[...new Set(arrows)].toSorted()].join('\n')}
\`\`\`
`;
}

function arrow(from: string | undefined, to: string | undefined): string[] {
  return from === undefined || to === undefined || from === to ? [] : [`  ${from} --> ${to}`];
}

function roomOf(path: string): string | undefined {
  const [room = ''] = path.split('/');
  return room in ROOMS ? room : undefined;
}

function nodeOf(path: string): string | undefined {
  const [, name = ''] = /(?:^|\/)node_modules\/([^/]+)/.exec(path) ?? [];
  const title = PACKAGES[name];
  return title === undefined ? roomOf(path) : idOf(title);
}

const idOf = (title: string) => title.toLowerCase().replaceAll(' ', '-');
