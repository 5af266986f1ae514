/** Where a page returns to: `check` when it was opened from there, however many pages are between. */
export type From = 'check' | '';

export function fromIn(fields: Readonly<Record<string, string>>): From {
  return fields.from === 'check' ? 'check' : '';
}

export function withFrom(address: string, from: string): string {
  return from === 'check' ? `${address}?from=check` : address;
}
