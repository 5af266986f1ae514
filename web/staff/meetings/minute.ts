import type { Agenda, AgendaItem } from '#application/meetings/read-agenda.ts';
import { triageOutcomeSchema } from '#domain/case/codes.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { outcomeInWords } from '../../components/record/words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { say } from '../../layout/page.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { MEETINGS_AT, meetingAt } from './calendar.ts';
import { meetingWords, minuteFaultWords, minuteWords } from './words.ts';

interface Found {
  readonly agenda: Agenda;
  readonly item: AgendaItem;
}

interface Typed {
  readonly form: FormFields;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** GET: the form for what the meeting said of one child, in one line. */
export function getMinute(deps: StaffDeps) {
  return async (access: AreaAccess, { on = '', taskId = '' }: Parameters): Promise<HttpResponse> => {
    const found = await findItem(deps, access, on, taskId);
    return found ? minutePage(deps, access, found) : notFound(deps);
  };
}

/** POST: the minute is kept, and the next child follows where that was asked for. What was typed stays where it is wrong. */
export function postMinute(deps: StaffDeps) {
  return async (
    access: AreaAccess,
    fields: FormFields,
    { on = '', taskId = '' }: Parameters,
  ): Promise<HttpResponse> => {
    const found = await findItem(deps, access, on, taskId);
    if (!found) return notFound(deps);
    const { reference } = found.item;
    const typed = { outcome: fields.outcome ?? '', band: fields.band ?? '', reason: fields.reason ?? '' };
    const result = await deps.minuteChild({ reference, taskId, on }, typed, access.actor);
    if ('refused' in result) return say(deps, 409, minuteWords.title(reference), minuteWords.closed);
    if ('problems' in result) {
      const problems = inCommandWords(minuteFaultWords, result.problems);
      return minutePage(deps, access, found, { form: fields, problems });
    }
    const next = fields.next === undefined ? undefined : nextToMinute(found);
    const where = next ? `${MEETINGS_AT}/${on}/minutes/${next.taskId}` : `${MEETINGS_AT}/${on}`;
    return seeOther(absoluteUrl(deps.baseUrl, where));
  };
}

async function findItem(deps: StaffDeps, { team }: AreaAccess, on: string, taskId: string): Promise<Found | undefined> {
  const meeting = meetingAt(team, on, deps.now());
  const agenda = meeting && (await deps.readAgenda(team.meetings ?? [], meeting));
  const item = agenda?.items.find((one) => one.taskId === taskId);
  return agenda && item ? { agenda, item } : undefined;
}

/** The first one after this, or else before it, that is open and has no minute yet. */
function nextToMinute({ agenda, item }: Found): AgendaItem | undefined {
  const at = agenda.items.findIndex(({ taskId }) => taskId === item.taskId);
  const others = [...agenda.items.slice(at + 1), ...agenda.items.slice(0, at)];
  return others.find(({ isOpen, minute }) => isOpen && !minute);
}

function minutePage(deps: StaffDeps, access: AreaAccess, found: Found, typed?: Typed): HttpResponse {
  const { item, agenda } = found;
  const { reference, taskId, minute, isOpen } = item;
  if (!isOpen) return say(deps, 409, minuteWords.title(reference), minuteWords.closed);
  const kept = { outcome: minute?.outcome ?? '', band: String(minute?.band ?? ''), reason: minute?.reason ?? '' };
  return areaPage(deps, access, {
    here: MEETINGS_AT,
    status: typed ? 422 : 200,
    template: 'staff/meetings/minute.njk',
    title: minuteWords.title(reference),
    data: {
      ...{ on: agenda.meeting.on, taskId, words: minuteWords, meetingWords },
      ...{ form: { ...kept, ...typed?.form }, problems: typed?.problems ?? [] },
      number: minuteWords.number(agenda.items.indexOf(item) + 1),
      hasNext: nextToMinute(found) !== undefined,
      outcomes: triageOutcomeSchema.options.map((value) => ({ value, label: outcomeInWords(value) })),
      bands: [...['1', '2', '3'].map((value) => ({ value, label: value })), { value: '', label: minuteWords.noBand }],
    },
  });
}
