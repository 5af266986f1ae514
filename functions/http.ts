import middy, { type MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { errorName } from '#domain/problems/errors.ts';
import { fromOldAddress } from '#web/http/old-address.ts';
import { requestOf, resultOf } from '#web/http/proxy-event.ts';
import { answering } from '#web/http/request-id.ts';
import { securityHeaders } from '#web/http/security-headers.ts';
import type { HttpService } from '#web/http/service.ts';
import { httpLines } from './http-lines.ts';
import { type Telemetry, withTelemetry } from './telemetry.ts';

type HttpMiddleware = MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult>;

/**
 * Wraps every function that answers HTTP. The event becomes a request, and each answer is logged and gets the security
 * headers. An error becomes an answer with a support reference.
 */
export function httpHandler(telemetry: Telemetry, service: HttpService) {
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .use(withTelemetry(telemetry))
    .use(addSecurityHeaders(service.baseUrl))
    .use(httpLines(telemetry, service.audience))
    .use(answerErrors(service))
    .handler(async (event) => {
      const request = requestOf(event, service.baseUrl);
      const moved = service.audience === 'api' ? undefined : fromOldAddress(request, service.baseUrl);
      if (moved) return resultOf(moved);
      return resultOf(await answering(request.requestId, () => service.handle(request)));
    });
}

/** A page's own header of the same name wins: one that uploads has a policy of its own. */
function addSecurityHeaders(baseUrl: string): HttpMiddleware {
  const headers = securityHeaders(baseUrl);
  const add: HttpMiddleware['after'] = ({ response }) => {
    if (response) response.headers = { ...headers, ...response.headers };
  };
  return { after: add, onError: add };
}

function answerErrors({ broken }: HttpService): HttpMiddleware {
  return {
    onError: (request) => {
      const error = errorName(request.error);
      const support = request.event.requestContext.requestId;
      request.response = resultOf(broken({ canRetry: error === 'Transient', support, error }));
    },
  };
}
