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
