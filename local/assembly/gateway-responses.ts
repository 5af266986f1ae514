import * as z from 'zod';
import type { Resolver } from './resolve.ts';
import type { Template } from './template.ts';

/** The stack's own words for what the gateway refuses by itself, by API Gateway's response type. */
export type GatewayResponses = Map<string, { status: number | undefined; body: string | undefined }>;

const templatesSchema = z.object({ 'application/json': z.string().optional() }).optional();

export function gatewayResponses(template: Template, property: Resolver): GatewayResponses {
  const responses: GatewayResponses = new Map();
  for (const [id, { Type }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::ApiGateway::GatewayResponse') continue;
    const status = property(id, 'StatusCode');
    responses.set(String(property(id, 'ResponseType')), {
      status: status === undefined ? undefined : Number(status),
      body: templatesSchema.safeParse(property(id, 'ResponseTemplates')).data?.['application/json'],
    });
  }
  return responses;
}
