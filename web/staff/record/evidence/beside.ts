import { notFound } from '../../../access/staff-not-found.ts';
import type { HttpResponse } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import type { StaffDeps } from '../../deps.ts';
import { besideReferences } from '../beside.ts';
import type { FileReader } from './open-file.ts';

type Open = (reader: FileReader, parameters: Parameters) => Promise<HttpResponse>;

/** Opens a file of a referral that is read beside the one of the task, and of no other. */
export function ofBeside(deps: StaffDeps, open: Open) {
  return async (access: FileReader, parameters: Parameters): Promise<HttpResponse> => {
    const { other = '' } = parameters;
    const theCase = besideReferences(access.theCase).includes(other) ? await deps.cases.readCase(other) : undefined;
    return theCase ? open({ ...access, theCase }, parameters) : notFound(deps);
  };
}
