import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;

/** The functions of referrers behind one address, as the API leads to them: /referral to one, all else to the other. */
export function oneAddress(handlers: { readonly referral: Handler; readonly public: Handler }): Handler {
  return (event, context) => {
    const handler = /^\/referral(\/|$)/.test(event.path) ? handlers.referral : handlers.public;
    return handler(event, context);
  };
}
