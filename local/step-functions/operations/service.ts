import type { Draft } from '../execution.ts';
import type { World } from '../interpreter/world.ts';
import type { Json } from '../json.ts';
import type { Machine } from '../machine.ts';
import type { Machines } from '../machines.ts';
import type { Store } from '../store.ts';

export interface Service {
  store: Store;
  machines: Machines;
  now: () => number;
  worldOf: (machine: Machine) => World;
  /** Fires the due timers of one execution. */
  fire: (arn: string) => void;
}

export type Answer = { [name: string]: Json | undefined };

/** What a request is answered, once the draft that it may need is durable. */
export interface Outcome {
  answer: Answer;
  draft?: Draft;
}

/** Reads and changes nothing; is asked again where another write came before its draft's. */
export type Operation = (service: Service, request: unknown) => Outcome;
