import { ORDINARY_S3_ENDPOINT } from './ordinary-s3-endpoint.ts';

/** A part of a package that no function runs, by the end of its file's name, and what is bundled in its place. */
interface StandIn {
  readonly filter: RegExp;
  readonly contents: string;
}

const NOTHING = 'module.exports = {};';

/**
 * What the packages of a bundle bring along and no function runs. None of it is reached from what they do run. If you
 * begin to use one of these, take its line out.
 */
export const STAND_INS: readonly StandIn[] = [
  // Templates are compiled when a function is bundled, so what reads their syntax stays here.
  {
    filter: /nunjucks\/src\/(compiler|express-app|jinja-compat|lexer|nodes|parser|precompile|transformer)\.js$/,
    contents: NOTHING,
  },
  // A queue of tasks, for engines that have none.
  { filter: /asap\/asap\.js$/, contents: 'module.exports = (task) => queueMicrotask(() => task.call());' },
  // Only the OpenAPI document is made of schemas, and it is made when a function is bundled.
  { filter: /zod\/v4\/core\/(json-schema-(generator|processors)|to-json-schema)\.js$/, contents: NOTHING },
  // Objects that hold themselves: what comes in is JSON or a form, and has none.
  {
    filter: /zod\/v4\/core\/memoizer\.js$/,
    contents: `
      export const memoizer = () => undefined;
      export const isBackEdge = () => false;
      export const isRecursiveSchema = () => true;`,
  },
  // Ways to find credentials: Lambda puts those of the role into the environment, and a function takes no others.
  {
    filter: /credential-provider-node\/dist-es\/index\.js$/,
    contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
  },
  // How a client adapts to where it runs: clients keep to the standard settings unless one asks.
  {
    filter: /defaults-mode\/resolveDefaultsModeConfig\.js$/,
    contents: "export const resolveDefaultsModeConfig = () => async () => 'legacy';",
  },
  // Streams of events: S3 has them for queries over objects.
  {
    filter: /@smithy\/core\/dist-es\/submodules\/event-streams\/index\.js$/,
    contents:
      'export const resolveEventStreamSerdeConfig = (config) => config; export const eventStreamSerdeProvider = undefined;',
  },
  // Endpoints that a service tells: off unless a client asks for them.
  {
    filter: /middleware-endpoint-discovery\/dist-es\/resolveEndpointDiscoveryConfig\.js$/,
    contents: 'export const resolveEndpointDiscoveryConfig = (config) => config;',
  },
  // Pages of answers one after another: `table.ts` asks for each itself.
  { filter: /lib-dynamodb\/dist-es\/pagination\/(Query|Scan)Paginator\.js$/, contents: 'export {};' },
  // Signatures for several regions together: no address of ours is of that kind.
  {
    filter: /signature-v4-multi-region\/dist-es\/SignatureV4MultiRegion\.js$/,
    contents: `
      import { SignatureV4SignWithCredentials } from './SignatureV4SignWithCredentials';
      export class SignatureV4MultiRegion extends SignatureV4SignWithCredentials {
        static sigv4aDependency() { return 'none'; }
      }`,
  },
  // Addresses of other kinds of buckets than ours.
  { filter: /client-s3\/dist-es\/endpoint\/endpointResolver\.js$/, contents: ORDINARY_S3_ENDPOINT },
  // Sessions of the kind "S3 Express", see `lean-packages.ts`.
  {
    filter: /middleware-s3-express\/classes\/S3ExpressIdentityProviderImpl\.js$/,
    contents: 'export class S3ExpressIdentityProviderImpl {}',
  },
  // Streams as browsers have them: Node hands over its own.
  ...[
    ['createChecksumStream', 'createChecksumStream'],
    ['getAwsChunkedEncodingStream', 'getAwsChunkedEncodingStream'],
    ['sdk-stream-mixin', 'sdkStreamMixin'],
  ].map(([file, name]) => ({
    filter: new RegExp(`util-stream/.*${file}.browser.js$`),
    contents: `export const ${name} = undefined;`,
  })),
  // The English of zod: pages have words of their own, and a log names an issue by its code.
  {
    filter: /zod\/v4\/locales\/en\.js$/,
    contents: 'export default () => ({ localeError: ({ code }) => code });',
  },
  // Streams that are sent piece by piece: a file is sent whole.
  {
    filter: /util-stream\/createBufferedReadable\.js$/,
    contents: 'export const createBufferedReadable = undefined;',
  },
  // The region that a virtual machine tells: Lambda puts it into the environment.
  {
    filter: /regionConfig\/getInstanceMetadataRegion\.js$/,
    contents: 'export const getInstanceMetadataRegion = async () => undefined;',
  },
  // The adaptive way to try again: clients use the standard one.
  {
    filter: /util-retry\/AdaptiveRetryStrategy\.js$/,
    contents: 'export class AdaptiveRetryStrategy {}',
  },
  // Hashes in JavaScript, for a Node without its own.
  ...['Md5', 'Sha1', 'Sha256'].map((hash) => ({
    filter: new RegExp(`${hash}Js\\.js$`),
    contents: `export class ${hash}Js {}`,
  })),
];
