/**
 * Lets waiting messages in: resolves in a later macrotask.
 *
 * Through a MessageChannel, because `scheduler.yield()` starves messages for seconds and nested
 * timeouts are clamped to 4 ms.
 */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();
// Node would otherwise be kept alive by the open port.
(channel.port1 as unknown as { unref?: () => void }).unref?.();

export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}

/** How often somebody who waits looks whether messages came. */
const GLANCE_MS = 10;

/** Waits for what takes no processor time (a file), and lets waiting edits in meanwhile. */
export async function yieldWhile<T>(
  promise: Promise<T>,
  yieldToMessages: () => Promise<void>,
): Promise<T> {
  let settled = false;
  const settle = () => void (settled = true);
  const settling = promise.then(settle, settle);
  while (!settled) {
    await Promise.race([settling, new Promise((resolve) => setTimeout(resolve, GLANCE_MS))]);
    if (!settled) await yieldToMessages();
  }
  return promise;
}
