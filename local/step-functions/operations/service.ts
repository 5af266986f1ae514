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
  /** Lets an execution go on. */
  kick: (arn: string) => void;
  /** Fires the due timers of one execution. */
  fire: (arn: string) => void;
}

/** Synchronous throughout, so nothing else can happen between reading an execution and writing it. */
export type Operation = (service: Service, request: unknown) => { [name: string]: Json | undefined };
