import * as z from 'zod';
import { type GatewayResponses, gatewayResponses } from './gateway-responses.ts';
import type { Resolver } from './resolve.ts';
import { AssemblyError, type Template } from './template.ts';

export type RouteSpec = { method: string; resource: string; functionName: string; apiKeyRequired: boolean };
export type ApiSpec = {
  id: string;
  stage: string;
  apiKeyId: string;
  /** The ids of further keys, by their names. */
  namedKeys?: ReadonlyMap<string, string>;
  /** Types of request body that reach a function as base64. */
  binaryMediaTypes: string[];
  routes: RouteSpec[];
  responses: GatewayResponses;
};

type ResourceNode = { parent: string; part: string };

const integrationSchema = z.object({ Type: z.string(), Uri: z.string().optional() });

/** Reads the one REST API: its stage, the ids of its API keys, and every method with a Lambda proxy behind it. */
export function apiSpec(
  template: Template,
  property: Resolver,
  refOf: (logicalId: string) => string,
): ApiSpec | undefined {
  const idsOf = (type: string) => Object.keys(template.Resources).filter((id) => template.Resources[id]?.Type === type);
  const [api] = idsOf('AWS::ApiGateway::RestApi');
  if (api === undefined) return undefined;

  const nodes = new Map<string, ResourceNode>();
  for (const id of idsOf('AWS::ApiGateway::Resource')) {
    nodes.set(refOf(id), { parent: String(property(id, 'ParentId')), part: String(property(id, 'PathPart')) });
  }
  const [stage] = idsOf('AWS::ApiGateway::Stage');
  const [apiKey, ...named] = idsOf('AWS::ApiGateway::ApiKey');
  return {
    id: refOf(api),
    stage: stage === undefined ? 'live' : String(property(stage, 'StageName')),
    apiKeyId: apiKey === undefined ? 'local-key' : refOf(apiKey),
    namedKeys: new Map(named.map((id) => [String(property(id, 'Name')), refOf(id)])),
    binaryMediaTypes: z.array(z.string()).catch([]).parse(property(api, 'BinaryMediaTypes')),
    routes: idsOf('AWS::ApiGateway::Method').map((id) => ({
      method: String(property(id, 'HttpMethod')),
      resource: pathOf(nodes, String(property(id, 'ResourceId'))),
      functionName: integrationTarget(id, property(id, 'Integration')),
      apiKeyRequired: property(id, 'ApiKeyRequired') === true,
    })),
    responses: gatewayResponses(template, property),
  };
}

function pathOf(nodes: Map<string, ResourceNode>, id: string): string {
  const parts: string[] = [];
  for (let node = nodes.get(id); node !== undefined; node = nodes.get(node.parent)) parts.unshift(node.part);
  return `/${parts.join('/')}`;
}

function integrationTarget(logicalId: string, value: unknown): string {
  const integration = integrationSchema.safeParse(value).data;
  const name = /:function:([^:/]+)/.exec(integration?.Uri ?? '')?.[1];
  if (integration?.Type !== 'AWS_PROXY' || name === undefined) {
    throw new AssemblyError(`${logicalId}.Integration: the embedded gateway serves Lambda proxy integrations only.`);
  }
  return name;
}
