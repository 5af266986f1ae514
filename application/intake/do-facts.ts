import { type ChannelDeps, recordChannel } from './record-channel.ts';
import { recordContact } from './record-contact.ts';
import { recordMayHear } from './record-may-hear.ts';

/** What staff can record of how a family is reached, and of who may be told. */
export function doFacts(deps: ChannelDeps) {
  return {
    recordChannel: recordChannel(deps),
    recordContact: recordContact(deps),
    recordMayHear: recordMayHear(deps),
  };
}

export type DoFacts = ReturnType<typeof doFacts>;
