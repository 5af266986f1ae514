/** Makes `Date` and a bare `Intl.DateTimeFormat().format()` of this thread tell the time of `now`; timers stay real. */
export function simulateTime(now: () => number): void {
  const RealDate = Date;
  const SimulatedDate: DateConstructor = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget === SimulatedDate ? target : newTarget),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  RealDate.prototype.constructor = SimulatedDate;
  globalThis.Date = SimulatedDate;
  simulateFormats(Intl.DateTimeFormat.prototype, now);
}

function simulateFormats(prototype: Intl.DateTimeFormat, now: () => number): void {
  const bound = Object.getOwnPropertyDescriptor(prototype, 'format')?.get;
  const formatToParts = prototype.formatToParts;
  Object.defineProperty(prototype, 'format', {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const format = bound?.call(this);
      return (date?: Date | number) => format(date ?? now());
    },
  });
  prototype.formatToParts = function parts(this: Intl.DateTimeFormat, date) {
    return formatToParts.call(this, date ?? now());
  };
}
