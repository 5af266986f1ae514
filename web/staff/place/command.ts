import type { PlaceCommand } from '#application/lists/place-command.ts';
import type { Actor } from '#domain/people/actor.ts';
import { gateIn } from '../../components/closing-gate.ts';
import { enteredOn } from '../../components/entered-on.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { ActionName } from './words.ts';

/** The command that a form of this change asks for, with everything as it was typed. */
export function commandIn(
  name: ActionName,
  form: FormFields,
  { reference, by }: { readonly reference: string; readonly by: Actor },
): PlaceCommand {
  const typed = (field: string) => form[field] ?? '';
  const because = { reference, by, seen: typed('seen'), reason: typed('reason') };
  const on = enteredOn(form);
  switch (name) {
    case 'band':
      return { what: 'BAND', ...because, band: typed('band') };
    case 'hold':
      return { what: 'HOLD', ...because, on };
    case 'end-hold':
      return { what: 'END_HOLD', ...because };
    case 'move':
      return {
        what: 'MOVE',
        ...because,
        pathway: typed('pathway'),
        locality: typed('locality'),
        booking: typed('booking'),
      };
    case 'date':
      return { what: 'DATE', ...because, which: typed('which'), on };
    case 'remove':
      return {
        ...{ what: 'REMOVE', ...because, on, why: typed('why'), how: typed('how'), who: typed('who') },
        gate: gateIn(form),
      };
  }
}
