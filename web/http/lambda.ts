import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { Log } from '#domain/ports/services.ts';
import type { Handle, HttpResponse } from './message.ts';
import { requestOf, resultOf } from './proxy-event.ts';
import { answering } from './request-id.ts';
import { securityHeaders } from './security-headers.ts';
import { placeOf } from './stack-frames.ts';

export interface ServeDeps {
  readonly baseUrl: string;
  readonly log: Log;
}

/** One audience: its routes, how it says that something broke, and who listens. */
interface Service extends ServeDeps {
  readonly name: string;
  readonly handle: Handle;
  /** `canRetry`: the cause passes by itself. `support` is the reference that stands in the log. */
  readonly broken: (failure: { readonly canRetry: boolean; readonly support: string }) => HttpResponse;
}

/**
 * The one wrapper of every HTTP handler: the event becomes a request, every answer gets the security headers, an error
 * becomes an answer with a support reference. Neither paths nor queries are logged: they hold tokens.
 */
export function serveHttp(service: Service) {
  const headers = securityHeaders(service.baseUrl);
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .after(({ event, response }) => {
      const fields = { audience: service.name, requestId: event.requestContext.requestId, method: event.httpMethod };
      service.log.info('http.answered', { ...fields, status: response?.statusCode ?? 0 });
    })
    .onError((request) => {
      const support = request.event.requestContext.requestId;
      const canRetry = request.error?.name === 'Transient';
      const where = placeOf(request.error);
      service.log.error('http.failed', {
        audience: service.name,
        requestId: support,
        error: request.error?.name ?? 'unknown',
        where,
      });
      request.response = resultOf(service.broken({ canRetry, support }), headers);
    })
    .handler(async (event) => {
      const request = requestOf(event, service.baseUrl);
      return resultOf(await answering(request.requestId, () => service.handle(request)), headers);
    });
}
