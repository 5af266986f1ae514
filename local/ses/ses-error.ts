const FORBIDDEN = new Set(['AccessDenied', 'InvalidClientTokenId', 'MissingAuthenticationToken']);
const OURS = new Set(['InternalFailure', 'ServiceUnavailable']);

/** A refusal with the code that the SDK turns into the name of its exception. */
export class SesError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }

  answer(): { status: number; body: string } {
    const ours = OURS.has(this.code);
    const error = [
      `<Type>${ours ? 'Receiver' : 'Sender'}</Type>`,
      `<Code>${escapeMarkup(this.code)}</Code>`,
      `<Message>${escapeMarkup(this.message)}</Message>`,
    ];
    const xmlns = 'http://ses.amazonaws.com/doc/2010-12-01/';
    return {
      status: ours ? 500 : FORBIDDEN.has(this.code) ? 403 : 400,
      body: `<ErrorResponse xmlns="${xmlns}"><Error>${error.join('')}</Error></ErrorResponse>`,
    };
  }
}

export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
