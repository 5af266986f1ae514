const waysOf: ReadonlyMap<string, string> = new Map(
  Object.entries({ EMAIL: 'by email', POST: 'by letter', TELEPHONE: 'by phone', CODE: 'a printed code' }),
);

/** Which adult of the referral, and by which channel. */
export function whomInWords({ parent, channel }: { readonly parent: number; readonly channel: string }): string {
  return [`parent or carer ${parent + 1}`, waysOf.get(channel) ?? ''].filter((part) => part !== '').join(', ');
}
