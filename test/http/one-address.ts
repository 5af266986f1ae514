import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import type { Log } from '#domain/ports/services.ts';
import { httpHandler } from '#functions/http.ts';
import { telemetryOf } from '#test/kit/telemetry.ts';
import type { HttpService } from '#web/http/service.ts';

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;

/** The functions of referrers behind one address, as the API leads to them: /referral to one, all else to the other. */
export function oneAddress(
  log: Log,
  services: { readonly referral: HttpService; readonly public: HttpService },
): Handler {
  const referral = httpHandler(telemetryOf(log), services.referral);
  const others = httpHandler(telemetryOf(log), services.public);
  return (event, context) => {
    const handler = /^\/referral(\/|$)/.test(event.path) ? referral : others;
    return handler(event, context);
  };
}
