import { hasEnded, type PresentChild } from '../lists/import/present-child.ts';

/**
 * What is stored as the referral of a child who came with a present list: what the list says, and nothing that it does not. It is
 * no whole referral, so what is not known is missing and is shown as missing.
 */
export function importedBody(child: PresentChild) {
  const { firstName, lastName, dob, nhsNumber, parentName, parentEmail, parentPhone } = child;
  const { ownReference, referredOn, acceptedOn, sessionsHad } = child;
  const since = hasEnded(child) ? { closedOn: child.closedOn } : { listedOn: child.listedOn };
  const parent = {
    name: parentName,
    ...(parentEmail === undefined ? {} : { email: parentEmail }),
    ...(parentPhone === undefined ? {} : { phone: parentPhone }),
  };
  return {
    child: { firstName, lastName, dob, ...(nhsNumber === undefined ? {} : { nhsNumber }) },
    family: { parents: [parent] },
    locality: child.locality,
    imported: { ownReference, referredOn, acceptedOn, ...since, sessionsHad },
  };
}
