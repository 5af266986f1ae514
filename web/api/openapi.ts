import { absoluteUrl } from '../http/base-url.ts';
import { type Operation, operations } from './openapi-operations.ts';
import { jsonSchemas, type SchemaName } from './openapi-schemas.at-build.ts';

/** The description of this API as OpenAPI 3.1, made from the very schemas that check the requests. */
export function openApi(baseUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Small Steps referral API',
      version: '1.0.0',
      description: 'Send a referral of a young child to the Portage service, with evidence, and follow where it is.',
    },
    servers: [{ url: absoluteUrl(baseUrl, '') }],
    security: [{ apiKey: [] }],
    paths: pathsOf(operations),
    components: {
      securitySchemes: { apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' } },
      schemas: jsonSchemas(),
    },
  };
}

function pathsOf(all: readonly Operation[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of all) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation) };
  }
  return paths;
}

function described(operation: Operation) {
  const { id, summary, parameters, requestBody, answers } = operation;
  const responses = answers.map(({ status, description, schema, headers }) => [
    String(status),
    { description, ...(headers ? { headers } : {}), content: { 'application/json': { schema: refTo(schema) } } },
  ]);
  return {
    operationId: id,
    summary,
    ...(parameters ? { parameters } : {}),
    ...(requestBody
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: refTo(requestBody.schema), examples: requestBody.examples } },
          },
        }
      : {}),
    responses: Object.fromEntries(responses),
  };
}

function refTo(name: SchemaName): Readonly<Record<string, string>> {
  return name === 'Description' ? { type: 'object' } : { $ref: `#/components/schemas/${name}` };
}
