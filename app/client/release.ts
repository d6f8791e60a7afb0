/**
 * Gives the memory of an array back at once; it is empty then. WebKit's collector leaves arrays that
 * lived for some seconds until it looks at everything, minutes later (`docs/browsers.md`). Browsers
 * without `transfer` leave it to their collector.
 */
export function release({ buffer }: Float32Array): void {
  (buffer as { transfer?: (length: number) => ArrayBuffer }).transfer?.(0);
}
