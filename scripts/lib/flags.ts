/** Values of command line flags, checked: a typing error must not become a long run of something else. */

/** @throws RangeError that lists what is allowed */
export function oneOf<T extends string>(name: string, given: string, allowed: readonly T[]): T {
  if (!(allowed as readonly string[]).includes(given)) {
    throw new RangeError(`--${name} is '${given}', expected ${allowed.join(' or ')}`);
  }
  return given as T;
}

/** @throws RangeError unless it is a whole number of at least `atLeast` */
export function whole(name: string, given: string, atLeast = 1): number {
  const value = Number(given);
  if (given.trim() === '' || !Number.isInteger(value) || value < atLeast) {
    throw new RangeError(`--${name} is '${given}', expected a whole number of at least ${atLeast}`);
  }
  return value;
}
