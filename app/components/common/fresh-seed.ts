/** A seed that nobody chose: the one place where the page lets chance in. */
export function freshSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] >>> 1;
}
