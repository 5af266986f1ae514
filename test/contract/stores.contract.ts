import { accessStoreContract } from './access-store.contract.ts';
import { balanceStoreContract } from './balance-store.contract.ts';
import { capacityStoreContract } from './capacity-store.contract.ts';
import { caseStoreContract } from './case-store.contract.ts';
import { claimStoreContract } from './claim-store.contract.ts';
import { commentStoreContract } from './comment-store.contract.ts';
import { draftStoreContract } from './draft-store.contract.ts';
import { followedStoreContract } from './followed-store.contract.ts';
import { heldIndexContract } from './held-index.contract.ts';
import { incomingMailStoreContract } from './incoming-mail-store.contract.ts';
import { indexesContract } from './indexes.contract.ts';
import { matchStoreContract } from './match-store.contract.ts';
import { meetingStoreContract } from './meeting-store.contract.ts';
import { noticeStoreContract } from './notice-store.contract.ts';
import { openingStoreContract } from './opening-store.contract.ts';
import { planStoreContract } from './plan-store.contract.ts';
import { referralStoreContract } from './referral-store.contract.ts';
import type { OpenStore } from './store-under-test.ts';
import { supportStoreContract } from './support-store.contract.ts';
import { sweepStoresContract } from './sweep-stores.contract.ts';
import { teamStoreContract } from './team-store.contract.ts';
import { todoStoreContract } from './todo-store.contract.ts';

/** What every store must do, whatever it is made of. */
export function storeContracts(open: OpenStore): void {
  referralStoreContract(open);
  caseStoreContract(open);
  claimStoreContract(open);
  followedStoreContract(open);
  matchStoreContract(open);
  noticeStoreContract(open);
  accessStoreContract(open);
  commentStoreContract(open);
  openingStoreContract(open);
  draftStoreContract(open);
  teamStoreContract(open);
  capacityStoreContract(open);
  balanceStoreContract(open);
  indexesContract(open);
  heldIndexContract(open);
  sweepStoresContract(open);
  todoStoreContract(open);
  meetingStoreContract(open);
  supportStoreContract(open);
  planStoreContract(open);
  incomingMailStoreContract(open);
}
