import type { Case } from '#domain/case/case.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import type { DigestFacts } from '#domain/notices/digest.ts';
import type { AlarmFacts } from '#domain/notices/facts.ts';
import type { ColleagueFacts } from '#domain/notices/staff-notices.ts';
import type { StillWaiting } from '#domain/notices/still-waiting.ts';
import type { Support } from '#domain/support/support.ts';

/** What a notice is about; an alert to the duty mailbox has no case. */
export interface About {
  readonly reference: string;
  readonly theCase?: Case;
  readonly referral: Addressees;
  /** Only of a notice about an offer. */
  readonly support?: Support | undefined;
  /** Each only of its kind: an alarm of immediate risk, and the news that emails to a colleague come back. */
  readonly alarm?: AlarmFacts;
  readonly colleague?: ColleagueFacts;
  /** Only of a digest: what it says, and the notices that it tells. */
  readonly digest?: DigestFacts;
  readonly carries?: readonly string[];
  /** Only of a quarter's email to a referrer. */
  readonly waiting?: readonly StillWaiting[];
}
