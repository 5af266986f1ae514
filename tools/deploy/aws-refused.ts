/** Thrown where AWS answers with an error: its status and its code, and never more of the answer. */
export class AwsRefused extends Error {
  override readonly name = 'AwsRefused';
  readonly status: number;
  readonly code: string;

  constructor(where: string, status: number, code: string) {
    super(`${where} answered ${[status, code].join(' ').trim()}.`);
    this.status = status;
    this.code = code;
  }

  get isForbidden(): boolean {
    return this.status === 403 || /AccessDenied|NotAuthorized/.test(this.code);
  }

  get isThrottled(): boolean {
    return this.status === 429 || /Throttl|TooManyRequests|RequestLimitExceeded/.test(this.code);
  }
}
