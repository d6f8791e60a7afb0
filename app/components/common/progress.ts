/**
 * How far an animation is, 0 to 1, easing included; 1 once it is over. Asked of the animation itself:
 * reading the element's style would make the browser lay out the page.
 */
export function progressOf({ effect }: Animation): number {
  return effect?.getComputedTiming().progress ?? 1;
}
