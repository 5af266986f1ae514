/** One state of a machine: what it is, and the code with which the choice leads to it ('': all that it does not know). */
export interface FlowState {
  readonly name: string;
  readonly is: 'STEP' | 'WAIT' | 'CHOICE' | 'END';
  readonly code?: string;
}

/** Where a case stands: the code of what its workflow must do, and whether it has stopped. */
export interface Standing {
  readonly next: string;
  readonly isParked: boolean;
}

/** How far the road has come at a state. */
export type Mark = 'HERE' | 'BEEN' | 'NOT_YET';

/** One state as it is drawn: where its box is, and what stands in it. */
interface Box {
  readonly top: number;
  readonly lines: readonly { readonly text: string; readonly at: number }[];
  /** What the choice says to lead here. */
  readonly code: string;
  /** Whether the choice leads here at all. */
  readonly isLed: boolean;
  readonly isWait: boolean;
  readonly isHere: boolean;
  readonly fill: string;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  /** From the first to the last state to which the choice leads. */
  readonly hub: { readonly top: number; readonly bottom: number };
}

export const BOX = { left: 130, width: 250, height: 44, gap: 12 } as const;
const [WIDTH, TOP] = [390, 6];
/** The present state stands out from those that were passed, and they from the others. */
const FILLS: Readonly<Record<Mark, string>> = { HERE: '#14505c', BEEN: '#c8d4d7', NOT_YET: '#ffffff' };
/** As many letters as a line of a box holds. */
const LETTERS = 29;

/**
 * The name of the state in which a case stands. Of one that has stopped it is the state that parks; undefined for a code that
 * this release does not draw.
 */
export function present(states: readonly FlowState[], { next, isParked }: Standing): string | undefined {
  return states.find(({ code }) => code === (isParked ? '' : next))?.name;
}

/** The states with how far the road has come: `been` names those that its execution went through. */
export function marked(
  states: readonly FlowState[],
  standing: Standing,
  been: readonly string[],
): { readonly state: FlowState; readonly mark: Mark }[] {
  const here = present(states, standing);
  const gone = new Set(been);
  return states.map((state) => ({
    state,
    mark: state.name === here ? 'HERE' : gone.has(state.name) ? 'BEEN' : 'NOT_YET',
  }));
}

/** The road as a picture: a box a state, in the order of the road, beside the choice that leads to them. */
export function drawingOf(all: ReturnType<typeof marked>): Drawing {
  const shown = all.filter(({ state }) => state.is !== 'CHOICE');
  const topOf = (n: number) => TOP + n * (BOX.height + BOX.gap);
  const boxes = shown.map(({ state: { name, code, is }, mark }, n) => ({
    ...{ top: topOf(n), lines: linesOf(name), code: code ?? '', isLed: code !== undefined },
    ...{ isWait: is === 'WAIT', isHere: mark === 'HERE', fill: FILLS[mark] },
  }));
  const led = shown.flatMap(({ state }, n) => (state.code === undefined ? [] : [topOf(n) + BOX.height / 2]));
  return {
    ...{ width: WIDTH, height: topOf(shown.length), boxes },
    hub: { top: led.at(0) ?? 0, bottom: led.at(-1) ?? 0 },
  };
}

/** A name on at most two lines. */
function linesOf(name: string): Box['lines'] {
  if (name.length <= LETTERS) return [{ text: name, at: 27 }];
  const cut = name.lastIndexOf(' ', LETTERS);
  return [
    { text: name.slice(0, cut), at: 19 },
    { text: name.slice(cut + 1), at: 35 },
  ];
}
