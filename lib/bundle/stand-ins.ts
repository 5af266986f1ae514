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
    filter: /nunjucks\/src\/(compiler|jinja-compat|lexer|nodes|parser|precompile|transformer)\.js$/,
    contents: NOTHING,
  },
  // Only the OpenAPI document is made of schemas, and it is made when a function is bundled.
  { filter: /zod\/v4\/core\/(json-schema-(generator|processors)|to-json-schema)\.js$/, contents: NOTHING },
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
