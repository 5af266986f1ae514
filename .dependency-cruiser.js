// Which room may import which. `npm run imports` holds the sources against it, `npm run draw-rooms` draws it.
// Each rule names what a room may import and refuses everything else of ours, so a new room is refused until it stands here.

const ROOMS = 'bin|lib|functions|application|domain|adapters|web|local|tools|bench|test';
const OURS = `^(${ROOMS})/`;
const ENTRY_POINTS = '^functions/[^/]+\\.lambda\\.ts$';
const HTTP_HANDLER = '^functions/http[a-z-]*\\.ts$';
const HASHES = '^domain/(values/(hash|reference)|referral/document/pdf-password)\\.ts$';
const UNPACKS = '^domain/referral/document/zip\\.ts$';
const NODE_CRYPTO = '^(node:)?crypto$';
const NODE_ZLIB = '^(node:)?zlib$';
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

/** The files of `from` import these of ours and no others. */
function importsOnly(name, from, allowed, comment) {
  return { name, comment, severity: 'error', from, to: { path: OURS, pathNot: allowed } };
}

/** What matches `to` is imported by nothing but the rooms that `from` leaves out. */
function keptFrom(name, from, to, comment) {
  return { name, comment, severity: 'error', from, to };
}

export default {
  forbidden: [
    importsOnly(
      'domain-imports-itself',
      { path: '^domain/' },
      ['^domain/'],
      'Rules are read and tested without a page, a table or a workflow. Give what they need as an argument or a port.',
    ),
    keptFrom(
      'domain-imports-zod-only',
      { path: '^domain/' },
      { path: '.', pathNot: [OURS, npm('zod'), NODE_CRYPTO, NODE_ZLIB] },
      'A rule that reads files, the network or the environment is no rule. Pass the value in.',
    ),
    keptFrom(
      'domain-hashes-in-named-files',
      { path: '^domain/', pathNot: HASHES },
      { path: NODE_CRYPTO },
      'node:crypto makes random ids too, which are passed in. Only the files that hash or decrypt may import it.',
    ),
    keptFrom(
      'domain-unpacks-in-one-file',
      { path: '^domain/', pathNot: UNPACKS },
      { path: NODE_ZLIB },
      'What is unpacked can be far larger than what came. Only the file that sets a limit may import node:zlib.',
    ),
    importsOnly(
      'application-imports-domain',
      { path: '^application/' },
      ['^(application|domain)/'],
      'A use case takes adapters through the ports of domain/, so that its tests pass doubles and no AWS client.',
    ),
    keptFrom(
      'application-imports-zod-only',
      { path: '^application/' },
      { path: '.', pathNot: [OURS, npm('zod')] },
      'What a use case does to the outside is a port. That way it runs the same in a Lambda, in a test and here.',
    ),
    importsOnly(
      'adapters-import-domain',
      { path: '^adapters/' },
      ['^(adapters|domain)/'],
      'An adapter fulfils a port of domain/. One that calls a use case or a page would turn the arrows round.',
    ),
    importsOnly(
      'web-imports-application',
      { path: '^web/' },
      ['^(web|application|domain)/'],
      'A page calls use cases and shows records. Its stores arrive through the entry point, so a page runs on doubles.',
    ),
    importsOnly(
      'entry-points-wire',
      { path: ENTRY_POINTS },
      ['^(functions|web|application|adapters|domain)/'],
      'An entry point wires what is deployed: nothing of the stack, of this machine or of the tests.',
    ),
    importsOnly(
      'handlers-import-application',
      { path: '^functions/', pathNot: [ENTRY_POINTS, HTTP_HANDLER] },
      ['^(functions|application|domain)/'],
      'Every function loads these few files. An adapter or a page in one of them would be in every bundle.',
    ),
    importsOnly(
      'http-handlers-import-messages',
      { path: HTTP_HANDLER },
      ['^(functions|application|domain)/', '^web/http/'],
      'These turn an event of AWS into the messages of web/http. Pages arrive through the entry point, as a service.',
    ),
    keptFrom(
      'no-one-imports-an-entry-point',
      { pathNot: '^test/' },
      { path: ENTRY_POINTS },
      'Loading an entry point reads the environment and opens clients. Move what is shared to the room that owns it.',
    ),
    importsOnly(
      'lib-imports-names',
      { path: '^lib/' },
      ['^lib/', '^functions/env\\.ts$', '^domain/'],
      'The stack must agree with the code on names only: of variables in env.ts, of indexes and codes in domain/.',
    ),
    importsOnly(
      'bin-imports-lib',
      { path: '^bin/' },
      ['^(bin|lib)/'],
      'bin/ reads the environment once and hands a typed configuration to the one stack.',
    ),
    importsOnly(
      'local-imports-nothing-of-ours',
      { path: '^local/' },
      ['^local/'],
      'The embedded AWS knows the template and no more: what it needs of the product stands in the template as metadata.',
    ),
    keptFrom(
      'aws-sdk-in-adapters',
      { pathNot: '^(adapters|local|tools|bench|test)/' },
      { path: npm('@aws-sdk', '@smithy') },
      'A call of AWS belongs to an adapter behind a port. Each client also costs a cold start its load.',
    ),
    keptFrom(
      'openid-in-one-adapter',
      { pathNot: '^(adapters/oidc|local/oidc|test)/' },
      { path: npm('openid-client', 'jose', 'oidc-provider') },
      'Who someone is hangs on these checks. They stand in one place, behind the port domain/ports/sign-in.ts.',
    ),
    keptFrom(
      'cdk-in-the-stack',
      { pathNot: '^(bin|lib|tools|test)/' },
      { path: npm('aws-cdk-lib', 'constructs', 'cdk-nag') },
      'Loading the CDK takes seconds and 100 MB: nothing that runs or serves may reach it.',
    ),
    keptFrom(
      'no-circles',
      {},
      { circular: true },
      'In a circle neither file can be read, tested or moved alone. Move what both need, a type too, to its owner.',
    ),
    keptFrom(
      'resolves',
      {},
      { couldNotResolve: true, pathNot: '^aws-lambda$' },
      'What cannot be found is held against no rule. aws-lambda has types only, so there is no module to find.',
    ),
  ],
  options: {
    // TypeScript 7 has no compiler in JavaScript; swc reads the sources, imports of types included.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
