import type { Stores } from '#adapters/records/stores.ts';
import { placeOf } from '#domain/lists/place.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { answered, notAnswered } from '#domain/support/answer.ts';
import { attended } from '#domain/support/attendance.ts';
import { changed } from '#domain/support/change.ts';
import { supportClosed } from '#domain/support/close.ts';
import { closingChecked } from '#domain/support/closing-gate.ts';
import { supportEnded, supportStarted, takenOff } from '#domain/support/end.ts';
import { extensionAsked, extensionDecided } from '#domain/support/extension.ts';
import { reachedFamily, waitOpened } from '#domain/support/follow.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import { rung } from '#domain/support/rung.ts';
import { withoutSupportPart } from '#domain/support/seal.ts';
import type { Support } from '#domain/support/support.ts';
import { visitPlanned, visitRecorded } from '#domain/support/visits.ts';
import { aGate } from '#test/unit/domain/support/gate-sample.ts';
import { AT, anEntry, minutesAfter } from '../samples.ts';
import type { Keep } from './store-cases.ts';

const pat = personActor('pat', 'Pat Green', 'Service manager');
const moment = { now: AT, policyVersion: 1 };
const slot = { id: 'V1', pathway: 'HOME_VISITING', locality: 'Frome', day: 'MONDAY', at: '09:30' };

const where = { venue: 'Example Hall', facts: ['STEP_FREE' as const], access: 'Ramp' };
const monday = { locality: 'Frome', day: 'MONDAY', at: '10:00', ends: '11:30' };
const place = { id: 'g1-1', pathway: 'PORTAGE_GROUP', ...monday, where };

function must(support: Support | undefined): Support {
  if (!support) throw new Error('An example of a support cannot be made.');
  return support;
}

function kept(change: Support | { readonly refused: string }): Support {
  return must('refused' in change ? undefined : change);
}

/** A block with a visit that waits, one that was missed, and the first session that took place. */
function visits(begun: Support): Readonly<Record<string, Support>> {
  const when = { on: '2026-09-24', at: '09:30', where: 'HOME', by: pat } as const;
  const planned = kept(visitPlanned(begun, moment, when, defaultPolicy));
  const beginning = { agreedWith: 'Her mother', strengths: 'She smiles', needs: 'To sit alone' };
  const came = { visit: 'V1', childSeen: false, note: 'A note', by: pat } as const;
  const next = { policy: defaultPolicy, next: when };
  const missed = kept(visitRecorded(planned, moment, { ...came, what: 'MISSED' }, next));
  const met = kept(visitRecorded(planned, moment, { ...came, what: 'ATTENDED', childSeen: true }, next));
  const agreed = kept(visitRecorded(planned, moment, { ...came, what: 'ATTENDED', beginning }, next));
  const session = kept(visitRecorded(met, moment, { ...came, visit: 'V2', what: 'ATTENDED' }, next));
  const ask = { sessions: 4, why: 'A reason', by: pat };
  const asked = kept(extensionAsked(session, moment, ask, defaultPolicy));
  const yes = { extension: 'X1', agreed: 4, reason: 'A reason', by: pat, role: 'SERVICE_MANAGER' };
  const decided = kept(extensionDecided(asked, moment, yes, defaultPolicy));
  return {
    ...{ 'visit-planned': planned, 'visit-missed': missed, 'session-took-place': session, agreed },
    ...{ 'extension-asked': asked, 'extension-decided': decided },
    closed: must(supportClosed(session, moment, { why: 'NO_REPLY', gate: aGate, by: pat, report: 'A report' })),
  };
}

/** Stores a support in each state, and a slot in each, and keeps them. */
export async function storeSupports({ supports, slots }: Stores, keep: Keep): Promise<void> {
  const waiting = newSupport('REFS', anEntry('1#a'), moment);
  const offered = must(offerMade(waiting, moment, { id: 'O1', slot, by: pat }));
  const reached = must(reachedFamily(offered, moment, 'O1'));
  const open = waitOpened(reached, moment, { kind: 'OFFER', token: 'a-token', from: AT }, defaultPolicy);
  const answer = (what: 'ACCEPTED' | 'LATER' | 'DECLINED' | 'CALL_ME') =>
    must(
      answered(open, moment, { offer: 'O1', what, way: 'LINK', by: { kind: 'HOLDER', of: 'FAMILY' } }, defaultPolicy),
    );
  const left = { event: 'LIST_LEFT', by: pat, why: 'MOVED_AWAY', from: placeOf(anEntry('1#a')) } as const;
  const part = { reference: 'REFS', n: 1, sealedAt: AT, history: open.history.slice(0, 2) };
  const placed = answer('ACCEPTED');
  const inGroup = { ...placed, offers: placed.offers.map((offer) => ({ ...offer, slot: place })) };
  const states: Readonly<Record<string, Support>> = {
    ...{ waiting, offered: open, accepted: answer('ACCEPTED'), later: answer('LATER'), declined: answer('DECLINED') },
    ...{ 'call-asked': answer('CALL_ME'), 'not-answered': must(notAnswered(open, moment)) },
    started: must(supportStarted(answer('ACCEPTED'), moment, { on: '2026-09-24', by: pat })),
    'group-offered': must(offerMade(waiting, moment, { id: 'O1', slot: place, by: pat })),
    'group-attended': must(attended(inGroup, moment, { group: 'g1', on: '2026-09-28', isPresent: true, by: pat })),
    'missed-looked-at': changed(
      inGroup,
      moment,
      {},
      { event: 'MISSED_LOOKED_AT', by: pat, missed: 'S20260928', text: 'Both are well' },
    ),
    ended: must(supportEnded(open, moment, 'WITHDRAWN')),
    rung: must(rung(answer('CALL_ME'), moment, { said: 'LATER', by: pat, words: 'The mother' }, defaultPolicy)),
    'to-close': takenOff(open, moment, [left]),
    'let-go': takenOff(open, moment, [{ ...left, why: 'NOT_REACHED' }, closingChecked(aGate, pat)]),
    'with-a-sealed-part': withoutSupportPart(open, part),
  };
  const home = { ...anEntry('1#a'), pathway: 'HOME_VISITING' } as const;
  const offer = { id: 'O1', slot: { ...slot, practitioner: 'kim' }, by: pat };
  const accepted = must(offerMade(newSupport('REFS', home, moment), moment, offer));
  const yes = { offer: 'O1', what: 'ACCEPTED', way: 'STAFF', by: pat } as const;
  const visited = visits(must(answered(accepted, moment, yes, defaultPolicy)));
  await supports.createSupport(waiting);
  let version = 1;
  for (const [name, support] of Object.entries({ ...states, ...visited })) {
    version += 1;
    await supports.saveSupport({ ...support, version });
    await keep(`support.${name}`, 'REF#REFS', 'SUPPORT');
  }
  await supports.putPart(part);
  await keep('supportpart.first', 'REF#REFS', 'SUPPORTPART#');
  await slots.claimSlot('V1', { offer: 'O1', reference: 'REFS', at: AT });
  await keep('slot.claimed', 'SLOT#V1', 'SLOT');
  await slots.keepSlot('V1', 'O1', AT);
  await keep('slot.kept', 'SLOT#V1', 'SLOT');
  await slots.releaseSlot('V1', 'O1', minutesAfter(1));
  await keep('slot.free', 'SLOT#V1', 'SLOT');
}
