import * as z from 'zod';
import type { Resolver } from './resolve.ts';
import { AssemblyError, type Template } from './template.ts';

/** What the stack has the gateway say where it refuses by itself. */
export type GatewayResponse = {
  status: number | undefined;
  /** By content type. */
  templates: Record<string, string>;
  headers: Record<string, string>;
};

/** By API Gateway's response type. */
export type GatewayResponses = Map<string, GatewayResponse>;

const textsSchema = z.record(z.string(), z.string()).default({});

export function gatewayResponses(template: Template, property: Resolver): GatewayResponses {
  const responses: GatewayResponses = new Map();
  for (const [id, { Type }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::ApiGateway::GatewayResponse') continue;
    const status = property(id, 'StatusCode');
    const parameters = textsSchema.parse(property(id, 'ResponseParameters'));
    responses.set(String(property(id, 'ResponseType')), {
      status: status === undefined ? undefined : Number(status),
      templates: textsSchema.parse(property(id, 'ResponseTemplates')),
      headers: Object.fromEntries(Object.entries(parameters).map(([name, value]) => header(id, name, value))),
    });
  }
  return responses;
}

function header(id: string, name: string, value: string): [string, string] {
  const literal = /^'(.*)'$/.exec(value)?.[1];
  const [, header] = /^gatewayresponse\.header\.(.+)$/.exec(name) ?? [];
  if (literal === undefined || header === undefined) {
    throw new AssemblyError(`${id}.ResponseParameters: the embedded gateway serves headers of fixed text only.`);
  }
  return [header, literal];
}
