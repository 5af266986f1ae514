import { sendReferral } from './api.ts';
import { clockOf, type DemoClock } from './clock.ts';
import { triagerMailboxes } from './people.ts';
import { headline, type Print } from './print.ts';
import { answerQuestion, confirmForwarding } from './referrer.ts';
import { followRoads, NO_REFERENCE, type Roads } from './road.ts';
import { FIRST_MEETING, NEXT_MEETING } from './sample/a-referral.ts';
import { sample } from './sample/all.ts';
import type { Act, SampleReferral } from './sample/sample.ts';
import { decide, type Triager, triagersAt } from './triager.ts';
import { type Sent, showEndings, showLists } from './verdict.ts';
import { outcomeInWords, refusalInWords } from './words.ts';
import { DemoError, type World } from './world.ts';

/** A little over the five minutes in which a decision can be undone. */
const UNDO_WINDOW = 'PT6M';
const UNDO_TITLE = '5 minutes later, the decisions take effect and the emails go out';

const chapters = [
  { from: '2026-09-24T09:00', title: 'Referrals arrive' },
  { from: FIRST_MEETING, title: 'The triage team meets and decides through the links in its emails', isMeeting: true },
  { from: '2026-09-25T10:00', title: 'Referrers answer through their links, and one more referral arrives' },
  { from: NEXT_MEETING, title: 'The next meeting', isMeeting: true },
];

type Stage = { world: World; print: Print; clock: DemoClock; roads: Roads; triagers: Triager[]; all: Sent[] };

/** Plays the whole sample against a running service. Answers what ended differently from what the sample says. */
export async function playSample(world: World, print: Print): Promise<string[]> {
  const clock = clockOf(world);
  const roads = followRoads(world, print);
  const stage: Stage = { world, print, clock, roads, triagers: triagersAt(triagerMailboxes), all: [] };
  const agenda = sample.flatMap((sent) => sent.acts.map((act) => ({ sent, act })));
  agenda.sort((a, b) => a.act.at.localeCompare(b.act.at));
  for (const [index, { from, title, isMeeting }] of chapters.entries()) {
    const until = chapters[index + 1]?.from ?? '9999';
    const acts = agenda.filter(({ act }) => act.at >= from && act.at < until);
    await clock.reach(from);
    await roads.catchUp();
    print(headline(title));
    for (const { sent, act } of acts) await perform(stage, sent, act);
    if (!isMeeting) continue;
    print(headline(UNDO_TITLE));
    await clock.advance(UNDO_WINDOW);
    await roads.catchUp();
  }
  return [...(await showLists(world, print, stage.all)), ...(await showEndings(world, print, stage.all))];
}

async function perform(stage: Stage, sent: SampleReferral, act: Act): Promise<void> {
  const { clock, roads } = stage;
  await clock.reach(act.at);
  const at = await clock.now();
  const { reference, text } = await doAct(stage, sent, act);
  // A decision begins nothing before its undo window has passed.
  if (act.does !== 'DECIDE') await clock.settle();
  const added = text === undefined ? [] : [{ at, about: reference ?? NO_REFERENCE, text }];
  await roads.catchUp(added, reference === undefined ? [] : [reference]);
}

/** What was done, to which referral, in words; no words where the service's own history says it. */
async function doAct(stage: Stage, sent: SampleReferral, act: Act): Promise<{ reference?: string; text?: string }> {
  const { world, roads, all } = stage;
  if (act.does === 'SEND') {
    const answer = await sendReferral(world, sent);
    all.push({ sent, answer });
    if ('code' in answer) return { text: `${sent.name}. ${refusalInWords(answer)}` };
    roads.follow(answer, sent);
    return { reference: answer.reference };
  }
  const reference = referenceOf(all, sent);
  if (act.does === 'ANSWER') {
    await answerQuestion(world, sent, reference, act.text);
    return { reference, text: 'The referrer opens the link, enters the date of birth and answers the question' };
  }
  if (act.does === 'CONFIRM_FORWARDING') {
    await confirmForwarding(world, sent, reference);
    return { reference, text: 'The referrer opens the link and confirms that the parents agree to share the referral' };
  }
  const triager = stage.triagers[act.triager];
  if (!triager) throw new DemoError(`The sample names triager ${act.triager}, and there is none.`);
  const withCode = await decide(world, triager, reference, act);
  const how = withCode ? 'opens the link, enters the code from the email' : 'opens the link';
  const asks = act.question === undefined ? '' : `. Question: ${act.question}`;
  const why = (act.reason === '' ? '' : `. Reason: ${act.reason}`) + asks;
  return { reference, text: `Triager ${act.triager + 1} ${how} and decides: ${outcomeInWords(act.outcome)}${why}` };
}

function referenceOf(all: readonly Sent[], sample: SampleReferral): string {
  const answer = all.find(({ sent }) => sent === sample)?.answer;
  if (answer && 'reference' in answer) return answer.reference;
  throw new DemoError(`"${sample.name}" was not taken, so nothing can be done about it.`);
}
