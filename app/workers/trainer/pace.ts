/** Something that may happen at most once in `ms`. */
export class Throttle {
  private last = -Infinity;

  constructor(
    private readonly ms: number,
    private readonly now: () => number,
  ) {}

  /** True when it may happen again; the time of that counts as its last. */
  due(): boolean {
    const at = this.now();
    if (at - this.last < this.ms) return false;
    this.last = at;
    return true;
  }
}

/** After so many events the time between two begins to grow with their number ... */
const LIVELY = 30;
/** ... up to so many times what it was. */
const CALMEST = 8;

/**
 * A throttle that calms down: what has gone on for minutes changes slowly, is looked at less closely, and costs
 * time and, in WebKit, memory (`docs/browsers.md`).
 */
export class CalmingThrottle {
  private last = -Infinity;
  private events = 0;

  /** @param ms least time between two of the first events */
  constructor(
    private readonly ms: number,
    private readonly now: () => number,
  ) {}

  /** True when it may happen again; the time of that counts as its last. */
  due(): boolean {
    const at = this.now();
    const calm = Math.min(CALMEST, Math.max(1, this.events / LIVELY));
    if (at - this.last < calm * this.ms) return false;
    this.last = at;
    this.events++;
    return true;
  }
}

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
