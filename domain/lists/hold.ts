/** Whether a hold stands on this day, local date: it ends by itself on the date that the family gave. */
export function isHeldOn(hold: { readonly until?: string | undefined }, today: string): boolean {
  return hold.until === undefined || hold.until > today;
}

/** The same of a place as the index shows it. */
export function isRowHeldOn(
  more: { readonly heldSince?: string | undefined; readonly heldUntil?: string | undefined } | undefined,
  today: string,
): boolean {
  return more?.heldSince !== undefined && isHeldOn({ until: more.heldUntil }, today);
}
