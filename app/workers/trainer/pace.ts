/** Something that may happen at most once in `ms`. */
export class Throttle {
  private last = -Infinity;
  private events = 0;

  /** @param stretch what `ms` is multiplied by after so many events */
  constructor(
    private readonly ms: number,
    private readonly now: () => number,
    private readonly stretch: (events: number) => number = () => 1,
  ) {}

  /** True when it may happen again; the time of that counts as its last. */
  due(): boolean {
    const at = this.now();
    if (at - this.last < this.stretch(this.events) * this.ms) return false;
    this.last = at;
    this.events++;
    return true;
  }
}

/** After so many events the time between two begins to grow with their number ... */
const LIVELY = 30;
/** ... up to so many times what it was. */
const CALMEST = 8;

/**
 * A stretch for what goes on for minutes: it changes slowly then, is looked at less closely, and costs
 * time and, in WebKit, memory (`docs/browsers.md`).
 */
export const calming = (events: number): number => Math.min(CALMEST, Math.max(1, events / LIVELY));

/** Counts events over the last second. */
export class RateMeter {
  private times: number[] = [];

  constructor(private readonly now: () => number) {}

  count(): void {
    this.times.push(this.now());
  }

  perSecond(): number {
    const at = this.now();
    this.times = this.times.filter((time) => at - time <= 1000);
    return this.times.length;
  }
}
